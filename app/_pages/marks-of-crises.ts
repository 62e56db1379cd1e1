import type { Crisis } from '@/domain/crisis/crisis'
import { marksOf } from '@/domain/sitrep/report-header'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { makeWording } from '@/domain/wording/wording'

/** What a page over these crises must say of them: each mark with the crisis it is of, where there are several. */
export function marksOfCrises(crises: readonly Crisis[], locale: Locale): string[] {
  return crises.flatMap((crisis) =>
    marksOf(makeWording(locale, crisis, [])).map((mark) => (crises.length > 1 ? `${crisis.title}: ${mark}` : mark)),
  )
}
