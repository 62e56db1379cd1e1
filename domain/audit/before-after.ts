import { canonicalJson, type Json } from '@/domain/canonical/canonical-json'

/** What a change was, and what it became: only what differs. */
export interface BeforeAfter {
  before: { [name: string]: Json }
  after: { [name: string]: Json }
}

/** The members that differ between what stood and what stands now; a member that was not there is null. */
export function beforeAfter(was: object, is: object): BeforeAfter {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  const differing = names.filter((name) => canonicalJson(valueIn(was, name)) !== canonicalJson(valueIn(is, name)))
  const pick = (from: object) => Object.fromEntries(differing.map((name) => [name, valueIn(from, name)]))
  return { before: pick(was), after: pick(is) }
}

/** As JSON holds it: members that are undefined are left out. */
function valueIn(from: object, name: string): Json {
  const value: unknown = Reflect.get(from, name)
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json)
}

/**
 * The same for a correction. Quotes stay in the ledger, where names in them can be masked: the log, which nobody can mend, tells how many there
 * are.
 */
export function correctionTold(
  was: { citations: readonly unknown[] },
  is: { citations: readonly unknown[] },
): BeforeAfter {
  return beforeAfter({ ...was, citations: was.citations.length }, { ...is, citations: is.citations.length })
}
