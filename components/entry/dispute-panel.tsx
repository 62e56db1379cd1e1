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
import { Picker } from '@/components/entry/picker'
import { QuoteField } from '@/components/entry/quote-field'
import { SaidByField } from '@/components/entry/said-by-field'
import { TimeField } from '@/components/entry/time-field'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { useSubmission } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import { spanAt, type TextSpan } from '@/domain/document/text-steps'
import { blankDispute, type DisputeFields, toDisputeEntry } from '@/domain/entry/note-fields'
import { dayOfDocument } from '@/domain/entry/to-figure-entry'
import { disputeAspects } from '@/domain/figure/figure'

export interface DisputeHandle extends PanelHandle {
  /** Begins the denial of a figure in the list. */
  beginAgainst: (line: EntryLine) => void
}

interface Props {
  document: DeskDocument
  paragraphs: TextSpan[]
  lines: EntryLine[]
  again: { key: string; entry: OutboxEntry } | null
  handle: Ref<DisputeHandle>
  onSaved: (line: EntryLine, text: string) => void
  onAdd: (kind: 'source', typed: string, onAdded: (added: { id: string; name: string }) => void) => void
}

/** The form of a dispute: who denies or questions which figure, and which aspect of it. */
export function DisputePanel({ document, paragraphs, lines, again, handle, onSaved, onAdd }: Props) {
  const t = useTranslations('entry')
  const crisis = useEntryCrisis()
  const [initial] = useState(() => (again?.entry.submission.form?.values as DisputeFields | undefined) ?? blankDispute)
  const kept = useKeptFields<DisputeFields>(`dispute of document ${document.id}`, initial, again?.key)
  const form = useRef<HTMLFormElement>(null)
  const figure = useRef<HTMLInputElement>(null)
  const { errors, isBusy, stop, send } = useSubmission(kept, form, again?.entry.problem ?? null)
  const { fields, change, read, begin } = kept
  const refOf = (line: EntryLine) => ({ ref: line.ref, label: `${line.label}: ${line.value}` })
  useImperativeHandle(handle, () => ({
    take: (words) => {
      change({ ...words, words: words.quote })
      setTimeout(() => figure.current?.focus(), 0)
    },
    beginAgainst: (line) => {
      change({ figure: refOf(line) })
      setTimeout(() => form.current?.querySelector<HTMLElement>('#dispute-by')?.focus(), 0)
    },
  }))
  const save = async () => {
    const now = read()
    const { dispute, problems } = toDisputeEntry(now, { document, zone: crisis.timeZone })
    if (stop(problems)) return
    const label = t('dispute.of', { figure: now.figure?.label ?? '' })
    const went = await send({
      method: 'POST',
      path: `/api/v1/crises/${crisis.slug}/disputes`,
      body: dispute,
      label,
      href: `/admin/crises/${crisis.slug}/enter/${document.id}`,
    })
    if (!went) return
    begin({ ...blankDispute, by: now.by, relation: now.relation })
    const id = went.answer && String(went.answer.id)
    const { quote, position } = now
    onSaved(
      {
        ...{ key: id ?? went.key, kind: 'dispute', ref: id ?? { $ref: went.key, pointer: '/id' }, quote, position },
        ...{ state: id ? 'submitted' : 'waiting', label: now.by?.name ?? document.publisher.name, value: now.aspect },
        ...{ comment: null, partOf: null, fields: null },
      },
      label,
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  const own = lines.filter(({ kind }) => kind === 'figure')
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
      <Field id="dispute-figure" label={t('dispute.figure')} aside={t('dispute.figureHint')} error={errors.figure}>
        <Picker
          id="dispute-figure"
          kind="figure"
          inputRef={figure}
          shown={fields.figure?.label ?? ''}
          placeholder={t('figure.search')}
          isInvalid={errors.figure !== undefined}
          describedBy={describedBy('dispute-figure', { hint: true, error: errors.figure !== undefined })}
          onPick={({ id, name }) => change({ figure: { ref: id, label: name } })}
          onClear={() => change({ figure: null })}
        />
        {own.length > 0 && (
          <select
            aria-label={t('dispute.ofThisDocument')}
            value={JSON.stringify(fields.figure?.ref ?? null)}
            onChange={({ target }) => {
              const line = own.find(({ ref }) => JSON.stringify(ref) === target.value)
              if (line) change({ figure: refOf(line) })
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
      <SaidByField
        prefix="dispute"
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
      <Field id="dispute-words" label={t('dispute.words')} aside={t('dispute.wordsHint')} error={errors.words}>
        <textarea
          id="dispute-words"
          rows={2}
          maxLength={1000}
          value={fields.words}
          aria-describedby={describedBy('dispute-words', { hint: true, error: errors.words !== undefined })}
          onChange={({ target }) => change({ words: target.value })}
          className="field block resize-y"
        />
      </Field>
      <TimeField
        id="dispute-statedAt"
        label={t('dispute.statedAt')}
        value={fields.statedAt}
        day={dayOfDocument(document, crisis.timeZone)}
        otherwise={document.published ? t('asPublished', { published: document.published }) : undefined}
        error={errors.statedAt}
        onChange={(statedAt) => change({ statedAt })}
      />
      <QuoteField
        id="dispute-quote"
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
