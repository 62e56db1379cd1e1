'use client'

import { useTranslations } from 'next-intl'
import { QuoteField } from '@/components/entry/quote-field'
import { TextLine } from '@/components/entry/text-line'
import type { Correction } from '@/components/entry/use-correction'
import { differingLines, type FieldLine } from '@/components/entry/use-field-lines'
import type { ChangeFields } from '@/components/entry/use-kept-fields'
import { buttonClass } from '@/components/ui/button'
import { SideBySide } from '@/components/ui/side-by-side'
import type { CorrectionFields } from '@/domain/entry/correction-fields'

interface Props<Fields> {
  correction: Correction<Fields>
  fields: Fields
  linesOf: (fields: Fields) => FieldLine[]
  onChange: ChangeFields<Fields>
  error: string | undefined
}

/**
 * The end of a form that changes what was entered: quotes of other documents, the old beside the new, and why. Where somebody else was
 * faster, their version beside the person's own, to choose from before anything can be sent.
 */
export function CorrectionPart<Fields extends { correction: CorrectionFields | null }>(props: Props<Fields>) {
  const { correction, fields, linesOf, onChange, error } = props
  const t = useTranslations('entry.correction')
  if (!fields.correction) return null
  const set = (part: Partial<CorrectionFields>) =>
    onChange((before) => ({ ...before, correction: before.correction && { ...before.correction, ...part } }))
  const { others, reason } = fields.correction
  const [stands, typed] = [linesOf(correction.standing), linesOf(fields)]
  const changes = differingLines(stands, typed, t('nothing'))
  return (
    <div className="space-y-3">
      {others.map((other, index) => (
        <QuoteField
          key={`${other.document.id} ${other.relation}`}
          id={`quote-${index}`}
          label={t('quoteIn', { title: other.document.title })}
          quote={other.quote}
          position={other.position}
          language={other.language}
          onChange={(quote) => set({ others: others.with(index, { ...other, ...quote }) })}
        />
      ))}
      <div role="alert" className={correction.isStale ? 'border-s-4 border-series-5 bg-ground px-3 py-3' : 'hidden'}>
        {correction.isStale && (
          <>
            <p className="text-sm font-semibold">{t('staleTitle')}</p>
            <div className="my-2">
              <SideBySide
                label={t('staleTitle')}
                left={t('yours')}
                right={t('standsNow')}
                rows={differingLines(typed, stands, t('nothing'))}
              />
            </div>
            <div className="flex flex-wrap gap-2">
              <button type="button" onClick={correction.takeStanding} className={buttonClass('plain')}>
                {t('takeStanding')}
              </button>
              <button type="button" onClick={correction.keepMine} className={buttonClass('plain')}>
                {t('keepMine')}
              </button>
            </div>
          </>
        )}
      </div>
      {!correction.isStale && changes.length > 0 && (
        <SideBySide label={t('changes')} left={t('standsNow')} right={t('becomes')} rows={changes} />
      )}
      <TextLine
        id="reason"
        label={t('reason')}
        aside={correction.isKnown ? t('reasonHint') : t('mendHint')}
        lines={2}
        maxLength={1000}
        value={reason}
        error={error}
        onChange={(next) => set({ reason: next })}
      />
    </div>
  )
}
