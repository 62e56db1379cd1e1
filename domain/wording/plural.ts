import type { Locale } from '@/domain/viewpoint/viewpoint'
import { intlTagOf } from '@/domain/wording/intl-tag'

/** The forms of a word beside a number, by the plural categories of Unicode's CLDR; a category left out takes `other`. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** Chooses the form of a word that stands beside a number in a language. */
export function makePlural(locale: Locale): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(intlTagOf(locale))
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}
