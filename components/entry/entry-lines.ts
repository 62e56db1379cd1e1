import type { OutboxItem } from '@/components/drafts/outbox-view'
import type { FigureLabels } from '@/components/entry/use-figure-labels'
import type { EnteredFromDocument } from '@/domain/entry/entered'
import { fieldsOfFigure } from '@/domain/entry/fields-of-entered'
import type { EntryRef, FigureFields, QuoteFields } from '@/domain/entry/figure-fields'

/** Where an entry is: with the server in one of its states, or still on this device. */
export type LineState = 'draft' | 'submitted' | 'returned' | 'approved' | 'withdrawn' | 'waiting' | 'attention'

/** One line of what was entered from the document. */
export interface EntryLine extends QuoteFields {
  key: string
  kind: 'figure' | 'note' | 'dispute'
  /** What another entry refers to it by. */
  ref: EntryRef
  state: LineState
  label: string
  value: string
  /** Words of whoever returned it, or of the server that refused it. */
  comment: string | null
  partOf: string | null
  /** Of a figure: as it stands in the form. */
  fields: FigureFields | null
}

/** What the server has of the document. */
export function linesOfEntered(
  entered: EnteredFromDocument,
  documentId: string,
  { timeZone, labels }: { timeZone: string; labels: FigureLabels },
): EntryLine[] {
  const figures = entered.figures.map((figure): EntryLine => {
    const fields = fieldsOfFigure(figure, timeZone, documentId)
    return {
      key: figure.id,
      kind: 'figure',
      ref: figure.id,
      state: figure.state,
      label: labels.counted(figure.indicator, figure.population),
      value: labels.quantity(figure.quantity),
      quote: fields.quote,
      position: fields.position,
      comment: figure.comment,
      partOf: figure.partOf,
      fields,
    }
  })
  const notes = entered.notes.map(
    ({ id, state, text, kind, quote, position, comment }): EntryLine => ({
      ...{ key: id, ref: id, kind: 'note', state, label: text, value: kind, quote, position, comment },
      ...{ partOf: null, fields: null },
    }),
  )
  const disputes = entered.disputes.map(
    ({ id, state, by, aspect, quote, position, comment }): EntryLine => ({
      ...{ key: id, ref: id, kind: 'dispute', state, label: by, value: aspect, quote, position, comment },
      ...{ partOf: null, fields: null },
    }),
  )
  return [...figures, ...notes, ...disputes]
}

/** What is still on this device: it waits to be sent, or was refused. Its form's values say what it is. */
export function linesOfOutbox(
  items: readonly OutboxItem[],
  formIds: readonly string[],
  labels: FigureLabels,
): EntryLine[] {
  return items.flatMap(({ key, label, form, problem }): EntryLine[] => {
    if (!form || !formIds.includes(form.id)) return []
    const kind = form.id.startsWith('figure') ? 'figure' : form.id.startsWith('note') ? 'note' : 'dispute'
    const values = form.values as FigureFields
    const isFigure = kind === 'figure'
    return [
      {
        key,
        kind,
        ref: isFigure ? { $ref: key, pointer: '/figures/0/id' } : { $ref: key, pointer: '/id' },
        state: problem ? 'attention' : 'waiting',
        label: isFigure ? labels.counted(values.indicator, values.population) : label,
        value: isFigure ? labels.number(values) : '',
        quote: values.quote,
        position: values.position,
        comment: problem?.detail ?? null,
        partOf: isFigure && typeof values.partOf?.ref === 'string' ? values.partOf.ref : null,
        fields: isFigure ? values : null,
      },
    ]
  })
}
