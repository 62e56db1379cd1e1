import { locales } from '@/domain/viewpoint/viewpoint'
import { directionOf } from '@/domain/wording/isolate'
import { ownNameOf } from '@/domain/wording/language-names'

/** The languages of the screens, each by its own name. */
export const languageChoices = locales.map((locale) => ({
  locale,
  name: ownNameOf(locale),
  direction: directionOf(locale),
}))
