import type { PlaceRef } from '@/domain/figure/figure'

/** The places of a scope by their role, each a list in words; null where the role has none. */
export type PlaceLists = Record<PlaceRef['role'], string | null>
