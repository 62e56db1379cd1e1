import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { correctionOfDispute, correctionOfFigure, correctionOfNote } from '@/app/_pages/correction-view'
import { forRoles } from '@/app/_pages/for-roles'
import { addressOf, keyOf, loadReview } from '@/app/_pages/load-review'
import { findCrisis } from '@/app/_server/ask-crisis'
import type { Asker } from '@/app/_server/context'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { FactList } from '@/components/figures/fact-list'
import { figureTitle } from '@/components/figures/figure-row'
import { BulkApproval } from '@/components/review/bulk-approval'
import { DocumentPane } from '@/components/review/document-pane'
import { ReviewDesk, type ReviewView } from '@/components/review/review-desk'
import { ReviewedFigureView } from '@/components/review/reviewed-figure'
import { WaitingList } from '@/components/review/waiting-list'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { marksOf } from '@/domain/sitrep/report-header'
import { makeWording, momentText, type Wording } from '@/domain/wording/wording'
import { holdsRole } from '@/domain/workflow/actor'
import { deskRoles, type Waiting } from '@/domain/workflow/waiting'
import { readCrises, readIndicators } from '@/services/read-crises'
import { readCitedDocuments, readReviewedFigure } from '@/services/read-reviewed'

interface Props {
  searchParams: Promise<PageSearchParams>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('title') }
}

/** What waits for a second person, one by one: beside its quote, with findings, earlier values and rivals; by keyboard. */
export default async function ReviewPage({ searchParams }: Props) {
  const query = await searchParams
  return await forRoles(deskRoles, undefined, async (asker) => {
    const [queue, active, indicators, t] = await Promise.all([
      loadReview(asker.ctx, query),
      readCrises({ ctx: asker.ctx }),
      readIndicators({ ctx: asker.ctx }),
      getTranslations('review'),
    ])
    const crises = active.map(({ crisis }) => crisis)
    const wordingOf = (slug: string | undefined) => {
      const crisis = crises.find((one) => one.slug === slug) ?? crises[0]
      return crisis && makeWording(asker.ctx.locale, crisis, indicators)
    }
    const { looked, items, filter } = queue
    const documents = new Map(items.flatMap(citationsOf).map(({ document }) => [document.id, document.title]))
    const wording = wordingOf(looked?.crisis?.slug)
    const bulk = query.bulk !== undefined && filter.document !== undefined
    return (
      <>
        <PageHeading
          title={t('title')}
          subtitle={[t('waits', { count: queue.total }), t('own', { count: queue.own })].filter(Boolean).join(', ')}
          marks={looked && wording ? marksOf(wording) : []}
        />
        <details className="mb-6 text-sm">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent">{t('filter')}</summary>
          <form action="/admin/review" className="mt-2 flex flex-wrap items-end gap-3">
            <Choice
              name="crisis"
              label={t('crisis')}
              value={filter.crisis}
              all={t('allCrises')}
              options={crises.map(({ slug, title }) => [slug, title])}
            />
            <Choice
              name="document"
              label={t('document')}
              value={filter.document}
              all={t('allDocuments')}
              options={[...documents]}
            />
            <Choice
              name="author"
              label={t('author')}
              value={filter.author}
              all={t('everyone')}
              options={authorsOf(items, asker.signedIn.userId, t('me'))}
            />
            <Choice
              name="state"
              label={t('state')}
              value={filter.state}
              all={t('states.all')}
              options={(['submitted', 'returned', 'withdrawn'] as const).map((state) => [state, t(`states.${state}`)])}
            />
            <button type="submit" className={`${buttonClass('plain')} min-h-11`}>
              {t('show')}
            </button>
          </form>
        </details>
        {!looked || !wording ? (
          <Empty>{t('empty')}</Empty>
        ) : bulk ? (
          <Bulk
            items={items}
            crisis={looked.crisis?.slug ?? ''}
            wording={wording}
            userId={asker.signedIn.userId}
            back={addressOf(filter)}
          />
        ) : (
          <div className="grid gap-8 lg:grid-cols-[17rem_minmax(0,1fr)]">
            <div>
              <WaitingList
                lines={items.map((item) => ({
                  key: keyOf(item),
                  href: queue.address(item) ?? '',
                  title: titleOf(item, wordingOf(item.crisis?.slug) ?? wording),
                  kind: t(`kinds.${item.kind}`),
                  detail: whoOf(item, wordingOf(item.crisis?.slug) ?? wording, t),
                  isLookedAt: item === looked,
                }))}
              />
              {queue.isCut && <p className="mt-2 text-xs text-muted">{t('more', { count: items.length })}</p>}
              {filter.document && items.filter(({ kind }) => kind === 'figure').length > 1 && (
                <Link
                  href={`${addressOf(filter)}&bulk=1`}
                  className={`${buttonClass('plain')} mt-4 min-h-11 whitespace-normal`}
                >
                  {t('bulk', { count: items.filter(({ kind }) => kind === 'figure').length })}
                </Link>
              )}
            </div>
            <Looked
              item={looked}
              asker={asker}
              wording={wording}
              next={queue.next}
              previous={queue.previous}
              queue={addressOf(filter)}
            />
          </div>
        )}
      </>
    )
  })
}

