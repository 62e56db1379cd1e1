import type { Values } from '@/components/review/act-form'
import type { Act } from '@/components/review/use-act'
import { parseWhen } from '@/domain/time/local-time'

/** What a correction starts from: the fields a person can change here, as texts, and what the rest of them needs. */
export interface CorrectionBase {
  noun: 'figure' | 'note' | 'dispute'
  id: string
  version: number
  timeZone: string
  values: Values
  citations: { document: string; quote: string; language: string; relation: string }[]
}

/** The field that a JSON pointer of a refusal is about. */
export const fieldOfPointer = (pointer: string): string => {
  const [, name = '', index, part] = pointer.split('/')
  if (name === 'citations' && part === 'quote') return `quote${index}`
  if (name === 'quantity') return 'low'
  return name
}

interface Sentences {
  reason: string
  time: string
  number: string
}

/** The request that makes the changes, and nothing but the changes; or what is wrong with a field. */
export function toCorrection(base: CorrectionBase, values: Values, say: Sentences): Act | { errors: Values } {
  const errors: Values = {}
  const isChanged = (...names: string[]) => names.some((name) => values[name] !== base.values[name])
  const text = (name: string) => values[name]?.trim() ?? ''
  const body: Record<string, unknown> = {}
  const reason = text('reason')
  if (reason === '') errors.reason = say.reason
  if (isChanged('words', 'qualifier', 'low', 'high') && base.noun === 'figure') {
    const [low, high] = ['low', 'high'].map((name) =>
      text(name) === '' ? null : Number(text(name).replaceAll(/[\s,]/g, '')),
    )
    if (Number.isNaN(low)) errors.low = say.number
    if (Number.isNaN(high)) errors.high = say.number
    body.quantity = { words: text('words'), qualifier: values.qualifier, low, high }
  }
  if (isChanged('asOf', 'stated')) {
    try {
      const span = text('asOf') === '' ? null : parseWhen(text('asOf').replace(' ', 'T'), base.timeZone)
      body.asOf = span && { ...span, stated: values.stated === 'yes', note: null }
    } catch {
      errors.asOf = say.time
    }
  }
  if (isChanged('coverage')) body.coverage = text('coverage') || null
  for (const name of base.noun === 'note' ? ['text'] : base.noun === 'dispute' ? ['words', 'aspect'] : []) {
    if (isChanged(name)) body[name] = text(name)
  }
  if (base.citations.some((_, index) => isChanged(`quote${index}`))) {
    body.citations = base.citations.map((citation, index) => ({ ...citation, quote: text(`quote${index}`) }))
  }
  if (Object.keys(errors).length > 0) return { errors }
  return { method: 'PATCH', path: `/${base.noun}s/${base.id}`, version: base.version, body: { ...body, reason } }
}
