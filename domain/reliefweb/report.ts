import type { ReliefWebSettings } from '@/domain/crisis/crisis'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { writeSitrepText } from '@/domain/sitrep/write-sitrep-text'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/*
 * A report as ReliefWeb's Post API (v2) takes it: https://reliefweb.int/post-api-schemas/v2/report.json. Ids are those of its vocabularies.
 */

export interface ReliefWebFile {
  url: string
  uuid: string
  filename: string
  /** SHA-256, hex. */
  checksum: string
  description: string
  /** Of the official languages of the United Nations alone. */
  language?: 'ar' | 'en' | 'ru'
}

export interface ReliefWebReport {
  url: string
  uuid: string
  title: string
  source: number[]
  country: number[]
  format: [number]
  language: number[]
  published: string
  body: string
  origin: string
  file: ReliefWebFile[]
  disaster?: number[]
  disaster_type?: number[]
  theme?: number[]
}

/** "Situation Report" in the vocabulary of formats. */
const situationReport = 10
/** English, Russian and Arabic in the vocabulary of languages; what is in none of its own, as Armenian, is "Other". */
const languageIds: Record<Locale, number> = { en: 267, ru: 10906, ar: 6876, hy: 31996 }
const languageNames: Record<Locale, string> = { en: 'English', hy: 'Armenian', ru: 'Russian', ar: 'Arabic' }

/** Largest PDF that is taken, bytes. */
export const mostReliefWebBytes = 20 * 1024 * 1024
const mostTitle = 255
const mostBody = 100_000

/** One line as the schema allows it: letters and plain spaces, one at a time. */
export function asLine(text: string, most = mostTitle): string {
  return text
    .replace(/[\p{Z}\s]+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/ {2,}/g, ' ')
    .slice(0, most)
    .trim()
}

/** A body in markdown, line by line: no markup of ours is meant by what sources wrote. */
export function asBody(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => escapeMarkdown(asLine(line, mostBody)).replace(/^• /, '- '))
      .filter(Boolean)
      .join('\n'),
  )
  return paragraphs.filter(Boolean).join('\n\n').slice(0, mostBody).trim()
}

const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]<>#|]/g, (mark) => `\\${mark}`)

/**
 * The report of an edition. `content`: in the language it is posted in, with the address where it stands; `files`: its PDFs.
 * `settings`: under which terms, `source` and `country` not empty.
 */
export function composeReliefWebReport({
  content,
  publishedAt,
  languages,
  settings,
  url,
  uuid,
  files,
}: {
  content: Sitrep
  publishedAt: Instant
  languages: readonly Locale[]
  settings: ReliefWebSettings
  url: string
  uuid: string
  files: ReliefWebFile[]
}): ReliefWebReport {
  const { source, country, disaster, disasterType, theme } = settings
  const some = <Name extends string>(name: Name, ids: number[]) => (ids.length > 0 ? { [name]: ids } : {})
  return {
    url,
    uuid,
    title: asLine(`${content.title} (${content.header.asOfText})`),
    source,
    country,
    format: [situationReport],
    language: [...new Set(languages.map((language) => languageIds[language]))],
    published: publishedAt,
    body: asBody(writeSitrepText(content, null)),
    origin: url,
    file: files,
    ...some('disaster', disaster),
    ...some('disaster_type', disasterType),
    ...some('theme', theme),
  }
}

/** What is said of a PDF in a language. */
export function describeFile(title: string, language: Locale): Pick<ReliefWebFile, 'description' | 'language'> {
  const description = asLine(`${title} – ${languageNames[language]} version`)
  return language === 'hy' ? { description } : { description, language }
}
