'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { OutboxEntry } from '@/components/drafts/submission'
import { useEntryCrisis } from '@/components/entry/entry-context'
import type { EntryLine } from '@/components/entry/entry-lines'
import { FigureForm } from '@/components/entry/figure-form'
import { FormFoot, Key } from '@/components/entry/form-foot'
import { StatementForm } from '@/components/entry/statement-form'
import { checkNow, useFindings } from '@/components/entry/use-findings'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { errorsIn, useSubmission, type Went } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import { spanAt, type TextSpan } from '@/domain/document/text-steps'
import { asksForReason } from '@/domain/entry/field-of'
import {
  beginPart,
  blankFigure,
  carryOver,
  type EntryRef,
  type FigureFields,
  type QuoteFields,
  takeProposal,
  takeWords,
} from '@/domain/entry/figure-fields'
import { labelCounted, labelNumber } from '@/domain/entry/label-fields'
import { type CitedDocument, dayOfDocument, toFigureEntry, toStatement } from '@/domain/entry/to-figure-entry'
import type { Finding } from '@/domain/figure/figure'
import type { ProposedFigure } from '@/domain/reading/propose-figures'

/** A document as the desk shows it. */
export interface DeskDocument extends CitedDocument {
  title: string
  language: string
  text: string | null
  /** When it was published, in words; null where it does not say. */
  published: string | null
}

export interface PanelHandle {
  take: (words: QuoteFields) => void
}

export interface FigureHandle extends PanelHandle {
  /** Begins a part of a figure in the list. */
  beginPart: (line: EntryLine) => void
  /** Begins another figure like one in the list. */
  beginLike: (line: EntryLine) => void
  /** Fills the form with a figure that Attest proposes. */
  accept: (proposed: ProposedFigure) => void
}

/** A returned figure that is mended. */
export interface Mending {
  id: string
  version: number
  fields: FigureFields
  comment: string | null
}

interface Props {
  document: DeskDocument | null
  paragraphs: TextSpan[]
  lines: EntryLine[]
  /** A refused entry that is filled in again. */
  again: { key: string; entry: OutboxEntry } | null
  mending: Mending | null
  handle: Ref<FigureHandle>
  onSaved: (line: EntryLine, text: string, then: 'next' | 'part') => void
  onAdd: (
    kind: 'source' | 'place' | 'event',
    typed: string,
    onAdded: (added: { id: string; name: string }) => void,
  ) => void
}

