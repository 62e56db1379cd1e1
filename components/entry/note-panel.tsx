'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { OutboxEntry } from '@/components/drafts/submission'
import { ChoiceChips } from '@/components/entry/chips'
import { useEntryCrisis } from '@/components/entry/entry-context'
import type { EntryLine } from '@/components/entry/entry-lines'
import { describedBy, Field, FieldGroup } from '@/components/entry/field'
import type { DeskDocument, PanelHandle } from '@/components/entry/figure-panel'
import { FormFoot, Key } from '@/components/entry/form-foot'
import { PlacePicker } from '@/components/entry/many-picker'
import { QuoteField } from '@/components/entry/quote-field'
import { SaidByField } from '@/components/entry/said-by-field'
import { TimeField } from '@/components/entry/time-field'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { useSubmission } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import { spanAt, type TextSpan } from '@/domain/document/text-steps'
import { blankNote, type NoteFields, toNoteEntry } from '@/domain/entry/note-fields'
import { dayOfDocument } from '@/domain/entry/to-figure-entry'
import { noteKinds } from '@/domain/note/note'

interface Props {
  document: DeskDocument
  paragraphs: TextSpan[]
  lines: EntryLine[]
  again: { key: string; entry: OutboxEntry } | null
  handle: Ref<PanelHandle>
  onSaved: (line: EntryLine, text: string) => void
  onAdd: (kind: 'source' | 'place', typed: string, onAdded: (added: { id: string; name: string }) => void) => void
}

/** The form of a note: what a source described, beside what it counted. */
export function NotePanel({ document, paragraphs, lines, again, handle, onSaved, onAdd }: Props) {
  const t = useTranslations('entry')
  const crisis = useEntryCrisis()
  const [initial] = useState(() => (again?.entry.submission.form?.values as NoteFields | undefined) ?? blankNote)
  const kept = useKeptFields<NoteFields>(`note of document ${document.id}`, initial, again?.key)
  const form = useRef<HTMLFormElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const { errors, isBusy, stop, send } = useSubmission(kept, form, again?.entry.problem ?? null)
  const [role, setRole] = useState(kept.fields.places.at(-1)?.role ?? 'from')
  const { fields, change, read, begin } = kept
  useImperativeHandle(handle, () => ({
    take: (words) => {
      change((before) => ({ ...before, ...words, text: before.text || words.quote }))
      setTimeout(() => text.current?.focus(), 0)
    },
  }))
  const save = async () => {
    const now = read()
    const { note, problems } = toNoteEntry(now, { document, zone: crisis.timeZone })
    if (stop(problems)) return
    const went = await send({
      method: 'POST',
      path: `/api/v1/crises/${crisis.slug}/notes`,
      body: note,
      label: `${t(`note.kinds.${now.kind}`)}: ${now.text.slice(0, 80)}`,
      href: `/admin/crises/${crisis.slug}/enter/${document.id}`,
    })
    if (!went) return
    begin({ ...now, text: '', quote: '', position: null, figures: [] })
    const id = went.answer && String(went.answer.id)
    const { quote, position } = now
    onSaved(
      {
        ...{ key: id ?? went.key, kind: 'note', ref: id ?? { $ref: went.key, pointer: '/id' }, quote, position },
        ...{ state: id ? 'submitted' : 'waiting', label: now.text, value: now.kind },
        ...{ comment: null, partOf: null, fields: null },
      },
      t(`note.kinds.${now.kind}`),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  const figures = lines.filter(({ kind }) => kind === 'figure')
  const isLinked = (line: EntryLine) =>
    fields.figures.some(({ ref }) => JSON.stringify(ref) === JSON.stringify(line.ref))
  const toggle = (line: EntryLine) =>
    change((before) => ({
      ...before,
      figures: isLinked(line)
        ? before.figures.filter(({ ref }) => JSON.stringify(ref) !== JSON.stringify(line.ref))
        : [...before.figures, { ref: line.ref, label: line.label }],
    }))
  return (
    <form
      ref={form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      className="space-y-3"
    >
      <FieldGroup id="note-kind" label={t('note.kind')}>
        <ChoiceChips
          name="note-kind"
          options={noteKinds.map((value) => ({ value, label: t(`note.kinds.${value}`) }))}
          value={fields.kind}
          onChange={(kind) => change({ kind })}
        />
      </FieldGroup>
      <Field id="note-text" label={t('note.text')} aside={t('note.textHint')} error={errors.text}>
        <textarea
          ref={text}
          id="note-text"
          rows={4}
          maxLength={2000}
          value={fields.text}
          aria-invalid={errors.text !== undefined || undefined}
          aria-describedby={describedBy('note-text', { hint: true, error: errors.text !== undefined })}
          onChange={({ target }) => change({ text: target.value })}
          className="field block resize-y"
        />
      </Field>
      <SaidByField
        prefix="note"
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
        day={dayOfDocument(document, crisis.timeZone)}
        otherwise={document.published ? t('asPublished', { published: document.published }) : t('noAsOf')}
        error={errors.asOf}
        onChange={(asOf) => change({ asOf })}
      />
      {figures.length > 0 && (
        <FieldGroup id="note-figures" label={t('note.figures')} error={errors.figures}>
          <ul className="space-y-1">
            {figures.map((line) => (
              <li key={line.key}>
                <label className="flex min-h-9 items-center gap-2 text-sm">
                  <input type="checkbox" checked={isLinked(line)} onChange={() => toggle(line)} />
                  {line.label}: {line.value}
                </label>
              </li>
            ))}
          </ul>
        </FieldGroup>
      )}
      <QuoteField
        id="note-quote"
        quote={fields.quote}
        position={fields.position}
        language={document.language}
        paragraph={fields.position && paragraphs.length > 0 ? spanAt(paragraphs, fields.position.start) + 1 : null}
        error={errors.quote}
        onChange={change}
      />
      <FormFoot kept={kept} error={errors.form}>
        <button type="submit" disabled={isBusy} className={buttonClass('primary')}>
          {t('saveNext')} <Key>Ctrl ↵</Key>
        </button>
      </FormFoot>
    </form>
  )
}
