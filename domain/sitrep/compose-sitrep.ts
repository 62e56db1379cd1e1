import { composeChanges } from '@/domain/changes/find-changes'
import { isMidnight } from '@/domain/chart/chart-format'
import { composeCharts } from '@/domain/chart/compose-charts'
import { type CitationBook, openCitationBook } from '@/domain/citation/citation-book'
import type { Run } from '@/domain/citation/cited-source'
import { renumberSources } from '@/domain/citation/renumber-sources'
import type { Crisis } from '@/domain/crisis/crisis'
import { composeTile } from '@/domain/dashboard/compose-tile'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { keyFiguresOf, type LedgerView, openView } from '@/domain/ledger/ledger-view'
import { composeContested } from '@/domain/sitrep/compose-contested'
import { composeNotKnown, composeUndated } from '@/domain/sitrep/compose-not-known'
import { composeNotes } from '@/domain/sitrep/compose-notes'
import { composeOmbudsmanTables, composePositionTables } from '@/domain/sitrep/compose-tables'
import { composeDocument, composeProse, type ProseTrouble } from '@/domain/sitrep/prose'
import { marksOf, zoneText } from '@/domain/sitrep/report-header'
import type { SectionKey } from '@/domain/sitrep/section-keys'
import type { Block, Sitrep } from '@/domain/sitrep/sitrep'
import { mostHighlights, suggestHighlights } from '@/domain/sitrep/suggest-highlights'
import type { Written } from '@/domain/sitrep/written'
import type { Instant } from '@/domain/time/instant'
import { dayOf, startOfDay } from '@/domain/time/local-time'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { wordLint } from '@/domain/wording/lint-words'
import { publicLimits } from '@/domain/wording/public-limits'
import { wordHeadline } from '@/domain/wording/word-headline'
import { makeWording, momentText, type Wording } from '@/domain/wording/wording'

/** What a person decided of a sitrep; all else is computed. */
export interface SitrepRequest {
  number: number
  kind: Sitrep['kind']
  edition: number
  period: { from: Instant; to: Instant }
  nextIssue: Instant | null
  expiresAt: Instant | null
  written: Written
  /** Sections that are left out. */
  leftOut: readonly SectionKey[]
  erratum: Sitrep['erratum']
  /** The language of what is written, where the report is in another. */
  writtenIn?: Locale
}

/** On paper there is no list to look further in: as good as all of them. */
const mostChanges = 100
const mostNotes = 8

interface Ground {
  wording: Wording
  view: LedgerView
  previous: LedgerView | null
  book: CitationBook
  request: SitrepRequest
  troubles: ProseTrouble[]
  proseLanguage: Locale
}

/**
 * The sitrep of a crisis for one viewpoint (section 9 of the domain): the same ledger, viewpoint and request give the same JSON. `before` is
 * the ledger at the last edition's viewpoint, null for the first. Throws a RangeError where prose holds an uncited number or a reference
 * that may not be shown.
 */
export function composeSitrep(now: LedgerSlice, before: LedgerSlice | null, request: SitrepRequest): Sitrep {
  const { sitrep, troubles } = composeDraft(now, before, request)
  if (troubles[0]) throw new RangeError(wordLint('en', troubles[0].trouble, troubles[0].values))
  return sitrep
}

