'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useImperativeHandle, useRef } from 'react'
import { ChoiceChips } from '@/components/entry/chips'
import { CorrectionPart } from '@/components/entry/correction-part'
import { EntryForm } from '@/components/entry/entry-form'
import type { EntryLine } from '@/components/entry/entry-lines'
import { Field, FieldGroup } from '@/components/entry/field'
import { FormFoot, SaveButton } from '@/components/entry/form-foot'
import type { PanelHandle, PanelProps } from '@/components/entry/panel'
import { Picker } from '@/components/entry/picker'
import { QuoteField } from '@/components/entry/quote-field'
import { RemarkContext, useDescribedBy } from '@/components/entry/remark'
import { SaidByField } from '@/components/entry/said-by-field'
import { TextLine } from '@/components/entry/text-line'
import { TimeField } from '@/components/entry/time-field'
import { useFieldLines } from '@/components/entry/use-field-lines'
import { usePanel } from '@/components/entry/use-panel'
import { fieldsOfDispute } from '@/domain/entry/fields-of-entered'
import { blankDispute, type DisputeFields, toDisputeEntry } from '@/domain/entry/note-fields'
import { dayOfDocument } from '@/domain/entry/to-figure-entry'
import { type Dispute, disputeAspects } from '@/domain/figure/figure'

export interface DisputeHandle extends PanelHandle {
  /** Begins the denial of a figure in the list. */
  beginAgainst: (line: EntryLine) => void
}

const refOf = (line: EntryLine) => ({ ref: line.ref, label: `${line.label}: ${line.value}` })

/** The form of a dispute: who denies or questions which figure, and which aspect of it. */
export function DisputePanel(props: PanelProps<Dispute, DisputeHandle>) {
  const { document, paragraphs, lines, changing, handle, onSaved, onAdd } = props
  const t = useTranslations('entry')
  const { dispute: linesOf } = useFieldLines()
  const figure = useRef<HTMLInputElement>(null)
  const panel = usePanel<Dispute, DisputeFields>(props, {
    noun: 'dispute',
    blank: blankDispute,
    toFields: (dispute, zone) => fieldsOfDispute(dispute, zone, document.id),
    toEntry: (fields, zone) => {
      const { dispute, problems } = toDisputeEntry(fields, { document, zone })
      // A dispute stays with its figure.
      const { figure: _, ...content } = dispute
      return { entry: fields.correction ? content : dispute, problems }
    },
    toLabel: ({ figure, words }) => t('dispute.of', { figure: figure?.label || words }),
    idOf: (field) => `dispute-${field}`,
  })
  const { zone, form, fields, change, read, begin, errors, isBusy, correction, remark } = panel
  useImperativeHandle(handle, () => ({
    take: (words) =>
      panel.kept.whenFree(() => {
        change({ ...words, words: words.quote })
        setTimeout(() => figure.current?.focus(), 0)
      }),
    beginAgainst: (line) =>
      panel.kept.whenFree(() => {
        change({ figure: refOf(line) })
        setTimeout(() => form.current?.querySelector<HTMLElement>('#dispute-by')?.focus(), 0)
      }),
  }))
  const save = async () => {
    const now = read()
    const went = await panel.save()
    if (!went) return
    begin({ ...blankDispute, by: now.by, relation: now.relation })
    const label = now.by?.name ?? document.publisher.name
    onSaved(panel.lineOf(went, now, { label, value: now.aspect }), t('dispute.of', { figure: now.figure?.label ?? '' }))
  }
  return (
    <EntryForm kept={panel.kept} formRef={form} onSave={save}>
      <RemarkContext value={remark}>
        {!changing && (
          <DisputedFigure
            lines={lines}
            fields={fields}
            error={errors.figure}
            inputRef={figure}
            onChange={(next) => change({ figure: next })}
          />
        )}
        <SaidByField
          ids={{ relation: 'dispute-relation', by: 'dispute-by' }}
          label={t('dispute.by')}
          value={fields.by}
          relation={fields.relation}
          publisher={document.publisher.name}
          error={errors.by}
          onChange={({ value, relation }) =>
            change({ ...(value !== undefined && { by: value }), ...(relation && { relation }) })
          }
          onAddSource={(typed) => onAdd('source', typed, (by) => change({ by }))}
        />
        <FieldGroup id="dispute-aspect" label={t('dispute.aspect')}>
          <ChoiceChips
            name="dispute-aspect"
            options={disputeAspects.map((value) => ({ value, label: t(`dispute.aspects.${value}`) }))}
            value={fields.aspect}
            onChange={(aspect) => change({ aspect })}
          />
        </FieldGroup>
        <TextLine
          id="dispute-words"
          label={t('dispute.words')}
          aside={t('dispute.wordsHint')}
          lines={2}
          maxLength={1000}
          value={fields.words}
          error={errors.words}
          onChange={(words) => change({ words })}
        />
        <TimeField
          id="dispute-statedAt"
          label={t('dispute.statedAt')}
          value={fields.statedAt}
          day={dayOfDocument(document, zone)}
          otherwise={document.published ? t('asPublished', { published: document.published }) : undefined}
          error={errors.statedAt}
          onChange={(statedAt) => change({ statedAt })}
        />
        <QuoteField
          id="dispute-quote"
          quote={fields.quote}
          position={fields.position}
          language={document.language}
          paragraphs={paragraphs}
          error={errors.quote}
          onChange={change}
        />
        {correction && (
          <CorrectionPart
            correction={correction}
            fields={fields}
            linesOf={linesOf}
            onChange={change}
            error={errors.reason}
          />
        )}
        <FormFoot kept={panel.kept} error={errors.form}>
          <SaveButton correction={correction} isBusy={isBusy} />
        </FormFoot>
      </RemarkContext>
    </EntryForm>
  )
}

/** Which figure is denied: searched for, or one of those entered from the document. */
function DisputedFigure({
  lines,
  fields,
  error,
  inputRef,
  onChange,
}: {
  lines: readonly EntryLine[]
  fields: DisputeFields
  error: string | undefined
  inputRef: RefObject<HTMLInputElement | null>
  onChange: (figure: DisputeFields['figure']) => void
}) {
  const t = useTranslations('entry')
  const described = useDescribedBy()
  const own = lines.filter(({ kind }) => kind === 'figure')
  return (
    <Field id="dispute-figure" label={t('dispute.figure')} aside={t('dispute.figureHint')} error={error}>
      <Picker
        id="dispute-figure"
        kind="figure"
        inputRef={inputRef}
        shown={fields.figure?.label ?? ''}
        placeholder={t('figure.search')}
        isInvalid={error !== undefined}
        describedBy={described('dispute-figure', { hint: true, error: error !== undefined })}
        onPick={({ id, name }) => onChange({ ref: id, label: name })}
        onClear={() => onChange(null)}
      />
      {own.length > 0 && (
        <select
          aria-label={t('dispute.ofThisDocument')}
          value={JSON.stringify(fields.figure?.ref ?? null)}
          onChange={({ target }) => {
            const line = own.find(({ ref }) => JSON.stringify(ref) === target.value)
            if (line) onChange(refOf(line))
          }}
          className="field mt-2"
        >
          <option value="null">{t('dispute.ofThisDocument')}</option>
          {own.map((line) => (
            <option key={line.key} value={JSON.stringify(line.ref)}>
              {line.label}: {line.value}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
