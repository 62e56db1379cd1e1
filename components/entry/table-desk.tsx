'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useRefusedEntry } from '@/components/drafts/use-outbox'
import { ChoiceChips } from '@/components/entry/chips'
import { ChosenDocument } from '@/components/entry/chosen-document'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { EntryForm } from '@/components/entry/entry-form'
import { Field, FieldGroup } from '@/components/entry/field'
import { FormFoot, Key } from '@/components/entry/form-foot'
import { ManyPicker, PlacePicker } from '@/components/entry/many-picker'
import type { DeskDocument } from '@/components/entry/panel'
import { QuoteField } from '@/components/entry/quote-field'
import { StatementForm } from '@/components/entry/statement-form'
import { TableGrid } from '@/components/entry/table-grid'
import { TimeField } from '@/components/entry/time-field'
import type { Again } from '@/components/entry/use-correction'
import { type Checked, useFindings } from '@/components/entry/use-findings'
import { useGroundDialog } from '@/components/entry/use-ground-dialog'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { useSubmission } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import { asksForReason } from '@/domain/checks/finding'
import { blankTable, type TableFields, toTable } from '@/domain/entry/table-fields'
import { dayOfDocument, type SentFigure } from '@/domain/entry/to-figure-entry'

/** A whole table of one statement, as an ombudsman's office publishes it: one citation for all, one submission. */
export function TableDesk({ again }: { again: string | null }) {
  const refused = useRefusedEntry(again)
  const t = useTranslations('entry')
  if (refused === undefined) return <p className="text-sm text-muted">{t('opening')}</p>
  return (
    <ChosenDocument again={again !== null && refused ? { key: again, entry: refused } : null}>
      {(document, again) => <TableForm key={document.id} document={document} again={again} />}
    </ChosenDocument>
  )
}

/** What was found in a figure, or refused of it, for as long as it stays as it was when it was asked about: rows and columns come and go. */
function findingsByFigure({ asked, findings, errors }: Checked) {
  const { figures = [] } = (asked ?? {}) as { figures?: SentFigure[] }
  const refused = (index: number) =>
    errors
      .filter(({ pointer }) => pointer === `/figures/${index}` || pointer.startsWith(`/figures/${index}/`))
      .map(({ message }) => ({ code: 'refused', grave: true, message }))
  const found = new Map(
    figures.map((figure, index) => [JSON.stringify(figure), [...(findings[index] ?? []), ...refused(index)]]),
  )
  return (figure: SentFigure) => found.get(JSON.stringify(figure)) ?? []
}

