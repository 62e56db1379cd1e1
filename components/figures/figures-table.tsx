'use client'

import { type ColumnDef, flexRender, getCoreRowModel, useReactTable, type VisibilityState } from '@tanstack/react-table'
import Link from 'next/link'
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import type { FigureColumn, FigureRow } from '@/components/figures/figure-row'

export interface FiguresTableLabels {
  caption: string
  columns: Record<FigureColumn, string>
  chooseColumns: string
  hint: string
  sortBy: Record<FigureColumn, string>
  undated: string
}

/**
 * Figures in rows. Sorting and paging are links, so that they hold for all rows and work without JavaScript; with it, arrow keys move from
 * row to row, Enter opens, and columns can be hidden. On a phone each row is a card with the number first.
 */
export function FiguresTable({
  rows,
  labels,
  sort,
  sortLinks,
}: {
  rows: FigureRow[]
  labels: FiguresTableLabels
  sort: { column: FigureColumn; isFalling: boolean }
  sortLinks: Partial<Record<FigureColumn, string>>
}) {
  const [columnVisibility, setColumnVisibility] = useState<VisibilityState>({})
  const columns = useMemo(() => defineColumns(labels), [labels])
  const table = useReactTable({
    data: rows,
    columns,
    state: { columnVisibility },
    onColumnVisibilityChange: setColumnVisibility,
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ id }) => id,
    manualSorting: true,
    manualPagination: true,
  })

  return (
    <>
      <div className="scripting-only no-print mb-2 text-xs text-muted">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p className="hidden md:block">{labels.hint}</p>
          <details className="relative">
            <summary className="list-none py-1 text-accent hover:underline">{labels.chooseColumns}</summary>
            <div className="absolute end-0 z-20 mt-1 w-48 rounded-lg border border-line bg-surface p-3 text-sm text-ink shadow-lg">
              {table.getAllLeafColumns().map((column) => (
                <label key={column.id} className="flex items-center gap-2 py-1">
                  <input
                    type="checkbox"
                    checked={column.getIsVisible()}
                    disabled={!column.getCanHide()}
                    onChange={column.getToggleVisibilityHandler()}
                    className="accent-(--accent)"
                  />
                  {labels.columns[column.id as FigureColumn]}
                </label>
              ))}
            </div>
          </details>
        </div>
      </div>
      <div className="max-sm:overflow-visible sm:overflow-x-auto lg:overflow-visible">
        <table className="cards-on-phone w-full border-collapse text-sm">
          <caption className="sr-only">{labels.caption}</caption>
          <thead className="lg:sticky lg:top-0 lg:z-10">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} className="text-xs">
                {group.headers.map((header) => (
                  <HeaderCell
                    key={header.id}
                    column={header.column.id as FigureColumn}
                    labels={labels}
                    sort={sort}
                    href={sortLinks[header.column.id as FigureColumn]}
                  />
                ))}
              </tr>
            ))}
          </thead>
          <tbody onKeyDown={moveByArrow}>
            {table.getRowModel().rows.map((row) => (
              <tr
                key={row.id}
                onClick={openRow}
                className="cursor-pointer border-b border-line align-baseline hover:bg-surface"
              >
                {row.getVisibleCells().map((cell) => {
                  const column = cell.column.id as FigureColumn
                  const content = flexRender(cell.column.columnDef.cell, cell.getContext())
                  if (column === 'what') {
                    return (
                      <th key={cell.id} scope="row" className="py-2.5 pe-4 text-start font-normal">
                        {content}
                      </th>
                    )
                  }
                  const isEmpty = cell.getValue() === '' || cell.getValue() === null
                  return (
                    <td
                      key={cell.id}
                      data-label={column === 'value' ? undefined : labels.columns[column]}
                      data-first={column === 'value' ? '' : undefined}
                      data-empty={isEmpty && column !== 'asOf' ? '' : undefined}
                      className={`px-3 py-2.5 last:pe-0 ${column === 'value' ? 'text-end' : ''}`}
                    >
                      {content}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function HeaderCell({
  column,
  labels,
  sort,
  href,
}: {
  column: FigureColumn
  labels: FiguresTableLabels
  sort: { column: FigureColumn; isFalling: boolean }
  href: string | undefined
}) {
  const isSorted = sort.column === column
  const look = `border-b border-ink bg-ground py-2 font-semibold text-muted ${column === 'what' ? 'pe-4' : 'px-3 last:pe-0'} ${column === 'value' ? 'text-end' : 'text-start'}`
  return (
    <th scope="col" aria-sort={isSorted ? (sort.isFalling ? 'descending' : 'ascending') : undefined} className={look}>
      {href ? (
        <Link
          href={href}
          prefetch={false}
          scroll={false}
          aria-label={labels.sortBy[column]}
          className="whitespace-nowrap text-inherit no-underline hover:text-ink hover:underline"
        >
          {labels.columns[column]}
          <span aria-hidden="true">{isSorted ? (sort.isFalling ? ' ↓' : ' ↑') : ''}</span>
        </Link>
      ) : (
        labels.columns[column]
      )}
    </th>
  )
}

function defineColumns(labels: FiguresTableLabels): ColumnDef<FigureRow>[] {
  return [
    {
      id: 'what',
      accessorFn: ({ what }) => what,
      enableHiding: false,
      cell: ({ row: { original } }) => (
        <>
          <Link
            href={original.href}
            prefetch={false}
            data-row-link
            className="text-ink decoration-line hover:text-accent"
          >
            {original.what}
          </Link>
          {original.events && <span className="block text-xs text-muted">{original.events}</span>}
        </>
      ),
    },
    {
      id: 'value',
      accessorFn: ({ value }) => value.number,
      enableHiding: false,
      cell: ({ row: { original } }) => (
        <span className="whitespace-nowrap">
          {original.value.before && <small className="me-1 text-xs text-muted">{original.value.before}</small>}
          <span className="font-semibold">{original.value.number}</span>
          {original.value.after && <small className="ms-1 text-xs text-muted">{original.value.after}</small>}
        </span>
      ),
    },
    { id: 'where', accessorFn: ({ where }) => where, cell: ({ row }) => row.original.where },
    {
      id: 'asOf',
      accessorFn: ({ asOf }) => asOf,
      cell: ({ row }) => <span className="whitespace-nowrap">{row.original.asOf ?? labels.undated}</span>,
    },
    {
      id: 'claimant',
      accessorFn: ({ claimant }) => claimant,
      cell: ({ row: { original } }) => (
        <>
          {original.claimant}
          {original.relay && <span className="block text-xs text-muted">{original.relay}</span>}
        </>
      ),
    },
    {
      id: 'basis',
      accessorFn: ({ basis }) => basis,
      cell: ({ row }) => <span className="whitespace-nowrap">{row.original.basis}</span>,
    },
    {
      id: 'standing',
      accessorFn: ({ standing }) => standing,
      cell: ({ row: { original } }) => (
        <span className={original.isContested ? 'text-series-5' : 'text-muted'}>{original.standing}</span>
      ),
    },
  ]
}

/** Up and down move the focus among the rows' links, Home and End to the first and last. */
function moveByArrow(event: KeyboardEvent<HTMLTableSectionElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const here = links.indexOf(document.activeElement as HTMLElement)
  const target = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: links.length - 1 }[event.key]
  if (here < 0 || target === undefined || !links[target]) return
  event.preventDefault()
  links[target].focus()
}

/** A click anywhere in a row opens its figure, unless words are being selected or a link was meant. */
function openRow(event: MouseEvent<HTMLTableRowElement>) {
  const isLink = event.target instanceof Element && event.target.closest('a')
  if (isLink || window.getSelection()?.toString()) return
  event.currentTarget.querySelector<HTMLElement>('[data-row-link]')?.click()
}
