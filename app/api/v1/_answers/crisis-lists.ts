import { byCrisis } from '@/app/_server/find-crisis-of'
import { type ListRoute, listRoute } from '@/app/api/v1/_answers/list-route'
import { operations } from '@/app/api/v1/_contract/operations'
import { figureColumns } from '@/domain/export/figure-columns'
import {
  changeColumns,
  correctionColumns,
  disputeColumns,
  documentColumns,
  eventColumns,
  headlineColumns,
  noteColumns,
  placeColumns,
  seriesColumns,
  sitrepColumns,
  sourceColumns,
  statementColumns,
  stepsOf,
} from '@/domain/export/list-columns'
import { makeTable } from '@/domain/export/table'
import { pageOf } from '@/domain/paging/page'
import { endOfDay } from '@/domain/time/local-time'
import { parseTime } from '@/domain/viewpoint/parse-viewpoint'
import { ServiceError } from '@/services/errors'
import { readChanges } from '@/services/read-changes'
import { readCorrectionsLedger } from '@/services/read-corrections'
import { listDisputes } from '@/services/read-disputes'
import { listDocuments } from '@/services/read-documents'
import { listFigures } from '@/services/read-figures'
import { readHeadlines } from '@/services/read-headlines'
import { listNotes } from '@/services/read-notes'
import { readSeries } from '@/services/read-series'
import { listSitreps } from '@/services/read-sitreps'
import { listSources } from '@/services/read-sources'
import { listStatements } from '@/services/read-statements'
import { readVocabulary } from '@/services/read-vocabulary'

const idOf = ({ id }: { id: string }) => id

/** Every list of a crisis by the last part of its address: what it reads, and how it is set in rows. */
export const crisisLists = {
  figures: listRoute(operations.figures, byCrisis, listFigures, (items) => makeTable('figures', figureColumns, items)),
  headlines: listRoute(operations.headlines, byCrisis, readHeadlines, (items) =>
    makeTable('headlines', headlineColumns, items),
  ),
  series: listRoute(
    operations.series,
    byCrisis,
    (asked) => readSeries({ ...asked, daily: asked.query.interval === 'day' }),
    (items) => makeTable('series', seriesColumns, items.flatMap(stepsOf)),
  ),
  changes: listRoute(
    operations.changes,
    byCrisis,
    (asked) => {
      const since = parseTime(asked.query.since, asked.crisis.timeZone, endOfDay)
      if (since.instant !== null) return readChanges({ ...asked, since: since.instant })
      throw new ServiceError('invalid', since.message, [{ pointer: '/since', message: since.message }])
    },
    (items) => makeTable('changes', changeColumns, items),
  ),
  notes: listRoute(operations.notes, byCrisis, listNotes, (items) => makeTable('notes', noteColumns, items)),
  statements: listRoute(
    operations.statements,
    byCrisis,
    (asked) => listStatements({ ...asked, claimants: asked.filter.claimant }),
    (items) => makeTable('statements', statementColumns, items),
  ),
  documents: listRoute(operations.documents, byCrisis, listDocuments, (items) =>
    makeTable('documents', documentColumns, items),
  ),
  sources: listRoute(
    operations.sources,
    byCrisis,
    async (asked) => pageOf(await listSources(asked), asked.page, idOf),
    (items) => makeTable('sources', sourceColumns, items),
  ),
  places: listRoute(
    operations.places,
    byCrisis,
    async (asked) => pageOf((await readVocabulary(asked)).places, asked.page, idOf),
    (items) => makeTable('places', placeColumns, items),
  ),
  events: listRoute(
    operations.events,
    byCrisis,
    async (asked) => pageOf((await readVocabulary(asked)).events, asked.page, idOf),
    (items) => makeTable('events', eventColumns, items),
  ),
  disputes: listRoute(
    operations.disputes,
    byCrisis,
    async (asked) => pageOf(await listDisputes(asked), asked.page, idOf),
    (items) => makeTable('disputes', disputeColumns, items),
  ),
  corrections: listRoute(
    operations.corrections,
    byCrisis,
    async (asked) =>
      pageOf(await readCorrectionsLedger(asked), asked.page, (one) =>
        one.kind === 'figure' ? `${one.figure}:${one.was.version}` : `${one.sitrep}:${one.edition}`,
      ),
    (items) => makeTable('corrections', correctionColumns, items),
  ),
  sitreps: listRoute(
    operations.sitreps,
    byCrisis,
    (asked) => listSitreps({ ...asked, knownAt: asked.viewpoint.knownAt }),
    (items) => makeTable('sitreps', sitrepColumns, items),
  ),
} satisfies Record<string, ListRoute>
