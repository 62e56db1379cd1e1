import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { filterOf } from '@/app/_pages/filter-of'
import { loadFigureRows, mostRows } from '@/app/_pages/load-figure-rows'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { type CrisisPageProps, pathWith } from '@/app/_pages/page-props'
import { possibleQuery } from '@/app/_pages/possible-query'
import { tileQuery } from '@/app/_pages/tile-query'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { type FigureColumn, type FigureLabels, figureColumns, sortFigureRows } from '@/components/figures/figure-row'
import { FiguresTable } from '@/components/figures/figures-table'
import { FilterBar } from '@/components/forms/filter-bar'
import { addressWith } from '@/components/forms/query-address'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { marksOf } from '@/domain/sitrep/report-header'
import { makeWording } from '@/domain/wording/wording'

const pageSize = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figures')
  return { title: t('title') }
}

/** Every figure in view in a table: filtered, sorted and paged by the address. `?tile=` leads to the filter of that key figure. */
export default async function FiguresPage({ params, searchParams }: CrisisPageProps) {
  const [{ crisis: slug }, query] = await Promise.all([params, searchParams])
  const path = `/crises/${slug}/figures`
  const t = await getTranslations('figures')
  const asked = await orStandIn(pathWith(path, query), async () => loadFigureRows(slug, query, await figureLabels()))
  const { crisis, options, viewpoint, rows, isCut } = asked
  const wanted = possibleQuery(asked, query)
  const tile = crisis.keyFigures.find(({ key }) => key === query.tile)
  if (tile) redirect(addressWith(path, wanted, tileQuery(tile)))
  const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
  const sort = readSort(query)
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const page = Math.min(readPage(query), pages)
  const shown = sortFigureRows(rows, sort.column, sort.isFalling).slice((page - 1) * pageSize, page * pageSize)
  const values = { ...wanted, ...(query.sort ? { sort: [sort.isFalling ? `-${sort.column}` : sort.column] } : {}) }
  const filter = await filterOf(asked, values, path, ['sort'])
  const pageLink = (number: number, label: string) =>
    number >= 1 && number <= pages ? { href: addressWith(path, values, { page: String(number) }), label } : null
  const columns = Object.fromEntries(figureColumns.map((column) => [column, t(`columnNames.${column}`)]))
  return (
    <>
      <PageHeading
        title={t('title')}
        subtitle={isCut ? t('cut', { count: mostRows }) : t('subtitle', { count: rows.length })}
        marks={marksOf(wording)}
      >
        <a href={addressWith(`/api/v1/crises/${slug}/figures.csv`, wanted, {})} className={buttonClass('plain')}>
          CSV
        </a>
        <a href={addressWith(`/api/v1/crises/${slug}/figures.xlsx`, wanted, {})} className={buttonClass('plain')}>
          XLSX
        </a>
      </PageHeading>
      <FilterBar view={filter} />
      {rows.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <FiguresTable
          rows={shown}
          sort={sort}
          sortLinks={Object.fromEntries(
            figureColumns.map((column) => [
              column,
              addressWith(path, values, { sort: nextSort(column, sort), page: null }),
            ]),
          )}
          labels={{
            caption: t('caption'),
            columns: columns as Record<FigureColumn, string>,
            chooseColumns: t('columns'),
            hint: t('hint'),
            sortBy: Object.fromEntries(
              figureColumns.map((column) => [column, t('sortBy', { column: t(`columnNames.${column}`) })]),
            ) as Record<FigureColumn, string>,
            undated: t('undated'),
          }}
        />
      )}
      <Pager
        label={t('pages')}
        text={t('page', {
          from: (page - 1) * pageSize + 1,
          to: Math.min(page * pageSize, rows.length),
          total: rows.length,
        })}
        previous={pageLink(page - 1, t('previous'))}
        next={pageLink(page + 1, t('next'))}
      />
    </>
  )
}

/** The screen's words for rows of figures. */
async function figureLabels(): Promise<FigureLabels> {
  const t = await getTranslations('figures')
  const basis = (kind: 'running-total' | 'period' | 'stock') => t(`basisKinds.${kind}`)
  const nature = (kind: 'count' | 'estimate' | 'projection' | 'baseline' | 'rate') => t(`natures.${kind}`)
  return {
    basis: { 'running-total': basis('running-total'), period: basis('period'), stock: basis('stock') },
    nature: {
      count: nature('count'),
      estimate: nature('estimate'),
      projection: nature('projection'),
      baseline: nature('baseline'),
      rate: nature('rate'),
    },
    contested: t('disputed'),
    denied: t('denied'),
  }
}

/** `sort=claimant` rises, `sort=-asOf` falls; anything else is the newest first. */
function readSort(query: PageSearchParams): { column: FigureColumn; isFalling: boolean } {
  const [text = ''] = [query.sort ?? ''].flat()
  const column = figureColumns.find((one) => one === text.replace(/^-/, ''))
  return column ? { column, isFalling: text.startsWith('-') } : { column: 'asOf', isFalling: true }
}

function nextSort(column: FigureColumn, sort: { column: FigureColumn; isFalling: boolean }): string {
  if (sort.column === column) return sort.isFalling ? column : `-${column}`
  return column === 'value' || column === 'asOf' ? `-${column}` : column
}

function readPage(query: PageSearchParams): number {
  const number = Number([query.page ?? '1'].flat()[0])
  return Number.isInteger(number) && number > 0 ? number : 1
}
