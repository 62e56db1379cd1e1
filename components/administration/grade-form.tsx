'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/administration/labelled'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, WriteForm } from '@/components/administration/write-form'
import { type Claimant, grades } from '@/domain/figure/figure'

/** Grades a source; the grade holds once a second person approves it. */
export function GradeForm({ source, reliability }: { source: string; reliability: Claimant['reliability'] }) {
  const t = useTranslations('administration')
  const tGrades = useTranslations('grades')
  return (
    <WriteForm
      write={{ method: 'POST', address: `/sources/${source}/grades` }}
      toBody={(form) => ({ body: { reliability: textIn(form, 'reliability'), reason: textIn(form, 'reason') } })}
      submit={t('grade')}
      look="plain"
      onDone={(_, form) => form.reset()}
    >
      <SelectField
        name="reliability"
        label={t('reliability')}
        hint={t('gradeWaits')}
        options={grades.map((grade) => ({ value: grade, label: `${grade}: ${tGrades(grade)}` }))}
        defaultValue={reliability}
      />
      <ReasonField />
    </WriteForm>
  )
}
