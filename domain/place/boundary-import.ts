import type { Boundary } from '@/domain/place/boundary'
import type { KnownPlace } from '@/domain/place/place-import'

/** One feature of a file of boundaries, read. `codes`: what may be its P-code. `message`: why it has no usable boundary. */
export interface ReadFeature {
  index: number
  name: string
  codes: string[]
  boundary: Boundary | null
  message: string | null
}

/** A file of boundaries, read; `message`: why nothing of it can be used. */
export interface ReadBoundaries {
  features: ReadFeature[]
  message: string | null
}

/** The place a feature's boundary is of, by P-code alone; null where no code of it is known: then a person chooses. */
export function matchFeature({ codes }: ReadFeature, known: readonly KnownPlace[]): KnownPlace | null {
  for (const code of codes) {
    const found = known.filter(({ pcode }) => pcode === code)
    const own = found.find(({ crisis }) => crisis !== null) ?? found[0]
    if (own) return own
  }
  return null
}
