import { composeChanges } from '@/domain/changes/find-changes'
import { composeCharts } from '@/domain/chart/compose-charts'
import { openCitationBook } from '@/domain/citation/citation-book'
import { renumberSources } from '@/domain/citation/renumber-sources'
import { composeTile } from '@/domain/dashboard/compose-tile'
import type { Dashboard } from '@/domain/dashboard/dashboard'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { keyFiguresOf, openView } from '@/domain/ledger/ledger-view'
import { composeContested } from '@/domain/sitrep/compose-contested'
import { composeNotKnown } from '@/domain/sitrep/compose-not-known'
import { composeNotes } from '@/domain/sitrep/compose-notes'
import { marksOf } from '@/domain/sitrep/report-header'
import { makeWording, momentText } from '@/domain/wording/wording'

const limits = { changes: 10, notes: 6, documents: 8 }

/**
 * The dashboard for one viewpoint: everything in words and numbered marks. `before` is the ledger at the viewpoint 24 hours earlier on both
 * clocks, for what changed; null where there is none.
 */
export function composeDashboard(now: LedgerSlice, before: LedgerSlice | null): Dashboard {
  const wording = makeWording(now.viewpoint.locale, now.crisis, now.indicators, now.viewpoint.asOf)
  const view = openView(now)
  const previous = before && openView(before)
  const book = openCitationBook(wording, now.hashes)
  const ground = { wording, view, previous, book }
  const { slug } = now.crisis
  // The order of this object is the order of the page, and so of the marks.
  const { composed, sources } = renumberSources(
    {
      asOfText: momentText(wording, now.viewpoint.asOf),
      knownAtText: momentText(wording, now.viewpoint.knownAt),
      marks: marksOf(wording),
      tiles: keyFiguresOf(view).map((keyFigure) => composeTile(ground, keyFigure)),
      casualties: composeCharts(ground, 'casualties'),
      displacement: composeCharts(ground, 'displacement'),
      ombudsman: composeCharts(ground, 'ombudsman'),
      contested: composeContested(ground),
      notes: composeNotes(ground, ['displacement', 'protection', 'access', 'needs', 'response'], limits.notes),
      documents: now.documents.slice(0, limits.documents).map((document) => ({
        href: `/crises/${slug}/documents/${document.id}`,
        title: document.title,
        publisher: document.publisher.name,
        whenText: document.publishedAt
          ? wording.format.asOf({
              start: document.publishedAt,
              end: document.publishedAt,
              precision: document.publishedPrecision ?? 'minute',
            })
          : wording.words.undated,
        language: document.language,
      })),
      changes: composeChanges(ground, limits.changes),
      changesSince: before ? momentText(wording, before.viewpoint.knownAt) : '',
      notKnown: composeNotKnown(ground),
    },
    book.sources(),
  )
  return { ...composed, sources }
}
