'use client'

import { useTranslations } from 'next-intl'
import { ActForm, type Compare } from '@/components/review/act-form'
import type { Act } from '@/components/review/use-act'

interface Props {
  userId: string
  compare: Compare
  formId: string
  onDone: () => void
  onCancel: () => void
}

/** Returns it to its author: what is to be mended, and which field that is about. */
export function ReturnForm({
  userId,
  compare,
  formId,
  fields,
  toAct,
  onDone,
  onCancel,
}: Props & { fields: { pointer: string; label: string }[]; toAct: (comment: string, field: string | null) => Act }) {
  const t = useTranslations('review')
  const about = {
    name: 'field',
    label: t('returnField'),
    kind: 'choice' as const,
    value: '',
    options: [
      { value: '', label: t('wholeEntry') },
      ...fields.map(({ pointer, label }) => ({ value: pointer, label })),
    ],
  }
  return (
    <section aria-label={t('return')} className="border-t border-line pt-4">
      <ActForm
        userId={userId}
        compare={compare}
        formId={formId}
        hasFocus
        fields={[
          ...(fields.length > 0 ? [about] : []),
          { name: 'comment', label: t('comment'), kind: 'long', value: '', isRequired: true },
        ]}
        submit={t('returnIt')}
        toAct={({ field = '', comment = '' }) =>
          comment.trim() === '' ? { errors: { comment: t('commentNeeded') } } : toAct(comment, field || null)
        }
        onDone={onDone}
        onCancel={{ label: t('cancel'), run: onCancel }}
      />
    </section>
  )
}

/** An act of one's own entry that needs nothing but why. */
export function WhyForm({
  userId,
  compare,
  formId,
  submit,
  toAct,
  onDone,
  onCancel,
}: Props & { submit: string; toAct: (why: string) => Act }) {
  const t = useTranslations('review')
  return (
    <section aria-label={submit} className="border-t border-line pt-4">
      <ActForm
        userId={userId}
        compare={compare}
        formId={formId}
        hasFocus
        fields={[{ name: 'why', label: t('why'), kind: 'long', value: '', isRequired: true }]}
        submit={submit}
        toAct={({ why = '' }) => (why.trim() === '' ? { errors: { why: t('reasonNeeded') } } : toAct(why))}
        fieldOf={() => 'why'}
        onDone={onDone}
        onCancel={{ label: t('cancel'), run: onCancel }}
      />
    </section>
  )
}
