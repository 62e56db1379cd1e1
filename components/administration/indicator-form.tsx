'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { AreaField, SelectField } from '@/components/administration/labelled'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, WriteForm } from '@/components/administration/write-form'
import { type Indicator, indicatorGroups, measures, units } from '@/domain/indicator/indicator'

/** A row of the codelist with its version; `isUsed`: its unit and its kind of measure stay. */
export type IndicatorRow = Indicator & { version: number; isUsed: boolean }

const others = ['hy', 'ru', 'ar'] as const

/** Changes a row of the codelist, or (null) adds one. */
export function IndicatorForm({ indicator }: { indicator: IndicatorRow | null }) {
  const t = useTranslations('administration')
  const tGroups = useTranslations('administration.indicatorGroups')
  const tUnits = useTranslations('administration.units')
  const tMeasures = useTranslations('administration.measures')
  const tLanguages = useTranslations('administration.locales')
  const isUsed = indicator?.isUsed ?? false
  const toBody = (form: FormData) => {
    const labels = Object.fromEntries(
      ['en', ...others].map((locale) => [locale, textIn(form, `labels/${locale}`)]).filter(([, label]) => label !== ''),
    )
    const fields = {
      labels: { en: '', ...labels },
      definition: textIn(form, 'definition'),
      group: textIn(form, 'group'),
      windowHours: Number(textIn(form, 'windowHours')),
      staleHours: Number(textIn(form, 'staleHours')),
      ...(isUsed ? {} : { unit: textIn(form, 'unit'), measure: textIn(form, 'measure') }),
    }
    return { body: indicator ? { ...fields, reason: textIn(form, 'reason') } : { ...fields, key: textIn(form, 'key') } }
  }
  return (
    <WriteForm
      write={
        indicator
          ? { method: 'PATCH', address: `/indicators/${indicator.key}`, version: indicator.version }
          : { method: 'POST', address: '/indicators' }
      }
      toBody={toBody}
      submit={indicator ? t('save') : t('addIndicator')}
      look={indicator ? 'plain' : 'primary'}
      keepAs={indicator ? `indicator ${indicator.key}` : 'new indicator'}
      onDone={(_, form) => indicator ?? form.reset()}
    >
      {!indicator && (
        <TextField name="key" label={t('key')} hint={t('keyHint')} autoComplete="off" spellCheck={false} />
      )}
      <TextField
        name="labels/en"
        label={t('labelIn', { language: tLanguages('en') })}
        defaultValue={indicator?.labels.en ?? ''}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        {others.map((locale) => (
          <TextField
            key={locale}
            name={`labels/${locale}`}
            label={t('labelIn', { language: tLanguages(locale) })}
            required={false}
            lang={locale}
            dir="auto"
            defaultValue={indicator?.labels[locale] ?? ''}
          />
        ))}
      </div>
      <AreaField name="definition" label={t('definition')} defaultValue={indicator?.definition ?? ''} rows={2} />
      <div className="grid gap-5 sm:grid-cols-3">
        <SelectField
          name="group"
          label={t('group')}
          options={indicatorGroups.map((value) => ({ value, label: tGroups(value) }))}
          defaultValue={indicator?.group ?? 'casualties'}
        />
        {!isUsed && (
          <>
            <SelectField
              name="unit"
              label={t('unit')}
              options={units.map((value) => ({ value, label: tUnits(value) }))}
              defaultValue={indicator?.unit ?? 'persons'}
            />
            <SelectField
              name="measure"
              label={t('measure')}
              options={measures.map((value) => ({ value, label: tMeasures(value) }))}
              defaultValue={indicator?.measure ?? 'running-total'}
            />
          </>
        )}
      </div>
      {isUsed && <p className="text-xs text-muted">{t('measureStays')}</p>}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="windowHours"
          label={t('windowHours')}
          hint={t('windowHint')}
          type="number"
          min={1}
          defaultValue={indicator?.windowHours ?? 24}
        />
        <TextField
          name="staleHours"
          label={t('staleHours')}
          hint={t('staleHint')}
          type="number"
          min={1}
          defaultValue={indicator?.staleHours ?? 96}
        />
      </div>
      {indicator && <ReasonField />}
    </WriteForm>
  )
}
