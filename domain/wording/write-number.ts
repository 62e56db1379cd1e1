import type { Locale } from '@/domain/viewpoint/viewpoint'

/** Between thousands, before decimals, and from how many digits on thousands stand apart. */
const signs: Record<Locale, [thousands: string, point: string, from: number]> = {
  en: [',', '.', 4],
  hy: ['\u00a0', ',', 5],
  ru: ['\u00a0', ',', 4],
  ar: [',', '.', 4],
}

/**
 * A number as `Intl` writes it where it knows the locale, with all its digits: Chromium knows no Armenian, so what is written in a browser goes by
 * this, as it was written on the server.
 */
export function writeNumber(value: number, locale: Locale): string {
  const [thousands, point, from] = signs[locale]
  const [whole = '', decimals] = String(Math.abs(value)).split('.')
  const grouped = whole.length < from ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, thousands)
  return `${value < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : point + decimals}`
}
