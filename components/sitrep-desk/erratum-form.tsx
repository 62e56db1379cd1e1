'use client'

import { useTranslations } from 'next-intl'
import { AreaField } from '@/components/administration/labelled'
import { textIn, WriteForm } from '@/components/administration/write-form'
import { buttonClass } from '@/components/ui/button'
import type { SitrepDraft } from '@/domain/sitrep/draft'

/** Begins the next edition of a published sitrep: what changed, and why. Leads to its draft. */
export function ErratumForm({ crisis, number, onCancel }: { crisis: string; number: number; onCancel?: () => void }) {
  const t = useTranslations('sitrepDesk.erratum')
  return (
    <WriteForm<SitrepDraft>
      label={t('titleOf', { number })}
      keepAs={`erratum of sitrep ${number} of crisis ${crisis}`}
      write={{ method: 'POST', address: `/crises/${crisis}/errata` }}
      toBody={(form) => ({ body: { number, what: textIn(form, 'what'), why: textIn(form, 'why') } })}
      submit={t('begin')}
      onDone={({ id }) => window.location.assign(`/admin/sitreps/${id}`)}
      aside={
        onCancel && (
          <button type="button" className={`${buttonClass('quiet')} min-h-11`} onClick={onCancel}>
            {t('cancel')}
          </button>
        )
      }
    >
      <AreaField name="what" label={t('what')} hint={t('whatHint')} rows={2} />
      <AreaField name="why" label={t('why')} rows={2} />
    </WriteForm>
  )
}
