import type { Crisis } from '@/domain/crisis/crisis'
import { type ListedPlace, placeLevels } from '@/domain/place/listed-place'
import type { Audience } from '@/domain/viewpoint/viewpoint'

/**
 * The levels of places that a reader of the crisis is shown only as what they lie in: those finer than the crisis's `publicPlaceLevel`,
 * for the public. Section 5 of the domain.
 */
export function withheldLevels(crisis: Pick<Crisis, 'publicPlaceLevel'>, audience: Audience): ListedPlace['level'][] {
  const { publicPlaceLevel: level } = crisis
  return audience === 'public' && level !== null ? placeLevels.slice(placeLevels.indexOf(level) + 1) : []
}
