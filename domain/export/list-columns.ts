import type { Change } from '@/domain/changes/change'
import type { Correction, LedgerCorrection } from '@/domain/correction/correction'
import type { Crisis } from '@/domain/crisis/crisis'
import type { ListedDocument } from '@/domain/document/listed-document'
import type { ListedEvent } from '@/domain/event/listed-event'
import { citationColumns, figureColumns, quantityColumns, scopeColumns } from '@/domain/export/figure-columns'
import type { Cell, Column } from '@/domain/export/table'
import type { Dispute } from '@/domain/figure/figure'
import type { ListedIndicator } from '@/domain/indicator/indicator'
import type { Note } from '@/domain/note/note'
import type { ListedPlace } from '@/domain/place/listed-place'
import type { Headline } from '@/domain/reconciliation/headline'
import type { Series } from '@/domain/series/series'
import type { ListedSitrep } from '@/domain/sitrep/listed-sitrep'
import type { ListedSource } from '@/domain/source/listed-source'
import type { ListedStatement } from '@/domain/statement/listed-statement'

/* The columns of every list as a table, each by the heading a spreadsheet shows. */

export const crisisColumns: Column<Crisis>[] = [
  { heading: 'slug', cell: ({ slug }) => slug },
  { heading: 'title', cell: ({ title }) => title },
  { heading: 'time_zone', cell: ({ timeZone }) => timeZone },
  { heading: 'start_day', cell: ({ startDay }) => startDay },
  { heading: 'end_day', cell: ({ endDay }) => endDay },
  { heading: 'publisher', cell: ({ publisher }) => publisher },
  { heading: 'reconstruction', cell: ({ reconstruction }) => reconstruction },
  { heading: 'exercise', cell: ({ exercise }) => exercise },
  { heading: 'revision', cell: ({ revision }) => revision },
]

export const indicatorColumns: Column<ListedIndicator>[] = [
  { heading: 'key', cell: ({ key }) => key },
  { heading: 'label', cell: ({ labels }) => labels.en },
  { heading: 'group', cell: ({ group }) => group },
  { heading: 'unit', cell: ({ unit }) => unit },
  { heading: 'measure', cell: ({ measure }) => measure },
  { heading: 'window_hours', cell: ({ windowHours }) => windowHours },
  { heading: 'stale_hours', cell: ({ staleHours }) => staleHours },
  { heading: 'definition', cell: ({ definition }) => definition },
  { heading: 'version', cell: ({ version }) => version },
]

export const headlineColumns: Column<Headline>[] = [
  ...scopeColumns<Headline>(({ scope }) => scope),
  { heading: 'agreement', cell: ({ agreement }) => agreement },
  ...quantityColumns<Headline>(({ quantity }) => quantity),
  { heading: 'rule', cell: ({ rule }) => rule },
  { heading: 'rationale', cell: ({ rationale }) => rationale },
  { heading: 'decided_by', cell: ({ decidedBy }) => decidedBy },
  { heading: 'corroborated', cell: ({ corroborated }) => corroborated },
  { heading: 'independent_claimants', cell: ({ independentClaimants }) => independentClaimants },
  { heading: 'as_of_start', cell: ({ asOf }) => asOf?.start ?? null },
  { heading: 'as_of_end', cell: ({ asOf }) => asOf?.end ?? null },
  { heading: 'stale', cell: ({ stale }) => stale },
  { heading: 'findings', cell: ({ findings }) => findings.map(({ message }) => message).join('; ') },
  { heading: 'sentence', cell: ({ sentence }) => sentence },
  { heading: 'claimants', cell: ({ positions }) => positions.map(({ claimant }) => claimant.name).join('; ') },
  { heading: 'figures', cell: ({ positions }) => positions.map(({ figure }) => figure).join(' ') },
]

