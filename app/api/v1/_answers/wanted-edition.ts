import type { Asked } from '@/app/_server/route'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { ServiceError } from '@/services/errors'
import type { WantedEdition } from '@/services/read-sitreps'

/** Which edition an address asks for. @throws ServiceError `not-found` where its number is none */
export function wantedEdition({
  ctx,
  crisis,
  params,
  query,
  viewpoint,
}: Asked<{ edition?: number; lang?: Locale }>): WantedEdition {
  const { number = '' } = params
  if (!/^[1-9]\d{0,5}$/.test(number)) {
    throw new ServiceError('not-found', `"${number.slice(0, 80)}" is no number of a sitrep.`)
  }
  const { edition, lang: language } = query
  return { ctx, crisis, number: Number(number), edition, language, knownAt: viewpoint.knownAt }
}
