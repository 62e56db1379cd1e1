'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useImperativeHandle, useRef } from 'react'
import { CorrectionPart } from '@/components/entry/correction-part'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { EntryForm } from '@/components/entry/entry-form'
import type { EntryLine } from '@/components/entry/entry-lines'
import { FigureForm } from '@/components/entry/figure-form'
import { FormFoot, Key, SaveButton } from '@/components/entry/form-foot'
import type { DeskDocument, PanelHandle, PanelProps } from '@/components/entry/panel'
import { RemarkContext } from '@/components/entry/remark'
import { StatementForm } from '@/components/entry/statement-form'
import { useFieldLines } from '@/components/entry/use-field-lines'
import { useFigureLabels } from '@/components/entry/use-figure-labels'
import { checkNow, useFindings } from '@/components/entry/use-findings'
import { usePanel } from '@/components/entry/use-panel'
import { errorsIn, type Went } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import { findUnanswered } from '@/domain/checks/finding'
import { fieldsOfFigure } from '@/domain/entry/fields-of-entered'
import {
  beginPart,
  blankFigure,
  carryOver,
  type EntryRef,
  type FigureFields,
  takeProposal,
  takeWords,
} from '@/domain/entry/figure-fields'
import { dayOfDocument, toFigureEntry, toStatement } from '@/domain/entry/to-figure-entry'
import type { Figure } from '@/domain/figure/figure'
import type { ProposedFigure } from '@/domain/reading/propose-figures'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { listed } from '@/domain/wording/punctuation'

export interface FigureHandle extends PanelHandle {
  /** Begins a part of a figure in the list. */
  beginPart: (line: EntryLine) => void
  /** Fills the form with a figure that Attest proposes. */
  accept: (proposed: ProposedFigure) => void
}

/** The form of a figure with its statement: the next one begins with what the last one said. */
export function FigurePanel(props: PanelProps<Figure, FigureHandle>) {
  const { document, paragraphs, lines, changing, handle, onSaved, onAdd } = props
  const t = useTranslations('entry')
  const locale = useLocale()
  const { figure: linesOf } = useFieldLines()
  const crisis = useEntryCrisis()
  const labels = useFigureLabels()
  const number = useRef<HTMLInputElement>(null)
  const panel = usePanel<Figure, FigureFields>(props, {
    noun: 'figure',
    blank: firstFields(lines),
    toFields: (figure, zone) => withWholeNamed(fieldsOfFigure(figure, zone, document.id), lines),
    toEntry: (fields, zone) => {
      const { figure, problems } = toFigureEntry(fields, { document, zone })
      const isFirst = fields.statement.ref === null
      return {
        entry: figure,
        problems: [...problems, ...(isFirst ? toStatement(fields.statement, { document, zone }).problems : [])],
      }
    },
    toLabel: (fields) => `${labels.counted(fields.indicator, fields.population)}: ${labels.number(fields)}`,
    idOf: (field) => field,
  })
  const { zone, form, fields, change, read, begin, errors, isBusy, correction, remark } = panel
  const place = { document, zone }
  const body = bodyToCheck(fields, place, changing?.content.id ?? null)
  const checked = useFindings(crisis.slug, body)
  const findings = checked.findings[0] ?? []
  const focusNumber = () =>
    setTimeout(() => {
      number.current?.focus()
      number.current?.select()
    }, 0)

  const fill = (next: (before: FigureFields) => FigureFields) =>
    panel.kept.whenFree(() => {
      change(next)
      focusNumber()
    })
  useImperativeHandle(handle, () => ({
    take: (words) => fill((before) => takeWords(before, words, document.language)),
    beginPart: ({ fields: whole, ref, label, value }) => {
      if (whole) fill(() => beginPart(whole, ref, `${label}: ${value}`))
    },
    accept: (proposed) => fill((before) => takeProposal(before, proposed, crisis.codelist)),
  }))

  /** The findings of what is saved now, asked for once more where those on the screen are of an earlier wording. */
  const findOpen = async (now: FigureFields): Promise<Record<string, string>> => {
    const asked = bodyToCheck(now, place, changing?.content.id ?? null)
    const found =
      checked.state === 'checking' && asked ? ((await checkNow(crisis.slug, asked)).findings[0] ?? []) : findings
    if (found.some(({ grave }) => grave)) return { form: t('finding.grave') }
    return findUnanswered(found, now.reasons).length > 0 ? { form: t('finding.needReason') } : {}
  }
  const create = (now: FigureFields) => {
    const { figure } = toFigureEntry(now, place)
    const base = `/api/v1/crises/${crisis.slug}`
    const { ref } = now.statement
    return ref === null
      ? {
          method: 'POST' as const,
          path: `${base}/statements`,
          body: { ...toStatement(now.statement, place).statement, figures: [figure] },
        }
      : { method: 'POST' as const, path: `${base}/figures`, body: { statement: ref, figures: [figure] } }
  }
  const save = async (then: 'next' | 'part') => {
    const now = read()
    const went = await panel.save({ create, findMore: findOpen })
    if (!went) return
    const label = labels.counted(now.indicator, now.population)
    const { statement, ref } = refsOf(now, went)
    const entered = { ...now, correction: null, statement: { ...now.statement, ref: statement } }
    const line: EntryLine = {
      ...panel.lineOf(went, now, { label, value: labels.number(now) }),
      key: typeof ref === 'string' ? ref : went.key,
      ref,
      partOf: typeof now.partOf?.ref === 'string' ? now.partOf.ref : null,
      fields: entered,
    }
    const told = `${label}: ${labels.number(now)}`
    begin(then === 'part' ? beginPart(entered, now.partOf?.ref ?? ref, now.partOf?.label ?? told) : carryOver(entered))
    if (then === 'part') focusNumber()
    onSaved(line, told, then)
  }
  const wholes = lines
    .filter(({ kind, ref, state }) => kind === 'figure' && state !== 'withdrawn' && ref !== changing?.content.id)
    .map(({ ref, label, value }) => ({ ref, label: `${label}: ${value}` }))
  return (
    <EntryForm
      kept={panel.kept}
      formRef={form}
      onSave={() => save('next')}
      onShiftSave={() => save(correction ? 'next' : 'part')}
      className="space-y-4"
    >
      <RemarkContext value={remark}>
        <StatementForm
          statement={fields.statement}
          known={knownStatements(lines, locale)}
          publisher={document.publisher.name}
          day={dayOfDocument(document, zone)}
          errors={errors}
          isFixed={changing !== null}
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
          language={document.language}
          paragraphs={paragraphs}
          day={dayOfDocument(document, zone)}
          asOfOtherwise={document.published ? t('asPublished', { published: document.published }) : t('noAsOf')}
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
        {correction && (
          <CorrectionPart
            correction={correction}
            fields={fields}
            linesOf={linesOf}
            onChange={change}
            error={errors.reason}
          />
        )}
        <FormFoot kept={panel.kept} error={errors.form ?? errors.document ?? errors.statement}>
          <SaveButton correction={correction} isBusy={isBusy} />
          {!correction && (
            <>
              <button
                type="button"
                disabled={isBusy}
                onClick={() => void panel.kept.hold(() => save('part'))}
                className={buttonClass('plain')}
              >
                {t('savePart')} <Key>Ctrl ⇧ ↵</Key>
              </button>
              <button type="button" onClick={() => change(carryOver(read()))} className={buttonClass('quiet')}>
                {t('clear')}
              </button>
            </>
          )}
          <span role="status" className="text-xs text-muted">
            {checked.state === 'away' && t('notChecked')}
            {checked.state === 'sign-in' && t('signInToCheck')}
          </span>
        </FormFoot>
      </RemarkContext>
    </EntryForm>
  )
}

