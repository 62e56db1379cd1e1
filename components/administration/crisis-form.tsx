'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { ChoiceField } from '@/components/administration/choice-field'
import { CheckField } from '@/components/administration/labelled'
import { textIn, WriteForm } from '@/components/administration/write-form'

/** Creates a crisis with what cannot be left out; the rest is set afterwards. */
export function CrisisForm({ zones }: { zones: readonly string[] }) {
  const t = useTranslations('administration')
  const toBody = (form: FormData) => ({
    body: {
      title: textIn(form, 'title'),
      slug: textIn(form, 'slug'),
      timeZone: textIn(form, 'timeZone'),
      startDay: textIn(form, 'startDay'),
      exercise: form.has('exercise'),
    },
  })
  return (
    <WriteForm<{ slug: string }>
      write={{ method: 'POST', address: '/crises' }}
      toBody={toBody}
      submit={t('createCrisis')}
      onDone={({ slug }) => window.location.assign(`/admin/crises/${slug}/settings`)}
    >
      <TextField name="title" label={t('title')} autoComplete="off" />
      <TextField name="slug" label={t('slug')} hint={t('slugHint')} autoComplete="off" spellCheck={false} />
      <ChoiceField
        name="timeZone"
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        options={zones.map((zone) => ({ value: zone, label: zone }))}
      />
      <TextField name="startDay" label={t('startDay')} type="date" />
      <CheckField name="exercise" label={t('exercise')} hint={t('exerciseHint')} />
    </WriteForm>
  )
}
