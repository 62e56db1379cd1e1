import type { getTranslations } from 'next-intl/server'
import { figureTitle } from '@/components/figures/figure-row'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { punctuationOf } from '@/domain/wording/punctuation'
import { momentText, type Wording } from '@/domain/wording/wording'
import type { Waiting } from '@/domain/workflow/waiting'

type Words = Awaited<ReturnType<typeof getTranslations<'review'>>>

/** What an entry of the queue cites. */
export function citationsOf(item: Waiting) {
  if (item.kind === 'figure' || item.kind === 'resolution') return item.figure?.citations ?? []
  if (item.kind === 'note') return item.note.citations
  if (item.kind === 'dispute') return item.dispute.citations
  if (item.kind === 'withdrawal') return (item.figure ?? item.note ?? item.dispute)?.citations ?? []
  return []
}

/** Fields a comment can be about, and where they stand in what was entered. */
export const pointers = {
  quantity: '/quantity',
  asOf: '/asOf',
  indicator: '/indicator',
  population: '/population',
  places: '/places',
  events: '/events',
  basis: '/basis',
  coverage: '/coverage',
  partOf: '/partOf',
  quote: '/citations/0/quote',
  text: '/text',
  saidBy: '/saidBy',
  by: '/by',
  aspect: '/aspect',
  words: '/words',
} as const

/** Those of them that a kind of entry has. */
export function fieldsOf({ kind }: Waiting): (keyof typeof pointers)[] {
  if (kind === 'figure')
    return ['quantity', 'quote', 'asOf', 'indicator', 'population', 'places', 'events', 'basis', 'coverage', 'partOf']
  if (kind === 'note') return ['text', 'quote', 'saidBy', 'asOf', 'places']
  if (kind === 'dispute') return ['words', 'quote', 'by', 'aspect']
  return []
}

/** An entry of the queue in words. */
export function titleOf(item: Waiting, wording: Wording): string {
  switch (item.kind) {
    case 'figure':
      return figureTitle(item.figure, wording)
    case 'note':
      return shortened(item.note.text)
    case 'dispute':
      return shortened(`${item.dispute.by.name}: ${item.dispute.words}`)
    case 'resolution':
      return item.figure ? figureTitle(item.figure, wording) : item.id
    case 'grade':
      return `${item.source.name}: ${item.reliability}`
    case 'withdrawal':
      return item.figure
        ? figureTitle(item.figure, wording)
        : shortened(item.note?.text ?? item.dispute?.words ?? item.id)
  }
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text)

/** Who entered, corrected, returned or withdrew it, and when. */
export function whoOf(item: Waiting, wording: Wording, t: Words): string {
  const when = momentText(wording, item.last.at)
  if (item.last.state === 'returned') return t('returnedBy', { name: item.last.by.name, when })
  if (item.kind === 'withdrawal') return t('withdrawnBy', { name: item.last.by.name, when })
  if (item.kind === 'resolution' || item.kind === 'grade') return t('decidedBy', { name: item.author.name, when })
  return t(item.reason ? 'correctedBy' : 'enteredBy', { name: item.author.name, when })
}

/** Whose entries these are, the asker's own first. */
export function authorsOf(items: Waiting[], me: string, meWord: string): [string, string][] {
  const others = new Map(items.filter(({ author }) => author.id !== me).map(({ author }) => [author.id, author.name]))
  return [['me', meWord], ...others]
}

/** An entry, or what is withdrawn, by the words it was entered from. */
export function labelOfEntry(item: Waiting, locale: Locale): string {
  const { quote } = punctuationOf(locale)
  const { figure, note, dispute } = { figure: null, note: null, dispute: null, ...item }
  if (item.kind === 'resolution') return item.kind
  if (figure) return quote(figure.citations[0]?.quote ?? figure.quantity.words)
  if (note) return note.text
  return dispute ? quote(dispute.words) : item.kind
}
