import type { CheckGround } from '@/domain/checks/check-ground'
import { inWords, makeFinding } from '@/domain/checks/finding'
import type { Figure, Finding } from '@/domain/figure/figure'
import { isCount } from '@/domain/quantity/is-count'
import { findNumbers } from '@/domain/quantity/numbers-in-text'

/** The number a source published: of a derived figure the one it was derived from. */
const publishedOf = ({ quantity, derived }: Figure) => derived?.from ?? quantity

/** The figure's number must stand in each of its quotes. Quotes without any number that can be read say it in words a person must check. */
export function findQuoteFindings(figure: Figure, { locale }: Pick<CheckGround, 'locale'>): Finding[] {
  const { low, high, qualifier } = publishedOf(figure)
  if (qualifier === 'unquantified') return []
  const wanted = [...new Set([low, high].filter((end) => end !== null))]
  return figure.citations.flatMap(({ quote }) => {
    const values = findNumbers(quote).map(({ value }) => value)
    const isThere = wanted.every((end) => values.includes(end))
    return isThere
      ? []
      : [
          makeFinding(
            locale,
            'number-not-in-quote',
            { number: inWords({ ...figure, quantity: publishedOf(figure) }), quote },
            [figure],
          ),
        ]
  })
}

/** Numbers of a quote that no figure of the same statement uses; years, days, times and what else counts nobody are not asked for. */
export function findUnusedNumbers(quote: string, figures: readonly Figure[]): number[] {
  const used = new Set(
    figures.flatMap((figure) => [publishedOf(figure).low, publishedOf(figure).high, figure.quantity.low]),
  )
  return findNumbers(quote)
    .filter((number) => !number.isArticle && !used.has(number.value) && isCount(quote, number))
    .map(({ value }) => value)
}
