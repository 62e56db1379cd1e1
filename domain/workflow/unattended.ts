/** The header of what a page asks by itself. It is answered as ever, but is no use of the session, which ends as if it had not come. */
export const unattendedHeader = 'Attest-Unattended'

/** For so long after a person did something, in milliseconds, what follows from it is theirs; later it is sent by the page alone. */
const followsWithin = 60_000

/** The header, where nobody has done anything for a while. `actedAt` and `now`: milliseconds since 1970. */
export function unattendedSince(actedAt: number, now: number): Record<string, string> {
  return now - actedAt > followsWithin ? { [unattendedHeader]: '1' } : {}
}
