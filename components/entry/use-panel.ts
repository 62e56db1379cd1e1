'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import type { EntryLine } from '@/components/entry/entry-lines'
import type { PanelProps } from '@/components/entry/panel'
import type { Remark } from '@/components/entry/remark'
import { firstFieldsOf, formIdOf, useCorrection } from '@/components/entry/use-correction'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { useSubmission, type Went } from '@/components/entry/use-submission'
import type { CorrectionFields } from '@/domain/entry/correction-fields'
import { fieldOfPointer } from '@/domain/entry/field-of'
import type { QuoteFields } from '@/domain/entry/figure-fields'
import type { FieldProblem } from '@/domain/entry/to-figure-entry'
import type { Citation } from '@/domain/figure/figure'
import type { Versioned } from '@/domain/workflow/waiting'

/** How a figure, note or dispute gets into its form, and out of it. `zone`: the crisis's. */
interface PanelForms<Content, Fields> {
  noun: Versioned
  /** What a new one begins with. */
  blank: Fields
  toFields: (content: Content, zone: string) => Fields
  toEntry: (fields: Fields, zone: string) => { entry: object; problems: FieldProblem[] }
  /** What is entered, in words. */
  toLabel: (fields: Fields) => string
  /** The id of the control of a field. */
  idOf: (field: string) => string
}

type Content = { id: string; version: number; citations: readonly Citation[] }
type Fields = QuoteFields & { correction: CorrectionFields | null }

interface SaveOptions<Fields> {
  create?: (now: Fields) => { method: 'POST'; path: string; body: object }
  findMore?: (now: Fields) => Promise<Record<string, string>>
}

/** The state of a form of the desk: its fields and their draft, what it changes, what is wrong with it, and how it is sent. */
export function usePanel<Entered extends Content, Typed extends Fields>(
  { document, changing, again }: Pick<PanelProps<Entered>, 'document' | 'changing' | 'again'>,
  { noun, blank, toFields, toEntry, toLabel, idOf }: PanelForms<Entered, Typed>,
) {
  const t = useTranslations('entry')
  const crisis = useEntryCrisis()
  const zone = crisis.timeZone
  const forms = {
    noun,
    documentId: document.id,
    toFields: (content: Entered) => toFields(content, zone),
    toEntry: (fields: Typed) => toEntry(fields, zone).entry,
  }
  const [initial] = useState(() => firstFieldsOf(changing, again, forms) ?? blank)
  const kept = useKeptFields<Typed>(formIdOf(noun, document, changing), initial, {
    submissionKey: again?.key,
    toLabel,
  })
  const correcting = useCorrection(kept, changing, again, forms)
  const form = useRef<HTMLFormElement>(null)
  const submission = useSubmission(kept, form, again?.entry.problem ?? null, correcting.learn)
  const { fields, read } = kept
  const desk = `/admin/crises/${crisis.slug}/enter/${document.id}`
  const href = changing ? `${desk}?mend=${changing.content.id}` : desk
  const post = (now: Typed) => ({
    method: 'POST' as const,
    path: `/api/v1/crises/${crisis.slug}/${noun}s`,
    body: toEntry(now, zone).entry,
  })
  const remark: Remark | null =
    changing?.comment && changing.field
      ? { id: idOf(fieldOfPointer(changing.field)), text: t('returned', { comment: changing.comment }) }
      : null
  return {
    zone,
    kept,
    form,
    fields,
    change: kept.change,
    read,
    begin: kept.begin,
    errors: submission.errors,
    isBusy: kept.isHeld,
    correction: correcting.correction,
    /** What was said of a field when it was returned; it stands beside that field. */
    remark,
    /**
     * Sends the entry, or only the changes of one that is there. Null where something is wrong: the form says what. `create` makes the request of
     * a new one where that is another than usual; `findMore` says what else holds it back once its fields are good.
     */
    save: async ({ create = post, findMore = async () => ({}) }: SaveOptions<Typed> = {}): Promise<Went | null> => {
      const now = read()
      const { problems, more } = correcting.findProblems()
      if (submission.stop([...toEntry(now, zone).problems, ...problems], more)) return null
      if (submission.stop([], await findMore(now))) return null
      const told = { label: toLabel(now), href }
      return await submission.send(correcting.toSubmission(told) ?? { ...create(now), ...told })
    },
    /** The line of what went, for the list of what was entered. */
    lineOf: (
      { key, answer }: Went,
      { quote, position }: QuoteFields,
      { label, value }: Pick<EntryLine, 'label' | 'value'>,
    ): EntryLine => {
      const id = answer && String(answer.id)
      return {
        ...{ key: id ?? key, kind: noun, ref: id ?? { $ref: key, pointer: '/id' }, quote, position, label, value },
        ...{ state: id ? 'submitted' : 'waiting', comment: null, partOf: null, fields: null },
      }
    },
  }
}
