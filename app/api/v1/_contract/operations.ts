import { z } from 'zod'
import { deskOperations } from '@/app/api/v1/_contract/desk-operations'
import type { Operation } from '@/app/api/v1/_contract/operation'
import {
  actQuery,
  editionQuery,
  filterQuery,
  intervalQuery,
  lookupQuery,
  noQuery,
  pageQuery,
  pdfQuery,
  sinceQuery,
  viewpointQuery,
} from '@/app/api/v1/_contract/query'
import { listedActSchema } from '@/domain/audit/listed-act'
import { changeSchema } from '@/domain/changes/change'
import { ledgerCorrectionSchema } from '@/domain/correction/correction'
import { crisisSchema } from '@/domain/crisis/crisis'
import { documentDetailSchema, listedDocumentSchema } from '@/domain/document/listed-document'
import { lookupItemSchema } from '@/domain/entry/lookup'
import { listedEventSchema } from '@/domain/event/listed-event'
import { disputeSchema, figureSchema } from '@/domain/figure/figure'
import { figureDetailSchema } from '@/domain/figure/figure-detail'
import { listedIndicatorSchema } from '@/domain/indicator/indicator'
import { noteSchema } from '@/domain/note/note'
import { listedPlaceSchema } from '@/domain/place/listed-place'
import { headlineSchema } from '@/domain/reconciliation/headline'
import { seriesSchema } from '@/domain/series/series'
import { listedSitrepSchema, publishedSitrepSchema } from '@/domain/sitrep/listed-sitrep'
import { listedSourceSchema } from '@/domain/source/listed-source'
import { listedStatementSchema } from '@/domain/statement/listed-statement'

const viewpointPage = viewpointQuery.extend(pageQuery.shape)
const filterPage = filterQuery.extend(pageQuery.shape)

const list = <Query extends z.ZodObject, Answer extends z.ZodType>(
  id: string,
  path: string,
  summary: string,
  query: Query,
  answer: Answer,
) => ({ id, path, summary, query, answer, kind: 'list' }) as const satisfies Operation

const object = <Query extends z.ZodObject, Answer extends z.ZodType>(
  id: string,
  path: string,
  summary: string,
  query: Query,
  answer: Answer,
) => ({ id, path, summary, query, answer, kind: 'object' }) as const satisfies Operation

