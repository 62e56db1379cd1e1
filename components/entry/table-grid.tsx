'use client'

import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { Picker } from '@/components/entry/picker'
import { TablePopulation } from '@/components/entry/table-population'
import {
  cellAt,
  parsePasted,
  pasteCells,
  readCell,
  removeColumn,
  removeRow,
  type TableFields,
  type TableRow,
  typeCell,
} from '@/domain/entry/table-fields'
import { indicatorGroups } from '@/domain/indicator/indicator'

interface Props {
  fields: TableFields
  /** What stands beside a cell, by "row column". */
  marks: ReadonlyMap<string, string>
  onChange: (change: (fields: TableFields) => TableFields) => void
}

const small = 'field !min-h-9 !px-1.5 !py-1'

/** A grid as in a spreadsheet: arrow keys and Enter go from cell to cell, a copied range is pasted from a cell on. */
export function TableGrid({ fields, marks, onChange }: Props) {
  const t = useTranslations('entry.table')
  const tFigure = useTranslations('entry.figure')
  const { codelist } = useEntryCrisis()
  const grid = useRef<HTMLTableElement>(null)
  const go = (row: number, column: number) =>
    grid.current?.querySelector<HTMLInputElement>(`#cell-${row}-${column}`)?.focus()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const isAll = selectionStart === 0 && selectionEnd === value.length
    const atStart = isAll || (selectionStart === 0 && selectionEnd === 0)
    const atEnd = isAll || (selectionStart === value.length && selectionEnd === value.length)
    const step =
      event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
        ? [1, 0]
        : event.key === 'ArrowUp' || event.key === 'Enter'
          ? [-1, 0]
          : event.key === 'ArrowRight' && atEnd
            ? [0, 1]
            : event.key === 'ArrowLeft' && atStart
              ? [0, -1]
              : null
    if (!step) return
    event.preventDefault()
    go(row + (step[0] ?? 0), column + (step[1] ?? 0))
  }
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const pasted = parsePasted(event.clipboardData.getData('text/plain'))
    if (pasted.length <= 1 && (pasted[0]?.length ?? 0) <= 1) return
    event.preventDefault()
    onChange((before) => pasteCells(before, row, column, pasted))
  }
  // The focus stays where it was pressed: at the next row or column, which stands there now, or at the last.
  const toFocus = useRef<string | null>(null)
  useEffect(() => {
    if (toFocus.current) grid.current?.querySelector<HTMLElement>(`#${toFocus.current}`)?.focus()
    toFocus.current = null
  })
  const remove = (part: 'row' | 'column', index: number) => {
    const left = (part === 'row' ? fields.rows : fields.columns).length - 1
    // The last cannot be taken away: then its first field is what follows.
    const next = Math.min(index, left - 1)
    toFocus.current = left > 1 ? `remove-${part}-${next}` : part === 'row' ? 'indicator-0' : 'column-0'
    onChange((before) => (part === 'row' ? removeRow : removeColumn)(before, index))
  }
  const changeRow = (index: number, part: Partial<TableRow>) =>
    onChange((before) => ({
      ...before,
      rows: before.rows.map((row, at) => (at === index ? { ...row, ...part } : row)),
    }))
  const changeColumn = (index: number, part: Partial<TableFields['columns'][number]>) =>
    onChange((before) => ({
      ...before,
      columns: before.columns.map((column, at) => (at === index ? { ...column, ...part } : column)),
    }))
  const nameOfColumn = (index: number) => {
    const column = fields.columns[index]
    return (fields.columnsAre === 'days' ? column?.day : column?.place?.name) || t('column', { number: index + 1 })
  }
  return (
    // A table of many columns scrolls in its own frame; its fields take the focus there.
    <section aria-label={t('grid')} className={`overflow-x-auto ${fields.columnsAre === 'places' ? 'pb-72' : 'pb-2'}`}>
      <table ref={grid} className="text-sm">
        <thead>
          <tr>
            <th scope="col" className="pe-2 pb-2 text-start font-normal text-muted">
              {t('what')}
            </th>
            {fields.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the table
              <th key={index} scope="col" className="min-w-28 px-1 pb-2 text-start font-normal">
                <div className="flex items-start gap-1">
                  {fields.columnsAre === 'days' ? (
                    <input
                      id={`column-${index}`}
                      type="text"
                      aria-label={t('dayOf', { number: index + 1 })}
                      placeholder="2023-09-19"
                      value={column.day}
                      onChange={({ target }) => changeColumn(index, { day: target.value })}
                      className={small}
                    />
                  ) : (
                    <>
                      <label htmlFor={`column-${index}`} className="sr-only">
                        {t('placeOf', { number: index + 1 })}
                      </label>
                      <Picker
                        id={`column-${index}`}
                        kind="place"
                        shown={column.place?.name ?? ''}
                        placeholder={t('place')}
                        onPick={({ id, name }) => changeColumn(index, { place: { id, name } })}
                        onClear={() => changeColumn(index, { place: null })}
                      />
                    </>
                  )}
                  {fields.columns.length > 1 && (
                    <Remove
                      id={`remove-column-${index}`}
                      label={t('removeColumn', { number: index + 1 })}
                      onRemove={() => remove('column', index)}
                    />
                  )}
                </div>
              </th>
            ))}
            <th scope="col" className="min-w-56 ps-2 pb-2 text-start font-normal text-muted">
              {t('rowQuote')}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the table
            <tr key={r} className="border-t border-line">
              <th scope="row" className="py-1 pe-2 text-start font-normal">
                <div className="flex max-w-56 flex-wrap items-start gap-1 sm:max-w-none sm:flex-nowrap">
                  <select
                    id={`indicator-${r}`}
                    aria-label={t('indicatorOf', { number: r + 1 })}
                    value={row.indicator}
                    onChange={({ target }) => changeRow(r, { indicator: target.value })}
                    className={`${small} !w-44`}
                  >
                    {indicatorGroups.map((group) => (
                      <optgroup key={group} label={tFigure(`groups.${group}`)}>
                        {codelist
                          .filter((one) => one.group === group)
                          .map(({ key, label }) => (
                            <option key={key} value={key}>
                              {label}
                            </option>
                          ))}
                      </optgroup>
                    ))}
                  </select>
                  {fields.rows.length > 1 && (
                    <Remove
                      id={`remove-row-${r}`}
                      label={t('removeRow', { number: r + 1 })}
                      onRemove={() => remove('row', r)}
                    />
                  )}
                  <TablePopulation
                    row={r + 1}
                    population={row.population}
                    onChange={(population) => changeRow(r, { population })}
                  />
                </div>
              </th>
              {fields.columns.map((_, c) => {
                const value = cellAt(fields, r, c)
                const mark = marks.get(`${r} ${c}`)
                const isBad = mark !== undefined || readCell(value) === undefined
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the table
                  <td key={c} className="p-1">
                    <input
                      id={`cell-${r}-${c}`}
                      type="text"
                      inputMode="text"
                      autoComplete="off"
                      aria-label={`${codelist.find(({ key }) => key === row.indicator)?.label}, ${nameOfColumn(c)}`}
                      aria-invalid={isBad || undefined}
                      aria-describedby={mark ? `mark-${r}-${c}` : undefined}
                      value={value}
                      onFocus={({ target }) => target.select()}
                      onChange={({ target }) => onChange((before) => typeCell(before, r, c, target.value))}
                      onKeyDown={(event) => onKeyDown(event, r, c)}
                      onPaste={(event) => onPaste(event, r, c)}
                      className={`${small} text-end tabular-nums ${isBad ? '!border-series-5 !border-2' : ''}`}
                    />
                    {mark && (
                      <span id={`mark-${r}-${c}`} className="sr-only">
                        {mark}
                      </span>
                    )}
                  </td>
                )
              })}
              <td className="py-1 ps-2">
                <input
                  type="text"
                  aria-label={t('quoteOf', { number: r + 1 })}
                  placeholder={t('asTable')}
                  maxLength={2000}
                  value={row.quote}
                  onChange={({ target }) => changeRow(r, { quote: target.value })}
                  className={small}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Remove({ id, label, onRemove }: { id: string; label: string; onRemove: () => void }) {
  return (
    <button
      id={id}
      type="button"
      aria-label={label}
      onClick={onRemove}
      className="min-h-9 min-w-8 shrink-0 text-muted hover:text-ink"
    >
      ×
    </button>
  )
}