/** The same of a draft: what may not be published is told beside it. */
export function composeDraft(
  now: LedgerSlice,
  before: LedgerSlice | null,
  request: SitrepRequest,
): { sitrep: Sitrep; troubles: ProseTrouble[] } {
  const wording = makeWording(now.viewpoint.locale, now.crisis, now.indicators, now.viewpoint.asOf)
  const book = openCitationBook(wording, now.hashes)
  const view = openView(now)
  const troubles: ProseTrouble[] = []
  const ground: Ground = {
    wording,
    view,
    previous: before && openView(before),
    book,
    request,
    troubles,
    proseLanguage: request.writtenIn ?? wording.language,
  }
  const { words, crisis } = wording
  const sections = (Object.keys(composers) as SectionKey[])
    .filter((key) => !request.leftOut.includes(key))
    .map((key) => ({ key, heading: words.sections[key], blocks: composers[key](ground) }))
    .filter(({ blocks }) => blocks.length > 0)
  const { asOf, knownAt } = now.viewpoint
  const read = renumberSources(sections, book.sources())
  const kindText = words.report[request.kind](request.number)
  const sitrep: Sitrep = {
    format: 1,
    number: request.number,
    kind: request.kind,
    edition: request.edition,
    language: wording.language,
    title: `${crisis.title} – ${kindText}`,
    crisis: { slug: crisis.slug, title: crisis.title },
    publisher: issuerOf(crisis),
    header: {
      kindText,
      asOfText: words.report.asOf(momentText(wording, asOf), zoneText(crisis.timeZone, asOf)),
      periodText: words.report.period(momentText(wording, request.period.from), momentText(wording, request.period.to)),
      nextIssueText: request.nextIssue && words.report.next(momentText(wording, request.nextIssue)),
      expiresText: request.expiresAt && words.report.expires(momentText(wording, request.expiresAt)),
      marks: marksOf(wording),
    },
    asOf,
    knownAt,
    period: request.period,
    nextIssue: request.nextIssue,
    expiresAt: request.expiresAt,
    sections: read.composed,
    sources: read.sources,
    sourcesHeading: words.sources,
    disclaimer: crisis.disclaimer,
    template: {
      paper: crisis.report.paper,
      accent: crisis.report.accent,
      footer: crisis.report.footer,
      logo: crisis.report.logo,
    },
    labels: {
      ...words.labels,
      noFigure: words.noFigure,
      or: words.or,
      reconstructedNote: crisis.reconstruction ? words.report.reconstructedNote : null,
    },
    erratum: request.erratum,
  }
  return { sitrep, troubles }
}

const charts = (ground: Ground, section: Parameters<typeof composeCharts>[1]): Block[] =>
  composeCharts(ground, section).map((chart) => ({ kind: 'chart', chart }))

/** The sections in the order the field expects; one without blocks is left out. */
const composers: Record<SectionKey, (ground: Ground) => Block[]> = {
  highlights: (ground) => {
    const { highlights } = ground.request.written
    const items =
      highlights.length > 0
        ? highlights.map((content, index) => composeProse(ground, { at: `/highlights/${index}`, content }))
        : suggestHighlights(ground).map(({ headline }) =>
            wordHeadline(ground.wording, ground.view, ground.book, headline),
          )
    return items.length > 0 ? [{ kind: 'list', items: items.slice(0, mostHighlights) }] : []
  },
  overview: (ground) => composeDocument(ground, '/overview', ground.request.written.overview),
  'key-figures': (ground) => {
    const keyFigures = keyFiguresOf(ground.view)
    return keyFigures.length > 0
      ? [{ kind: 'tiles', tiles: keyFigures.map((keyFigure) => composeTile(ground, keyFigure)) }]
      : []
  },
  changes: (ground) => {
    if (!ground.previous) return []
    const items = composeChanges(ground, mostChanges)
    return items.length > 0
      ? [{ kind: 'changes', items }]
      : [{ kind: 'paragraph', content: [{ text: ground.wording.words.noChange }] }]
  },
  casualties: (ground) => [...charts(ground, 'casualties'), ...composePositionTables(ground, ['casualties'])],
  displacement: (ground) => {
    const notes = composeNotes(ground, ['displacement'], mostNotes)
    return [
      ...charts(ground, 'displacement'),
      ...composePositionTables(ground, ['displacement']),
      ...(notes.length > 0
        ? ([
            { kind: 'heading', text: ground.wording.words.displacementNotes },
            { kind: 'notes', items: notes },
          ] as const)
        : []),
    ]
  },
  ombudsman: (ground) => [
    ...charts(ground, 'ombudsman'),
    ...composeOmbudsmanTables(ground),
    ...composePositionTables(ground, ['ombudsman']),
  ],
  contested: (ground) => {
    const items = composeContested(ground)
    return items.length > 0 ? [{ kind: 'contested', items }] : []
  },
  'not-known': (ground) => {
    const items = [...composeNotKnown(ground), ...composeUndated(ground)]
    return items.length > 0 ? [{ kind: 'list', items }] : []
  },
  needs: composeSectors,
  access: (ground) => {
    const { access, protection, notes: written } = ground.request.written
    const notes = composeNotes(ground, ['protection', 'access', 'needs', 'response'], mostNotes)
    return [
      ...composeDocument(ground, '/access', access),
      ...composeDocument(ground, '/protection', protection),
      ...composeDocument(ground, '/notes', written),
      ...composePositionTables(ground, ['protection']),
      ...(notes.length > 0 ? [{ kind: 'notes', items: notes } as const] : []),
    ]
  },
  chronology: composeChronology,
  methodology: ({ wording }) => {
    const { words, crisis } = wording
    const policy = crisis.policy.rules.map((rule) => words.rules[rule]).join(words.ruleOrder)
    return [{ kind: 'list', items: [...words.methodology(policy), ...publicLimits(wording)].map((text) => [{ text }]) }]
  },
  contact: ({ wording: { crisis, words } }) => {
    const text = [issuerOf(crisis), crisis.contact].filter(Boolean).join(words.comma)
    return text === '' ? [] : [{ kind: 'paragraph', content: [{ text }] }]
  },
}