/** One row per step; lists of series are taken apart by `stepsOf`. */
export type SeriesRow = Pick<Series, 'scope' | 'claimant'> & { step: Series['steps'][number] }
export const stepsOf = ({ scope, claimant, steps }: Series): SeriesRow[] =>
  steps.map((step) => ({ scope, claimant, step }))

export const seriesColumns: Column<SeriesRow>[] = [
  ...scopeColumns<SeriesRow>(({ scope }) => scope),
  { heading: 'claimant_id', cell: ({ claimant }) => claimant.id },
  { heading: 'claimant', cell: ({ claimant }) => claimant.name },
  { heading: 'as_of_start', cell: ({ step }) => step.asOf.start },
  { heading: 'as_of_end', cell: ({ step }) => step.asOf.end },
  ...quantityColumns<SeriesRow>(({ step }) => step.quantity),
  { heading: 'coverage', cell: ({ step }) => step.coverage },
  { heading: 'disputed', cell: ({ step }) => step.disputed },
  { heading: 'figure', cell: ({ step }) => step.figure },
]

export const changeColumns: Column<Change>[] = [
  { heading: 'kind', cell: ({ kind }) => kind },
  ...scopeColumns<Change>(({ scope }) => scope),
  { heading: 'was', cell: ({ was }) => was.sentence },
  { heading: 'now', cell: ({ now }) => now.sentence },
  { heading: 'figures', cell: ({ now }) => now.positions.map(({ figure }) => figure).join(' ') },
]

export const noteColumns: Column<Note>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'version', cell: ({ version }) => version },
  { heading: 'kind', cell: ({ kind }) => kind },
  { heading: 'text', cell: ({ text }) => text },
  { heading: 'said_by', cell: ({ saidBy }) => saidBy.name },
  { heading: 'speaker', cell: ({ speaker }) => speaker },
  { heading: 'as_of_start', cell: ({ asOf }) => asOf?.start ?? null },
  { heading: 'as_of_end', cell: ({ asOf }) => asOf?.end ?? null },
  { heading: 'places', cell: ({ places }) => places.map(({ role, name }) => `${role}: ${name}`).join('; ') },
  { heading: 'known_from', cell: ({ knownFrom }) => knownFrom },
  ...citationColumns<Note>(({ citations }) => citations),
]

export const statementColumns: Column<ListedStatement>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'claimant_id', cell: ({ claimant }) => claimant.id },
  { heading: 'claimant', cell: ({ claimant }) => claimant.name },
  { heading: 'speaker', cell: ({ speaker }) => speaker },
  { heading: 'occasion', cell: ({ occasion }) => occasion },
  { heading: 'said_at_start', cell: ({ saidAt }) => saidAt?.start ?? null },
  { heading: 'said_at_end', cell: ({ saidAt }) => saidAt?.end ?? null },
  { heading: 'figures', cell: ({ figures }) => figures.join(' ') },
  { heading: 'documents', cell: ({ documents }) => documents.join(' ') },
]

export const documentColumns: Column<ListedDocument>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'title', cell: ({ title }) => title },
  { heading: 'publisher', cell: ({ publisher }) => publisher.name },
  { heading: 'url', cell: ({ url }) => url },
  { heading: 'published_at', cell: ({ publishedAt }) => publishedAt },
  { heading: 'published_precision', cell: ({ publishedPrecision }) => publishedPrecision },
  { heading: 'language', cell: ({ language }) => language },
  { heading: 'retrieved_at', cell: ({ retrievedAt }) => retrievedAt },
  { heading: 'sha256', cell: ({ sha256 }) => sha256 },
]

export const sourceColumns: Column<ListedSource>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'name', cell: ({ name }) => name },
  { heading: 'kind', cell: ({ kind }) => kind },
  { heading: 'party', cell: ({ party }) => party },
  { heading: 'parent', cell: ({ parent }) => parent?.name ?? null },
  { heading: 'reliability', cell: ({ reliability }) => reliability },
  { heading: 'figures', cell: ({ figures }) => figures },
  { heading: 'documents', cell: ({ documents }) => documents },
]

