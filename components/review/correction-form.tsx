'use client'

import { useTranslations } from 'next-intl'
import { type ActField, ActForm } from '@/components/review/act-form'
import { type CorrectionBase, fieldOfPointer, toCorrection } from '@/components/review/correction'
import { disputeAspects } from '@/domain/figure/figure'
import { qualifiers } from '@/domain/quantity/quantity'

/** A correction: what it starts from and, in words, what stands. */
export interface CorrectionView extends CorrectionBase {
  seen: string
  /** Whether what it corrects is known: then the old stays beside the new. */
  isKnown: boolean
}

interface Props {
  view: CorrectionView
  userId: string
  onDone: () => void
  onCancel?: () => void
  hasFocus?: boolean
}

/** Old beside new, with the reason: what is left as it is, is not sent. */
export function CorrectionForm({ view, userId, onDone, onCancel, hasFocus = false }: Props) {
  const t = useTranslations('review')
  const field = (name: string, label: string, kind: ActField['kind'], more: Partial<ActField> = {}): ActField => {
    const value = view.values[name] ?? ''
    const shown = more.options?.find((option) => option.value === value)?.label ?? value
    return {
      name,
      kind,
      label,
      value,
      ...(kind !== 'check' && { was: t('was', { value: shown || t('nothing') }) }),
      ...more,
    }
  }
  const ofNoun: Record<CorrectionBase['noun'], ActField[]> = {
    figure: [
      field('words', t('correct.words'), 'text', { hint: t('correct.wordsHint') }),
      field('qualifier', t('correct.qualifier'), 'choice', {
        options: qualifiers.map((value) => ({ value, label: t(`qualifiers.${value}`) })),
      }),
      field('low', t('correct.low'), 'number'),
      field('high', t('correct.high'), 'number', { hint: t('correct.highHint') }),
      field('asOf', t('correct.asOf'), 'text', { hint: t('correct.asOfHint') }),
      field('stated', t('correct.stated'), 'check'),
      field('coverage', t('correct.coverage'), 'text'),
    ],
    note: [field('text', t('correct.text'), 'long')],
    dispute: [
      field('words', t('correct.words'), 'text'),
      field('aspect', t('correct.aspect'), 'choice', {
        options: disputeAspects.map((value) => ({ value, label: t(`aspects.${value}`) })),
      }),
    ],
  }
  const quotes = view.citations.map(({ language }, index) =>
    field(`quote${index}`, t('correct.quote'), 'long', { language }),
  )
  return (
    <ActForm
      userId={userId}
      hasFocus={hasFocus}
      fields={[
        ...ofNoun[view.noun],
        ...quotes,
        {
          name: 'reason',
          kind: 'long',
          label: t('correct.reason'),
          value: '',
          hint: t('correct.reasonHint'),
          isRequired: true,
        },
      ]}
      submit={t(view.isKnown ? 'submitCorrection' : 'saveWording')}
      toAct={(values) =>
        toCorrection(view, values, { reason: t('reasonNeeded'), time: t('correct.asOfHint'), number: t('wholeNumber') })
      }
      fieldOf={fieldOfPointer}
      seen={view.seen}
      wordCurrent={wordNewest}
      onDone={onDone}
      {...(onCancel && { onCancel: { label: t('cancel'), run: onCancel } })}
    />
  )
}

/** What stands now in its own words, out of the answer to a stale version. */
export function wordNewest(current: unknown): string | null {
  if (typeof current !== 'object' || current === null) return null
  const { version, quantity, text, words } = current as {
    version?: number
    quantity?: { words: string; low: number | null; high: number | null }
    text?: string
    words?: string
  }
  const said = quantity
    ? quantity.words || [quantity.low, quantity.high].filter((end) => end !== null).join('–')
    : (text ?? words)
  return said ? `${version}: ${said}` : null
}
