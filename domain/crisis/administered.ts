import type { Claimant } from '@/domain/figure/figure'
import type { ListedPlace } from '@/domain/place/listed-place'
import type { Instant, Precision } from '@/domain/time/instant'

/* What administrators set up, as they see it: with the version a change is sent with. `isShared`: it serves all crises. */

export interface AdministeredSource {
  id: string
  isShared: boolean
  version: number
  names: { name: string; language: string }[]
  kind: string
  party: string | null
  parent: string | null
  /** Oldest first; one without `knownFrom` waits for a second person. */
  gradings: {
    id: string
    reliability: Claimant['reliability']
    reason: string | null
    author: string
    knownFrom: Instant | null
    knownTo: Instant | null
  }[]
}

export interface AdministeredPlace extends Pick<ListedPlace, 'id' | 'names' | 'level' | 'parent' | 'pcode' | 'point'> {
  isShared: boolean
  version: number
  hasBoundary: boolean
}

export interface AdministeredEvent {
  id: string
  version: number
  title: string
  place: string | null
  parent: string | null
  /** The beginning of the span in which it began, the end of that in which it ended. */
  from: { at: Instant; precision: Precision }
  to: { at: Instant; precision: Precision } | null
}
