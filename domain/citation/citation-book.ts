import type { CitationMark, CitedSource } from '@/domain/citation/cited-source'
import type { Citation } from '@/domain/figure/figure'
import type { AsOf } from '@/domain/time/instant'
import { asOfText, type Wording } from '@/domain/wording/wording'

/** What is cited: a figure, a note or a dispute, with who said it. */
export interface Citable {
  figure: string | null
  claimant: string
  speaker: string | null
  asOf: AsOf | null
  citations: Citation[]
}

/** Numbers documents in order of first use, for one page or one sitrep. */
export interface CitationBook {
  /** The marks of what is cited, one per document, in the order it gives them. */
  cite(citable: Citable): CitationMark[]
  /** All that was cited so far, in the order of its numbers. */
  sources(): CitedSource[]
}

/** An empty book. `hashes`: SHA-256 by document id. */
export function openCitationBook(wording: Wording, hashes: Record<string, string>): CitationBook {
  const sources = new Map<string, CitedSource>()

  const sourceOf = (document: Citation['document']): CitedSource => {
    const known = sources.get(document.id)
    if (known) return known
    const publishedText = wordPublished(wording, document)
    const source: CitedSource = {
      n: sources.size + 1,
      document: document.id,
      title: document.title,
      publisher: document.publisher.name,
      url: document.url,
      publishedText,
      language: document.language,
      sha256: hashes[document.id] ?? null,
      quotes: [],
      citationText: [document.publisher.name, wording.words.quote(document.title), publishedText, document.url]
        .filter(Boolean)
        .join(wording.words.comma),
    }
    sources.set(document.id, source)
    return source
  }

  return {
    cite({ figure, claimant, speaker, asOf, citations }) {
      return citations.map(({ document, quote, language, relation }) => {
        const source = sourceOf(document)
        const known = source.quotes.findIndex((one) => one.figure === figure && one.quote === quote)
        if (known >= 0) return { n: source.n, quote: known }
        source.quotes.push({
          figure,
          quote,
          language,
          relation,
          claimant,
          speaker,
          asOfText: asOf ? asOfText(wording, asOf) : wording.words.undated,
        })
        return { n: source.n, quote: source.quotes.length - 1 }
      })
    },
    sources: () => [...sources.values()],
  }
}

/** When a document was published, as precisely as is known. */
function wordPublished(wording: Wording, { publishedAt, publishedPrecision }: Citation['document']): string {
  if (!publishedAt) return wording.words.undated
  const asOf = { start: publishedAt, end: publishedAt, precision: publishedPrecision ?? 'minute' } as const
  return wording.format.asOf(asOf)
}