function TableForm({ document, again }: { document: DeskDocument; again: Again | null }) {
  const t = useTranslations('entry')
  const crisis = useEntryCrisis()
  const [initial] = useState(() => (again?.entry.submission.form?.values as TableFields | undefined) ?? blankTable)
  const kept = useKeptFields<TableFields>(`table of document ${document.id}`, initial, {
    submissionKey: again?.key,
    toLabel: () => t('table.draft', { title: document.title }),
  })
  const form = useRef<HTMLFormElement>(null)
  const { errors, stop, send } = useSubmission(kept, form, again?.entry.problem ?? null)
  const { fields, change, read, begin } = kept
  const [role, setRole] = useState<'at' | 'from' | 'to'>('at')
  const [told, setTold] = useState('')
  const { onAdd, dialog } = useGroundDialog()
  const given = { document, zone: crisis.timeZone, codelist: crisis.codelist }
  const table = toTable(fields, given)
  // What can be sent is checked while other cells still cannot be read.
  const isReady = table.problems.length === 0 && table.figures.length > 0
  const checked = useFindings(crisis.slug, isReady ? { ...table.statement, figures: table.figures } : null)
  const foundIn = findingsByFigure(checked)

  const rowName = (row: number) => crisis.codelist.find(({ key }) => key === fields.rows[row]?.indicator)?.label ?? ''
  const columnName = (column: number) => {
    const { day, place } = fields.columns[column] ?? {}
    return (fields.columnsAre === 'days' ? day : place?.name) || t('table.column', { number: column + 1 })
  }
  const remarks = [
    ...table.cells.map(({ row, column, problem }) => ({
      row,
      column,
      code: problem,
      grave: true,
      message: t(`table.problems.${problem}`),
    })),
    ...table.figures.flatMap((figure, index) => {
      const origin = table.origins[index]
      return origin ? foundIn(figure).map(({ code, grave, message }) => ({ ...origin, code, grave, message })) : []
    }),
  ]
  const marks = new Map(remarks.map(({ row, column, message }) => [`${row} ${column}`, message]))
  const hasOpen = remarks.some(asksForReason)

  const save = async () => {
    const now = toTable(read(), given)
    if (stop(now.problems, now.cells.length > 0 ? { table: t('table.unreadable', { count: now.cells.length }) } : {}))
      return
    if (remarks.some(({ grave }) => grave)) return void stop([], { table: t('finding.grave') })
    if (hasOpen && read().reason.trim() === '') return void stop([], { table: t('table.needReason') })
    const figures = now.figures.map((figure) => ({
      ...figure,
      acknowledged: [...new Set(foundIn(figure).map(({ code }) => code))].map((code) => ({
        code,
        reason: read().reason.trim(),
      })),
    }))
    const count = figures.length
    const went = await send({
      method: 'POST',
      path: `/api/v1/crises/${crisis.slug}/statements`,
      body: { ...now.statement, figures },
      label: t('table.label', { count, title: document.title }),
      href: `/admin/crises/${crisis.slug}/enter/table?document=${document.id}`,
    })
    if (!went) return
    begin({ ...read(), cells: [], reason: '', rows: read().rows.map((row) => ({ ...row, quote: '' })) })
    setTold(t(went.answer ? 'told.saved' : 'told.waits', { label: t('table.label', { count, title: document.title }) }))
  }
  const add = (part: 'rows' | 'columns') =>
    change((before) =>
      part === 'rows'
        ? {
            ...before,
            rows: [
              ...before.rows,
              { ...(before.rows.at(-1) ?? blankTable.rows[0]), quote: '' } as TableFields['rows'][number],
            ],
          }
        : { ...before, columns: [...before.columns, { day: '', place: null }] },
    )
  return (
    <>
      <EntryForm kept={kept} formRef={form} onSave={save}>
        <div className="max-w-3xl space-y-3">
          <StatementForm
            statement={fields.statement}
            known={[]}
            publisher={document.publisher.name}
            day={dayOfDocument(document, crisis.timeZone)}
            errors={errors}
            onChange={(statement) => change({ statement })}
            onAddSource={(typed) =>
              onAdd('source', typed, (claimant) =>
                change(({ statement, ...rest }) => ({ ...rest, statement: { ...statement, claimant } })),
              )
            }
          />
          <QuoteField
            id="table-quote"
            quote={fields.quote}
            position={null}
            language={document.language}
            error={errors.quote}
            onChange={({ quote }) => change({ quote })}
          >
            <p className="text-xs text-muted">{t('table.quoteHint')}</p>
          </QuoteField>
          <FieldGroup id="columnsAre" label={t('table.columnsAre')}>
            <ChoiceChips
              name="columnsAre"
              options={(['days', 'places'] as const).map((value) => ({ value, label: t(`table.${value}`) }))}
              value={fields.columnsAre}
              onChange={(columnsAre) => change({ columnsAre })}
            />
          </FieldGroup>
          {fields.columnsAre === 'days' ? (
            <Field id="table-places" label={t('figure.places')} error={errors.places}>
              <PlacePicker
                id="table-places"
                role={role}
                onRole={setRole}
                chosen={fields.places}
                onChange={(places) => change({ places })}
                placeholder={t('figure.search')}
              />
            </Field>
          ) : (
            <TimeField
              id="table-asOf"
              label={t('figure.asOf')}
              value={fields.asOf}
              day={dayOfDocument(document, crisis.timeZone)}
              otherwise={document.published ? t('asPublished', { published: document.published }) : t('noAsOf')}
              error={errors.asOf}
              onChange={(asOf) => change({ asOf })}
            />
          )}
          <Field id="table-events" label={t('figure.events')} error={errors.events}>
            <ManyPicker
              id="table-events"
              kind="event"
              chosen={fields.events}
              onChange={(events) => change({ events })}
              toItem={({ id, name }) => ({ id, name })}
              placeholder={t('figure.noEvent')}
            />
          </Field>
        </div>
        <div className="flex flex-wrap items-center gap-2 pt-2">
          <button type="button" onClick={() => add('rows')} className={buttonClass('plain')}>
            {t('table.addRow')}
          </button>
          <button type="button" onClick={() => add('columns')} className={buttonClass('plain')}>
            {t('table.addColumn')}
          </button>
          <p className="text-xs text-muted">{t('table.pasteHint')}</p>
        </div>
        <TableGrid fields={fields} marks={marks} onChange={change} />
        <div role="status" className={remarks.length > 0 ? 'space-y-2' : ''}>
          {remarks.length > 0 && (
            <ul className="space-y-1 border-s-4 border-series-2 bg-ground px-3 py-2 text-sm">
              {remarks.map(({ row, column, code, message }) => (
                <li key={`${row} ${column} ${code} ${message}`}>
                  <a href={`#cell-${row}-${column}`}>
                    {rowName(row)}, {columnName(column)}
                  </a>
                  : <bdi>{message}</bdi>
                </li>
              ))}
            </ul>
          )}
          {hasOpen && (
            <input
              type="text"
              aria-label={t('finding.reason')}
              placeholder={t('finding.reason')}
              maxLength={1000}
              value={fields.reason}
              onChange={({ target }) => change({ reason: target.value })}
              className="field"
            />
          )}
        </div>
        <FormFoot kept={kept} error={errors.form ?? errors.table}>
          <button type="submit" disabled={kept.isHeld} className={buttonClass('primary')}>
            {t('table.save', { count: table.figures.length })} <Key>Ctrl ↵</Key>
          </button>
          <span role="status" className="text-sm">
            {told}
          </span>
        </FormFoot>
      </EntryForm>
      {dialog}
    </>
  )
}
