'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { type FigureFields, quantityOf } from '@/domain/entry/figure-fields'
import type { Population } from '@/domain/population/population'
import type { Quantity } from '@/domain/quantity/quantity'
import { punctuationOf } from '@/domain/wording/punctuation'
import { writeNumber } from '@/domain/wording/write-number'

/** A figure on a list of the desk, in the language of the screen. */
export interface FigureLabels {
  /** What was counted: "Killed, civilian, child". */
  counted: (indicator: string, population: Population) => string
  /** "at least 2". */
  quantity: (quantity: Quantity) => string
  /** The number of a form, as far as it can be read. */
  number: (fields: FigureFields) => string
}

/** What figures are called on the lists of the desk. */
export function useFigureLabels(): FigureLabels {
  const t = useTranslations('entry')
  const locale = useLocale()
  const { codelist, groups } = useEntryCrisis()
  return useMemo(() => {
    const { comma, quote } = punctuationOf(locale)
    const written = (end: number | null) => writeNumber(end ?? 0, locale)
    const quantity = ({ low, high, qualifier, words }: Quantity) => {
      if (qualifier === 'unquantified') return quote(words)
      if (qualifier === 'between') return `${written(low)}–${written(high)}`
      const number = written(low ?? high)
      return qualifier === 'exact' ? number : `${t(`figure.qualifiers.${qualifier}`)} ${number}`
    }
    return {
      quantity,
      counted: (indicator, { status, age, sex, role, condition, disability, group }) => {
        const name = codelist.find(({ key }) => key === indicator)?.label ?? indicator
        const label = groups.find(({ slug }) => slug === group)?.label
        const facets = [status, age, sex, role, condition, disability].map((facet) => facet && t(`population.${facet}`))
        return [name, ...facets, label].filter(Boolean).join(comma)
      },
      number: (fields) => {
        const read = quantityOf(fields)
        return read ? quantity(read) : fields.number
      },
    }
  }, [t, locale, codelist, groups])
}