export const placeColumns: Column<ListedPlace>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'name', cell: ({ name }) => name },
  { heading: 'level', cell: ({ level }) => level },
  { heading: 'parent', cell: ({ parent }) => parent },
  { heading: 'pcode', cell: ({ pcode }) => pcode },
  { heading: 'lat', cell: ({ point }) => point?.lat ?? null },
  { heading: 'lon', cell: ({ point }) => point?.lon ?? null },
]

export const eventColumns: Column<ListedEvent>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'title', cell: ({ title }) => title },
  { heading: 'place', cell: ({ place }) => place?.name ?? null },
  { heading: 'from', cell: ({ from }) => from },
  { heading: 'to', cell: ({ to }) => to },
  { heading: 'parent', cell: ({ parent }) => parent },
]

export const disputeColumns: Column<Dispute>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'figure', cell: ({ figure }) => figure },
  { heading: 'by', cell: ({ by }) => by.name },
  { heading: 'aspect', cell: ({ aspect }) => aspect },
  { heading: 'words', cell: ({ words }) => words },
  { heading: 'stated_at_end', cell: ({ statedAt }) => statedAt?.end ?? null },
  { heading: 'known_from', cell: ({ knownFrom }) => knownFrom },
  ...citationColumns<Dispute>(({ citations }) => citations),
]

/** Of an erratum the edition is the one that mends; what a figure has is empty. */
export const correctionColumns: Column<LedgerCorrection>[] = [
  { heading: 'kind', cell: ({ kind }) => kind },
  { heading: 'at', cell: ({ at }) => at },
  { heading: 'reason', cell: (one) => (one.kind === 'figure' ? one.reason : one.why) },
  { heading: 'approved_by', cell: ({ approvedBy }) => approvedBy },
  { heading: 'withdrawn_by', cell: (one) => ofFigure(one, ({ withdrawnBy }) => withdrawnBy) },
  { heading: 'confirmed_by', cell: (one) => ofFigure(one, ({ confirmedBy }) => confirmedBy) },
  { heading: 'was', cell: (one) => ofFigure(one, ({ was }) => was.quantity.words) },
  { heading: 'now', cell: (one) => ofFigure(one, ({ now }) => now?.quantity.words ?? null) },
  { heading: 'withdrawn', cell: (one) => ofFigure(one, ({ now }) => now === null) },
  {
    heading: 'editions',
    cell: (one) =>
      (one.kind === 'figure' ? one.editions : [one]).map(({ number, edition }) => `${number}.${edition}`).join(' '),
  },
  { heading: 'erratum', cell: (one) => (one.kind === 'erratum' ? one.what : null) },
  { heading: 'mends', cell: (one) => (one.kind === 'erratum' ? `${one.number}.${one.mends}` : null) },
  ...figureColumns.map(
    ({ heading, cell }): Column<LedgerCorrection> => ({
      heading,
      cell: (one) => ofFigure(one, ({ was }) => cell(was)),
    }),
  ),
]

const ofFigure = (one: LedgerCorrection, cell: (correction: Correction) => Cell): Cell =>
  one.kind === 'figure' ? cell(one) : null

export const sitrepColumns: Column<ListedSitrep>[] = [
  { heading: 'number', cell: ({ number }) => number },
  { heading: 'edition', cell: ({ edition }) => edition },
  { heading: 'kind', cell: ({ kind }) => kind },
  { heading: 'title', cell: ({ title }) => title },
  { heading: 'as_of', cell: ({ asOf }) => asOf },
  { heading: 'known_at', cell: ({ knownAt }) => knownAt },
  { heading: 'published_at', cell: ({ publishedAt }) => publishedAt },
  { heading: 'content_hash', cell: ({ contentHash }) => contentHash },
  { heading: 'pdf_sha256', cell: ({ pdfSha256 }) => pdfSha256 },
]