/** The form of a figure with its statement: the next one begins with what the last one said. */
export function FigurePanel({ document, paragraphs, lines, again, mending, handle, onSaved, onAdd }: Props) {
  const t = useTranslations('entry')
  const crisis = useEntryCrisis()
  const zone = crisis.timeZone
  const href = `/admin/crises/${crisis.slug}/enter/${document?.id ?? 'figure'}`
  const [initial] = useState(
    () => mending?.fields ?? (again?.entry.submission.form?.values as FigureFields) ?? firstFields(lines),
  )
  const kept = useKeptFields<FigureFields>(formIdOf(document, mending), initial, again?.key)
  const form = useRef<HTMLFormElement>(null)
  const number = useRef<HTMLInputElement>(null)
  const submission = useSubmission(kept, form, again?.entry.problem ?? null)
  const { fields, change, read, begin } = kept

  const place = { document, zone }
  const body = bodyToCheck(fields, place)
  const checked = useFindings(crisis.slug, body)
  const findings = checked.findings[0] ?? []
  const focusNumber = () =>
    setTimeout(() => {
      number.current?.focus()
      number.current?.select()
    }, 0)

  useImperativeHandle(handle, () => ({
    take: (words) => {
      change((before) => takeWords(before, words, document?.language ?? null))
      focusNumber()
    },
    beginPart: (line) => {
      if (!line.fields) return
      change(beginPart(line.fields, line.ref, `${line.label}: ${line.value}`))
      focusNumber()
    },
    accept: (proposed) => {
      change((before) => takeProposal(before, proposed, crisis.codelist))
      focusNumber()
    },
    beginLike: (line) => {
      if (line.fields) change(carryOver(line.fields))
      focusNumber()
    },
  }))

  const save = async (then: 'next' | 'part') => {
    const now = read()
    const { figure, problems } = toFigureEntry(now, place)
    const isFirst = now.statement.ref === null
    const said = toStatement(now.statement, place)
    if (submission.stop([...problems, ...(isFirst ? said.problems : [])])) return
    if (
      submission.stop(
        [],
        openFindings(await findingsOf(crisis.slug, bodyToCheck(now, place), checked.state, findings), now, t),
      )
    ) {
      return
    }
    const base = `/api/v1/crises/${crisis.slug}`
    const label = `${labelCounted(now.indicator, now.population, crisis)}: ${labelNumber(now)}`
    const went = await submission.send(
      mending
        ? {
            method: 'PATCH',
            path: `/api/v1/figures/${mending.id}`,
            ifMatch: mending.version,
            label,
            href,
            body: { ...figure, reason: t('mended') },
          }
        : isFirst
          ? { method: 'POST', path: `${base}/statements`, label, href, body: { ...said.statement, figures: [figure] } }
          : {
              method: 'POST',
              path: `${base}/figures`,
              label,
              href,
              body: { statement: now.statement.ref, figures: [figure] },
            },
    )
    if (!went) return
    const { statement, ref } = refsOf(now, went)
    const line: EntryLine = {
      key: typeof ref === 'string' ? ref : went.key,
      kind: 'figure',
      ref,
      state: went.answer ? 'submitted' : 'waiting',
      label: labelCounted(now.indicator, now.population, crisis),
      value: labelNumber(now),
      quote: now.quote,
      position: now.position,
      comment: null,
      partOf: typeof now.partOf?.ref === 'string' ? now.partOf.ref : null,
      fields: { ...now, statement: { ...now.statement, ref: statement } },
    }
    const entered = line.fields ?? now
    begin(then === 'part' ? beginPart(entered, now.partOf?.ref ?? ref, now.partOf?.label ?? label) : carryOver(entered))
    if (then === 'part') focusNumber()
    onSaved(line, label, then)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save(event.shiftKey ? 'part' : 'next')
  }
  const wholes = lines
    .filter(({ kind, ref }) => kind === 'figure' && ref !== mending?.id)
    .map(({ ref, label, value }) => ({ ref, label: `${label}: ${value}` }))
  const { errors, isBusy } = submission
  return (
    <form
      ref={form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void save('next')
      }}
      className="space-y-4"
    >
      {mending?.comment && (
        <p className="border-s-4 border-series-5 bg-ground px-3 py-2 text-sm">
          {t('returned', { comment: mending.comment })}
        </p>
      )}
      <StatementForm
        statement={fields.statement}
        known={knownStatements(lines)}
        publisher={document?.publisher.name ?? null}
        day={dayOfDocument(document, zone)}
        errors={errors}
        onChange={(statement) => change({ statement })}
        onAddSource={(typed) =>
          onAdd('source', typed, (claimant) =>
            change(({ statement, ...rest }) => ({ ...rest, statement: { ...statement, claimant } })),
          )
        }
      />
      <hr className="border-line" />
      <FigureForm
        fields={fields}
        onChange={change}
        errors={{ ...liveErrors(checked.errors), ...errors }}
        findings={findings}
        language={document?.language}
        paragraph={fields.position && paragraphs.length > 0 ? spanAt(paragraphs, fields.position.start) + 1 : null}
        day={dayOfDocument(document, zone)}
        asOfOtherwise={document?.published ? t('asPublished', { published: document.published }) : t('noAsOf')}
        wholes={wholes}
        numberRef={number}
        onAddPlace={(typed) =>
          onAdd('place', typed, ({ id, name }) =>
            change(({ places, ...rest }) => ({ ...rest, places: [...places, { role: 'at', id, name }] })),
          )
        }
        onAddEvent={(typed) =>
          onAdd('event', typed, (added) => change(({ events, ...rest }) => ({ ...rest, events: [...events, added] })))
        }
      />
      <FormFoot kept={kept} error={errors.form ?? errors.document ?? errors.statement}>
        <button type="submit" disabled={isBusy} className={buttonClass('primary')}>
          {mending ? t('saveMended') : t('saveNext')} <Key>Ctrl ↵</Key>
        </button>
        {!mending && (
          <button type="button" disabled={isBusy} onClick={() => void save('part')} className={buttonClass('plain')}>
            {t('savePart')} <Key>Ctrl ⇧ ↵</Key>
          </button>
        )}
        <button type="button" onClick={() => change(carryOver(read()))} className={buttonClass('quiet')}>
          {t('clear')}
        </button>
        <span role="status" className="text-xs text-muted">
          {checked.state === 'away' && t('notChecked')}
          {checked.state === 'sign-in' && t('signInToCheck')}
        </span>
      </FormFoot>
    </form>
  )
}

