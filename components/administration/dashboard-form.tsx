'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/account/text-field'
import { OrderedList } from '@/components/administration/ordered-list'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, WriteForm } from '@/components/administration/write-form'
import type { CrisisChart, KeyFigure } from '@/domain/crisis/crisis'

/** A scope somebody has a figure of, that can become a key figure. */
export interface ScopeChoice {
  key: string
  label: string
  keyFigure: KeyFigure
}

/** Which numbers and charts the crisis shows first, in which order, and what they are called. */
export function DashboardForm({
  slug,
  version,
  keyFigures,
  charts,
  scopes,
}: {
  slug: string
  version: number
  keyFigures: readonly KeyFigure[]
  charts: readonly CrisisChart[]
  scopes: readonly ScopeChoice[]
}) {
  const t = useTranslations('administration')
  const [figures, setFigures] = useState(keyFigures.map(({ key }) => key))
  const [shownCharts, setCharts] = useState(charts.map(({ key }) => key))
  const known = new Map([
    ...scopes.map(({ key, keyFigure }) => [key, keyFigure] as const),
    ...keyFigures.map((one) => [one.key, one] as const),
  ])
  const chosen = figures.flatMap((key) => known.get(key) ?? [])
  const toBody = (form: FormData) => ({
    body: {
      keyFigures: chosen.map((one, index) => ({
        ...one,
        label: textIn(form, `keyFigures/${index}/label`) || one.label,
      })),
      charts: shownCharts.flatMap((key) => charts.find((one) => one.key === key) ?? []),
      reason: textIn(form, 'reason'),
    },
  })
  return (
    <WriteForm
      write={{ method: 'PATCH', address: `/crises/${slug}`, version }}
      toBody={toBody}
      submit={t('saveDashboard')}
      label={t('dashboard')}
    >
      <div className="grid gap-6 md:grid-cols-2">
        <OrderedList
          label={t('keyFigures')}
          hint={t('keyFiguresHint')}
          options={[
            ...keyFigures.map(({ key, label }) => ({ value: key, label })),
            ...scopes.map(({ key, label }) => ({ value: key, label })),
          ]}
          value={figures}
          onChange={setFigures}
          addLabel={t('addKeyFigure')}
        />
        {charts.length > 0 && (
          <OrderedList
            label={t('charts')}
            options={charts.map(({ key, subtitle }) => ({ value: key, label: subtitle }))}
            value={shownCharts}
            onChange={setCharts}
            addLabel={t('addChart')}
          />
        )}
      </div>
      {chosen.length > 0 && (
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-1 text-sm font-medium">{t('labels')}</legend>
          {chosen.map(({ key, label }, index) => (
            <TextField
              key={key}
              name={`keyFigures/${index}/label`}
              label={t('labelOf', { name: label })}
              defaultValue={label}
            />
          ))}
        </fieldset>
      )}
      <ReasonField />
    </WriteForm>
  )
}
