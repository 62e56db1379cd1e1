import type { Story } from '@/domain/workflow/waiting'

interface Versioned {
  version: number
  state: string
  knownFrom: string | null
}

/** The newest version that counts: one that was taken back before anybody approved it does not. Undefined where none is left. */
export function standingOf<Content extends Versioned>(stories: readonly Story<Content>[]): Story<Content> | undefined {
  return stories.findLast(({ version }) => version.knownFrom !== null || version.state !== 'withdrawn')
}

/** The version that is known to all now. */
export function knownOf<Content extends Versioned & { knownTo: string | null }>(
  stories: readonly Story<Content>[],
): Story<Content> | undefined {
  return stories.find(({ version }) => version.knownFrom !== null && version.knownTo === null)
}
