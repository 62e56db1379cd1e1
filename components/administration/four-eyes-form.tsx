'use client'

import { useTranslations } from 'next-intl'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, WriteForm } from '@/components/administration/write-form'

/** Switches the four-eyes rule, after saying what follows from it. */
export function FourEyesForm({ slug, version, fourEyes }: { slug: string; version: number; fourEyes: boolean }) {
  const t = useTranslations('administration')
  return (
    <WriteForm
      write={{ method: 'PATCH', address: `/crises/${slug}`, version }}
      toBody={(form) => ({ body: { fourEyes: !fourEyes, reason: textIn(form, 'reason') } })}
      submit={fourEyes ? t('switchFourEyesOff') : t('switchFourEyesOn')}
      look={fourEyes ? 'plain' : 'primary'}
      label={t('fourEyes')}
    >
      <p className="max-w-[65ch] text-sm">
        <strong>{fourEyes ? t('fourEyesIsOn') : t('fourEyesIsOff')}</strong>{' '}
        {fourEyes ? t('fourEyesOffMeans') : t('fourEyesOnMeans')}
      </p>
      <ReasonField />
    </WriteForm>
  )
}
