import type { ListedPlace } from '@/domain/place/listed-place'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/**
 * What a place is called for a reader: the name in the usage the crisis prefers, then " / " and the names in other usages
 * ("Stepanakert / Khankendi"). Of each usage one name: in the reader's language, else in English; the first name of all where no usage has
 * either. Empty without names.
 */
export function labelPlace(names: ListedPlace['names'], namingPreference: readonly string[], locale: Locale): string {
  const usages = [...new Set(names.map(({ usedBy }) => usedBy))]
  const rank = (usage: string) => (namingPreference.includes(usage) ? namingPreference.indexOf(usage) : usages.length)
  const chosen = usages
    .sort((a, b) => rank(a) - rank(b))
    .map((usage) => {
      const own = names.filter(({ usedBy }) => usedBy === usage)
      return (own.find(({ language }) => language === locale) ?? own.find(({ language }) => language === 'en'))?.name
    })
    .filter((name) => name !== undefined)
  return [...new Set(chosen)].join(' / ') || (names[0]?.name ?? '')
}