export const formIdOf = (document: Pick<DeskDocument, 'id'> | null, mending: Pick<Mending, 'id'> | null) =>
  mending ? `figure ${mending.id}` : `figure of document ${document?.id ?? ''}`

/** What the first figure of the form begins with: the last one entered from the document. */
function firstFields(lines: readonly EntryLine[]): FigureFields {
  const last = lines.findLast(({ fields, state }) => fields !== null && state !== 'withdrawn')?.fields
  return last ? carryOver(last) : blankFigure
}

function knownStatements(lines: readonly EntryLine[]) {
  const byRef = new Map<string, { label: string; fields: FigureFields['statement'] }>()
  for (const { fields } of lines) {
    if (!fields?.statement.ref) continue
    const { ref, claimant, speaker, saidAt } = fields.statement
    const label = [claimant?.name, speaker, saidAt].filter(Boolean).join(', ')
    byRef.set(JSON.stringify(ref), { label, fields: fields.statement })
  }
  return [...byRef.values()]
}

/** The statement as the guard rails are asked about it; null while something of it is missing. */
function bodyToCheck(fields: FigureFields, place: Parameters<typeof toStatement>[1]) {
  const { figure, problems } = toFigureEntry(fields, place)
  const said = toStatement(fields.statement, place)
  if (problems.length > 0 || said.problems.length > 0) return null
  const { ref } = fields.statement
  const partOf = typeof figure.partOf === 'string' ? figure.partOf : null
  return { ...said.statement, statement: typeof ref === 'string' ? ref : null, figures: [{ ...figure, partOf }] }
}

/** The findings of what is saved now, asked for once more where those on the screen are of an earlier wording. */
async function findingsOf(crisis: string, body: unknown, state: string, shown: readonly Finding[]) {
  if (state !== 'checking' || body === null) return shown
  return (await checkNow(crisis, body)).findings[0] ?? []
}

type Translate = ReturnType<typeof useTranslations<'entry'>>

/** What of the findings holds a figure back: a grave one, and any other without a reason. */
function openFindings(findings: readonly Finding[], { reasons }: FigureFields, t: Translate): Record<string, string> {
  if (findings.some(({ grave }) => grave)) return { form: t('finding.grave') }
  const isOpen = findings.some((finding) => asksForReason(finding) && !reasons[finding.code]?.trim())
  return isOpen ? { form: t('finding.needReason') } : {}
}

/** What the server says of fields while they are typed, as far as it is about fields. */
function liveErrors(errors: readonly { pointer: string; message: string }[]): Record<string, string> {
  const { form: _, ...byField } = errorsIn({ title: '', detail: '', status: 422, errors: [...errors] })
  return byField
}

/** What others refer to the statement and the figure by: their ids, or, while they wait, where these will be found. */
function refsOf({ statement: { ref } }: FigureFields, { key, answer }: Went): { statement: EntryRef; ref: EntryRef } {
  if (!answer) return { statement: ref ?? { $ref: key, pointer: '/id' }, ref: { $ref: key, pointer: '/figures/0/id' } }
  const figures = answer.figures as { id: string }[] | undefined
  return { statement: ref ?? String(answer.id), ref: figures?.[0]?.id ?? String(answer.id) }
}
