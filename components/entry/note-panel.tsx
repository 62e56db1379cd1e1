'use client'

import { useTranslations } from 'next-intl'
import { useImperativeHandle, useRef, useState } from 'react'
import { ChoiceChips } from '@/components/entry/chips'
import { CorrectionPart } from '@/components/entry/correction-part'
import { EntryForm } from '@/components/entry/entry-form'
import type { EntryLine } from '@/components/entry/entry-lines'
import { Field, FieldGroup } from '@/components/entry/field'
import { FormFoot, SaveButton } from '@/components/entry/form-foot'
import { PlacePicker } from '@/components/entry/many-picker'
import type { PanelProps } from '@/components/entry/panel'
import { QuoteField } from '@/components/entry/quote-field'
import { RemarkContext, useDescribedBy } from '@/components/entry/remark'
import { SaidByField } from '@/components/entry/said-by-field'
import { TimeField } from '@/components/entry/time-field'
import { useFieldLines } from '@/components/entry/use-field-lines'
import { usePanel } from '@/components/entry/use-panel'
import { fieldsOfNote } from '@/domain/entry/fields-of-entered'
import { blankNote, type NoteFields, toNoteEntry } from '@/domain/entry/note-fields'
import { dayOfDocument } from '@/domain/entry/to-figure-entry'
import { type Note, noteKinds } from '@/domain/note/note'

/** The form of a note: what a source described, beside what it counted. */
export function NotePanel(props: PanelProps<Note>) {
  const { document, paragraphs, lines, handle, onSaved, onAdd } = props
  const t = useTranslations('entry')
  const { note: linesOf } = useFieldLines()
  const text = useRef<HTMLTextAreaElement>(null)
  const panel = usePanel<Note, NoteFields>(props, {
    noun: 'note',
    blank: blankNote,
    toFields: (note, zone) => fieldsOfNote(note, zone, document.id),
    toEntry: (fields, zone) => {
      const { note, problems } = toNoteEntry(fields, { document, zone })
      return { entry: note, problems }
    },
    toLabel: ({ kind, text }) => `${t(`note.kinds.${kind}`)}: ${text.slice(0, 80)}`,
    idOf: (field) => (field === 'saidBy' ? 'note-by' : `note-${field}`),
  })
  const { zone, form, fields, change, read, begin, errors, isBusy, correction, remark } = panel
  const [role, setRole] = useState(fields.places.at(-1)?.role ?? 'from')
  useImperativeHandle(handle, () => ({
    take: (words) =>
      panel.kept.whenFree(() => {
        change((before) => ({ ...before, ...words, text: before.text || words.quote }))
        setTimeout(() => text.current?.focus(), 0)
      }),
  }))
  const save = async () => {
    const now = read()
    const went = await panel.save()
    if (!went) return
    begin({ ...now, text: '', quote: '', position: null, figures: [], correction: null })
    onSaved(panel.lineOf(went, now, { label: now.text, value: now.kind }), t(`note.kinds.${now.kind}`))
  }
  return (
    <EntryForm kept={panel.kept} formRef={form} onSave={save}>
      <RemarkContext value={remark}>
        <FieldGroup id="note-kind" label={t('note.kind')}>
          <ChoiceChips
            name="note-kind"
            options={noteKinds.map((value) => ({ value, label: t(`note.kinds.${value}`) }))}
            value={fields.kind}
            onChange={(kind) => change({ kind })}
          />
        </FieldGroup>
        <NoteText value={fields.text} error={errors.text} textRef={text} onChange={(next) => change({ text: next })} />
        <SaidByField
          ids={{ relation: 'note-relation', by: 'note-by' }}
          label={t('note.saidBy')}
          value={fields.saidBy}
          relation={fields.relation}
          publisher={document.publisher.name}
          error={errors.saidBy}
          onChange={({ value, relation }) =>
            change({ ...(value !== undefined && { saidBy: value }), ...(relation && { relation }) })
          }
          onAddSource={(typed) => onAdd('source', typed, (saidBy) => change({ saidBy }))}
        />
        <Field id="note-places" label={t('figure.places')} error={errors.places}>
          <PlacePicker
            id="note-places"
            role={role}
            onRole={setRole}
            chosen={fields.places}
            onChange={(places) => change({ places })}
            placeholder={t('figure.search')}
            add={{
              label: t('figure.addPlace'),
              onAdd: (typed) =>
                onAdd('place', typed, (place) =>
                  change(({ places, ...rest }) => ({ ...rest, places: [...places, { role, ...place }] })),
                ),
            }}
            isInvalid={errors.places !== undefined}
          />
        </Field>
        <TimeField
          id="note-asOf"
          label={t('figure.asOf')}
          value={fields.asOf}
          day={dayOfDocument(document, zone)}
          otherwise={document.published ? t('asPublished', { published: document.published }) : t('noAsOf')}
          error={errors.asOf}
          onChange={(asOf) => change({ asOf })}
        />
        <LinkedFigures
          lines={lines}
          fields={fields}
          error={errors.figures}
          onChange={(figures) => change({ figures })}
        />
        <QuoteField
          id="note-quote"
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

function NoteText({
  value,
  error,
  textRef,
  onChange,
}: {
  value: string
  error: string | undefined
  textRef: React.RefObject<HTMLTextAreaElement | null>
  onChange: (text: string) => void
}) {
  const t = useTranslations('entry.note')
  const described = useDescribedBy()
  return (
    <Field id="note-text" label={t('text')} aside={t('textHint')} error={error}>
      <textarea
        ref={textRef}
        id="note-text"
        rows={4}
        maxLength={2000}
        value={value}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={described('note-text', { hint: true, error: error !== undefined })}
        onChange={({ target }) => onChange(target.value)}
        className="field block resize-y"
      />
    </Field>
  )
}

/** The figures of the document, to be ticked; those of other documents that the note is about stay with it. */
function LinkedFigures({
  lines,
  fields,
  error,
  onChange,
}: {
  lines: readonly EntryLine[]
  fields: NoteFields
  error: string | undefined
  onChange: (figures: NoteFields['figures']) => void
}) {
  const t = useTranslations('entry.note')
  const figures = lines.filter(({ kind, state }) => kind === 'figure' && state !== 'withdrawn')
  if (figures.length === 0) return null
  const isOf = (line: EntryLine) => (figure: NoteFields['figures'][number]) =>
    JSON.stringify(figure.ref) === JSON.stringify(line.ref)
  const toggle = (line: EntryLine) =>
    onChange(
      fields.figures.some(isOf(line))
        ? fields.figures.filter((figure) => !isOf(line)(figure))
        : [...fields.figures, { ref: line.ref, label: line.label }],
    )
  return (
    <FieldGroup id="note-figures" label={t('figures')} error={error}>
      <ul className="space-y-1">
        {figures.map((line) => (
          <li key={line.key}>
            <label className="flex min-h-9 items-center gap-2 text-sm">
              <input type="checkbox" checked={fields.figures.some(isOf(line))} onChange={() => toggle(line)} />
              {line.label}: {line.value}
            </label>
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}