/** Every route that reads, by its name in the code. */
export const operations = {
  crises: list('listCrises', '/crises', 'All crises, newest activity first', viewpointPage, crisisSchema),
  indicators: list('listIndicators', '/indicators', 'The codelist', pageQuery, listedIndicatorSchema),
  crisis: object('readCrisis', '/crises/{crisis}', 'One crisis', viewpointQuery, crisisSchema),
  figures: list('listFigures', '/crises/{crisis}/figures', 'Figures, newest as-of first', filterPage, figureSchema),
  headlines: list(
    'readHeadlines',
    '/crises/{crisis}/headlines',
    'One headline per scope, with every position',
    filterPage,
    headlineSchema,
  ),
  series: list(
    'readSeries',
    '/crises/{crisis}/series',
    'What each claimant said of each scope over time',
    filterPage.extend(intervalQuery.shape),
    seriesSchema,
  ),
  changes: list(
    'readChanges',
    '/crises/{crisis}/changes',
    'What changed between two moments of knowledge',
    filterPage.extend(sinceQuery.shape),
    changeSchema,
  ),
  notes: list('listNotes', '/crises/{crisis}/notes', 'Notes, newest as-of first', viewpointPage, noteSchema),
  statements: list(
    'listStatements',
    '/crises/{crisis}/statements',
    'Statements that figures were taken from',
    viewpointPage.extend({ claimant: filterQuery.shape.claimant }),
    listedStatementSchema,
  ),
  documents: list(
    'listDocuments',
    '/crises/{crisis}/documents',
    'Documents, newest published first',
    viewpointPage,
    listedDocumentSchema,
  ),
  sources: list(
    'listSources',
    '/crises/{crisis}/sources',
    'Sources with their grades and the number of their figures',
    viewpointPage,
    listedSourceSchema,
  ),
  places: list('listPlaces', '/crises/{crisis}/places', 'Places that figures name', viewpointPage, listedPlaceSchema),
  events: list('listEvents', '/crises/{crisis}/events', 'Events that figures cover', viewpointPage, listedEventSchema),
  disputes: list('listDisputes', '/crises/{crisis}/disputes', 'Disputes of figures', viewpointPage, disputeSchema),
  corrections: list(
    'listCorrections',
    '/crises/{crisis}/corrections',
    'Corrections and withdrawals of figures with the editions concerned, and errata of editions, newest first',
    filterPage,
    ledgerCorrectionSchema,
  ),
  sitreps: list(
    'listSitreps',
    '/crises/{crisis}/sitreps',
    'Published sitreps, newest first, each as its latest edition',
    viewpointPage,
    listedSitrepSchema,
  ),
  sitrep: object(
    'readSitrep',
    '/crises/{crisis}/sitreps/{number}',
    'A published sitrep with its content',
    viewpointQuery.extend(editionQuery.shape),
    publishedSitrepSchema,
  ),
  sitrepPdf: {
    id: 'readSitrepPdf',
    path: '/crises/{crisis}/sitreps/{number}/pdf',
    summary: 'A published sitrep as PDF (PDF/UA-1; with its data inside PDF/A-3a)',
    query: viewpointQuery.extend(pdfQuery.shape),
    answer: z.string(),
    kind: 'pdf',
  },
  sitrepText: {
    id: 'readSitrepText',
    path: '/crises/{crisis}/sitreps/{number}/text',
    summary: 'A published sitrep as plain text for messengers, with short citations',
    query: viewpointQuery.extend(editionQuery.shape),
    answer: z.string(),
    kind: 'text',
  },
  sitrepForReliefWeb: {
    id: 'packageSitrepForReliefWeb',
    path: '/crises/{crisis}/sitreps/{number}/reliefweb',
    summary: 'A published sitrep as ReliefWeb takes it: report.json for its Post API, with the PDFs',
    query: viewpointQuery.extend(editionQuery.shape),
    answer: z.string(),
    kind: 'zip',
    roles: ['editor', 'administrator'],
  },
  figure: object('readFigure', '/figures/{id}', 'One figure and all around it', viewpointQuery, figureDetailSchema),
  document: object(
    'readDocument',
    '/documents/{id}',
    'One document with what is quoted from it',
    viewpointQuery,
    documentDetailSchema,
  ),
  note: object('readNote', '/notes/{id}', 'One note', viewpointQuery, noteSchema),
  statement: object('readStatement', '/statements/{id}', 'One statement', viewpointQuery, listedStatementSchema),
  event: object('readEvent', '/events/{id}', 'One event', viewpointQuery, listedEventSchema),
  lookup: {
    ...object(
      'lookUp',
      '/crises/{crisis}/lookup',
      'What an entry may refer to, by the words typed: any name in any script, accents left aside',
      lookupQuery,
      z.object({ items: z.array(lookupItemSchema) }),
    ),
    kind: 'own',
    roles: ['contributor', 'reviewer', 'editor', 'administrator'],
  },
  dispute: object('readDispute', '/disputes/{id}', 'One dispute', viewpointQuery, disputeSchema),
  audit: {
    ...list(
      'listActs',
      '/audit',
      'The audit log, newest first: who did what, when, with what stood before and after',
      pageQuery.extend(actQuery.shape),
      listedActSchema,
    ),
    roles: ['administrator'],
  },
  draftKey: {
    id: 'readDraftKey',
    path: '/me/draft-key',
    summary: 'The key that seals the drafts in the browser of whoever is signed in',
    query: noQuery,
    answer: z.object({ userId: z.string(), key: z.base64() }),
    kind: 'own',
  },
  ...deskOperations,
} satisfies Record<string, Operation>