/** What the first figure of the form begins with: the last one entered from the document. */
function firstFields(lines: readonly EntryLine[]): FigureFields {
  const last = lines.findLast(({ fields, state }) => fields !== null && state !== 'withdrawn')?.fields
  return last ? carryOver(last) : blankFigure
}

/** The fields with the whole in words, where it was entered from the same document. */
function withWholeNamed(fields: FigureFields, lines: readonly EntryLine[]): FigureFields {
  const { partOf } = fields
  const whole = partOf && lines.find(({ ref }) => ref === partOf.ref)
  return whole ? { ...fields, partOf: { ref: whole.ref, label: `${whole.label}: ${whole.value}` } } : fields
}

function knownStatements(lines: readonly EntryLine[], locale: Locale) {
  const byRef = new Map<string, { label: string; fields: FigureFields['statement'] }>()
  for (const { fields } of lines) {
    if (!fields?.statement.ref) continue
    const { ref, claimant, speaker, saidAt } = fields.statement
    const label = listed(locale, [claimant?.name, speaker, saidAt])
    byRef.set(JSON.stringify(ref), { label, fields: fields.statement })
  }
  return [...byRef.values()]
}

/** The statement as the guard rails are asked about it; null while something of it is missing. `replaces`: the figure that is changed. */
function bodyToCheck(fields: FigureFields, place: { document: DeskDocument; zone: string }, replaces: string | null) {
  const { figure, problems } = toFigureEntry(fields, place)
  const said = toStatement(fields.statement, place)
  if (problems.length > 0 || said.problems.length > 0) return null
  const { ref } = fields.statement
  const partOf = typeof figure.partOf === 'string' ? figure.partOf : null
  const statement = typeof ref === 'string' ? ref : null
  return { ...said.statement, statement, replaces, figures: [{ ...figure, partOf }] }
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