/** Who issues the reports: the organisation their template names, else the crisis's publisher. */
const issuerOf = ({ report, publisher }: Crisis) => report.organisation || publisher

/** Needs, response and gaps, sector by sector. */
function composeSectors(ground: Ground): Block[] {
  const { words } = ground.wording
  return ground.request.written.sectors.flatMap(({ sector, ...parts }, index): Block[] => {
    const blocks = (['needs', 'response', 'gaps'] as const).flatMap((part): Block[] => {
      const [first, ...rest] = composeDocument(ground, `/sectors/${index}/${part}`, parts[part])
      if (!first) return []
      const label = { text: `${words.sectorParts[part]} `, strong: true }
      return first.kind === 'paragraph'
        ? [{ ...first, content: [label, ...first.content] }, ...rest]
        : [{ kind: 'paragraph', content: [label] }, first, ...rest]
    })
    return blocks.length > 0 ? [{ kind: 'heading', text: words.sectors[sector] }, ...blocks] : []
  })
}

/** What happened by the viewpoint, each event with the mark of a figure that tells of it. */
function composeChronology({ wording, view, book }: Ground): Block[] {
  const { words, crisis, format } = wording
  const rows = view.slice.events
    .filter(({ from }) => from <= view.slice.viewpoint.asOf && from >= startOfDay(crisis.startDay, crisis.timeZone))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.title < b.title ? -1 : 1))
    .flatMap((event): Run[][][] => {
      const figure = view.slice.figures.find(
        ({ events, state }) => state === 'approved' && events.some(({ id }) => id === event.id),
      )
      if (!figure) return []
      const cite = book.cite({
        figure: figure.id,
        claimant: figure.claimant.name,
        speaker: figure.statement.speaker,
        asOf: figure.asOf,
        citations: figure.citations.slice(0, 1),
      })
      return [
        [
          [
            {
              text: isMidnight(event.from, crisis.timeZone)
                ? format.fullDay(dayOf(event.from, crisis.timeZone))
                : format.instant(event.from),
            },
          ],
          [{ text: event.title, cite }],
        ],
      ]
    })
  if (rows.length === 0) return []
  const columns = [
    { label: words.columns.when, align: 'start' as const },
    { label: words.columns.event, align: 'start' as const },
  ]
  return [{ kind: 'table', caption: '', columns, rows }]
}