type Words = Awaited<ReturnType<typeof getTranslations<'review'>>>

function Choice({
  name,
  label,
  value,
  all,
  options,
}: {
  name: string
  label: string
  value: string | undefined
  all: string
  options: (readonly [string, string])[]
}) {
  return (
    <label className="min-w-0 max-w-full">
      <span className="mb-1 block text-muted">{label}</span>
      <select
        name={name}
        defaultValue={value ?? ''}
        className="min-h-11 w-52 max-w-full rounded-md border border-line bg-surface px-2 text-ink"
      >
        <option value="">{all}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function Bulk({
  items,
  crisis,
  wording,
  userId,
  back,
}: {
  items: Waiting[]
  crisis: string
  wording: Wording
  userId: string
  back: string
}) {
  return (
    <BulkList
      crisis={crisis}
      userId={userId}
      back={back}
      figures={items.flatMap((item) =>
        item.kind === 'figure' ? [{ item, title: figureTitle(item.figure, wording) }] : [],
      )}
    />
  )
}

async function BulkList({
  crisis,
  userId,
  back,
  figures,
}: {
  crisis: string
  userId: string
  back: string
  figures: { item: Extract<Waiting, { kind: 'figure' }>; title: string }[]
}) {
  const t = await getTranslations('review')
  return (
    <section aria-labelledby="bulk">
      <h2 id="bulk" className="mb-2 text-lg font-semibold">
        {t('bulkTitle')}
      </h2>
      <BulkApproval
        crisis={crisis}
        userId={userId}
        figures={figures.map(({ item: { id, version, figure, hindrance }, title }) => ({
          id,
          version,
          title,
          quote: figure.citations[0]?.quote ?? '',
          language: figure.citations[0]?.language ?? '',
          // A whole may be ticked with its parts.
          hindrance: hindrance === null || hindrance === 'whole-waits' ? null : t(`hindrances.${hindrance}`),
        }))}
      />
      <p className="mt-4">
        <Link href={back}>{t('backToQueue')}</Link>
      </p>
    </section>
  )
}

async function Looked({
  item,
  asker,
  wording,
  next,
  previous,
  queue,
}: {
  item: Waiting
  asker: Asker
  wording: Wording
  next: string | null
  previous: string | null
  queue: string
}) {
  const t = await getTranslations('review')
  const { ctx } = asker
  const actor = ctx.actor
  const isReviewer = actor !== null && holdsRole(actor, 'reviewer', item.kind === 'grade' ? null : wording.crisis.id)
  const mayEdit = actor !== null && (isReviewer || holdsRole(actor, 'contributor', wording.crisis.id))
  const { timeZone } = wording.crisis
  const title = titleOf(item, wording)
  const about = fieldsOf(item).find((field) => pointers[field] === item.last.field)
  const correction =
    item.kind === 'figure'
      ? correctionOfFigure(item.figure, timeZone, title)
      : item.kind === 'note'
        ? correctionOfNote(item.note, timeZone)
        : item.kind === 'dispute'
          ? correctionOfDispute(item.dispute, timeZone)
          : null
  const noun = item.kind === 'withdrawal' ? item.of : item.kind
  const view: ReviewView = {
    kind: item.kind,
    id: item.id,
    version: item.version,
    path: `/${noun}s/${item.id}`,
    title,
    hindrance: item.hindrance,
    mayReturn: isReviewer,
    isReturned: item.last.state === 'returned',
    isAuthor: item.author.id === actor?.id,
    fields: fieldsOf(item).map((field) => ({ pointer: pointers[field], label: t(`fields.${field}`) })),
    correction: mayEdit ? correction : null,
    next,
    previous,
    queue,
  }
  return (
    <section aria-labelledby="looked" className="min-w-0">
      <h2 id="looked" className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      <p className="mb-4 text-sm text-muted">
        {[t(`kinds.${item.kind}`), item.crisis?.title, whoOf(item, wording, t)].filter(Boolean).join(' · ')}
        {item.reason && <span className="block text-ink">{t('reason', { reason: item.reason })}</span>}
        {item.last.comment && item.last.comment !== item.reason && (
          <span className="mt-2 block border-s-4 border-series-2 ps-3 text-ink">
            {item.last.comment}{' '}
            {item.last.field && (
              <span className="text-muted">
                ({t('field', { field: about ? t(`fields.${about}`) : item.last.field })})
              </span>
            )}
          </span>
        )}
      </p>
      <ReviewDesk key={keyOf(item)} view={view} userId={asker.signedIn?.userId ?? ''} />
      <div className="mt-8">
        <Content item={item} wording={wording} />
      </div>
    </section>
  )
}

async function Content({ item, wording }: { item: Waiting; wording: Wording }) {
  const t = await getTranslations('review')
  const slug = item.crisis?.slug
  const found = slug === undefined ? null : await findCrisis(slug)
  const documentsOf = async (of: Waiting) =>
    found ? await readCitedDocuments({ ctx: found.ctx, crisis: found.crisis, citations: citationsOf(of) }) : []
  if (item.kind === 'figure' && found) {
    const [reviewed, documents] = await Promise.all([
      readReviewedFigure({ ctx: found.ctx, crisis: found.crisis, id: item.id }),
      documentsOf(item),
    ])
    return <ReviewedFigureView reviewed={reviewed} documents={documents} wording={wording} />
  }
  const figureFact = (name: string, figure: Parameters<typeof figureTitle>[0] | null) =>
    figure
      ? [
          {
            name,
            value: <Link href={`/admin/crises/${slug}/figures/${figure.id}`}>{figureTitle(figure, wording)}</Link>,
          },
        ]
      : []
  const facts =
    item.kind === 'note'
      ? [{ name: t('noteText'), value: item.note.text }]
      : item.kind === 'dispute'
        ? [
            ...figureFact(t('disputed'), item.disputed),
            { name: t('disputeWords'), value: item.dispute.words },
            { name: t('aspect'), value: t(`aspects.${item.dispute.aspect}`) },
          ]
        : item.kind === 'resolution'
          ? figureFact(t(item.ofStatement ? 'chosenOfStatement' : 'chosen'), item.figure)
          : item.kind === 'grade'
            ? [
                {
                  name: item.source.name,
                  value: t('gradeFromTo', { from: item.source.reliability, to: item.reliability }),
                },
              ]
            : item.kind === 'withdrawal'
              ? [
                  ...figureFact(t('kinds.figure'), item.figure),
                  { name: t('noteText'), value: item.note?.text ?? null },
                  { name: t('disputeWords'), value: item.dispute?.words ?? null },
                ]
              : []
  return (
    <div className="grid gap-10 xl:grid-cols-2">
      <FactList facts={facts} />
      <DocumentPane documents={await documentsOf(item)} />
    </div>
  )
}

function citationsOf(item: Waiting) {
  if (item.kind === 'figure' || item.kind === 'resolution') return item.figure?.citations ?? []
  if (item.kind === 'note') return item.note.citations
  if (item.kind === 'dispute') return item.dispute.citations
  if (item.kind === 'withdrawal') return (item.figure ?? item.note ?? item.dispute)?.citations ?? []
  return []
}

const pointers = {
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

function fieldsOf({ kind }: Waiting): (keyof typeof pointers)[] {
  if (kind === 'figure')
    return ['quantity', 'quote', 'asOf', 'indicator', 'population', 'places', 'events', 'basis', 'coverage', 'partOf']
  if (kind === 'note') return ['text', 'quote', 'saidBy', 'asOf', 'places']
  if (kind === 'dispute') return ['words', 'quote', 'by', 'aspect']
  return []
}

function titleOf(item: Waiting, wording: Wording): string {
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

function whoOf(item: Waiting, wording: Wording, t: Words): string {
  const when = momentText(wording, item.last.at)
  if (item.last.state === 'returned') return t('returnedBy', { name: item.last.by.name, when })
  if (item.kind === 'withdrawal') return t('withdrawnBy', { name: item.last.by.name, when })
  if (item.kind === 'resolution' || item.kind === 'grade') return t('decidedBy', { name: item.author.name, when })
  return t(item.reason ? 'correctedBy' : 'enteredBy', { name: item.author.name, when })
}

function authorsOf(items: Waiting[], me: string, meWord: string): [string, string][] {
  const others = new Map(items.filter(({ author }) => author.id !== me).map(({ author }) => [author.id, author.name]))
  return [['me', meWord], ...others]
}
