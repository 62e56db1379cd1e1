import { inWords, makeFinding } from '@/domain/checks/finding'
import type { Figure, Finding } from '@/domain/figure/figure'
import { findNumbers } from '@/domain/quantity/numbers-in-text'

/** The number a source published: of a derived figure the one it was derived from. */
const publishedOf = ({ quantity, derived }: Figure) => derived?.from ?? quantity

/** The figure's number must stand in each of its quotes. Quotes without any number that can be read say it in words a person must check. */
export function findQuoteFindings(figure: Figure): Finding[] {
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
            'number-not-in-quote',
            `The number ${inWords({ ...figure, quantity: publishedOf(figure) })} does not stand in the quote "${quote}". Choose the words that hold it.`,
            [figure],
          ),
        ]
  })
}

/** A month's name right behind a number makes it a day: English, Russian, Armenian and Arabic. */
const monthAfter =
  /^\s+(of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|հունվ|փետր|մարտ|ապր|մայիս|հունիս|հուլիս|օգոս|սեպտ|հոկտ|նոյ|դեկտ|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)/i

/** Numbers of a quote that no figure of the same statement uses; years, days and times of the clock are not asked for. */
export function findUnusedNumbers(quote: string, figures: readonly Figure[]): number[] {
  const used = new Set(
    figures.flatMap((figure) => [publishedOf(figure).low, publishedOf(figure).high, figure.quantity.low]),
  )
  const isDay = (end: number) => monthAfter.test(quote.slice(end))
  const isClock = (start: number, end: number) =>
    /^[:.]\d{2}/.test(quote.slice(end)) || /\d[:.]$/.test(quote.slice(0, start))
  return findNumbers(quote)
    .filter(
      ({ value, start, end }) =>
        !used.has(value) && !(value >= 1900 && value < 2100) && !isClock(start, end) && !isDay(end),
    )
    .map(({ value }) => value)
}
