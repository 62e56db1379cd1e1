'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/account/text-field'
import { CheckField, type Option, SelectField } from '@/components/administration/labelled'
import { LogoField, type ShownLogo } from '@/components/administration/logo-field'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, textOrNull, WriteForm } from '@/components/administration/write-form'
import type { ReportSettings } from '@/domain/crisis/crisis'
import { accentColours, accents } from '@/domain/sitrep/accents'

/** How the reports of a crisis are set: who issues them, on what paper, in what colour, with which sections. */
export function ReportForm({
  slug,
  version,
  report,
  logo: kept,
  sections,
}: {
  slug: string
  version: number
  report: ReportSettings
  logo: ShownLogo | null
  sections: readonly Option[]
}) {
  const t = useTranslations('reportSettings')
  const [logo, setLogo] = useState(kept)
  const toBody = (form: FormData) => {
    const alt = textIn(form, 'alt')
    if (logo && alt === '') return { fields: { alt: t('sayWhatLogoShows') } }
    const shown = form.getAll('sections')
    return {
      body: {
        report: {
          daily: form.has('daily'),
          paper: textIn(form, 'paper'),
          accent: textIn(form, 'accent'),
          organisation: textOrNull(form, 'organisation'),
          footer: textIn(form, 'footer'),
          logo: logo && { sha256: logo.sha256, alt },
          leftOut: sections.map(({ value }) => value).filter((value) => !shown.includes(value)),
        },
        reason: textIn(form, 'reason'),
      },
    }
  }
  return (
    <WriteForm
      write={{ method: 'PATCH', address: `/crises/${slug}`, version }}
      toBody={toBody}
      submit={t('save')}
      label={t('title')}
    >
      <CheckField name="daily" label={t('daily')} hint={t('dailyHint')} defaultChecked={report.daily} />
      <TextField
        name="organisation"
        label={t('organisation')}
        hint={t('organisationHint')}
        required={false}
        defaultValue={report.organisation ?? ''}
      />
      <LogoField slug={slug} logo={logo} onChange={setLogo} />
      {logo && (
        <TextField
          name="alt"
          label={t('alt')}
          hint={t('altHint')}
          maxLength={200}
          defaultValue={report.logo?.alt ?? ''}
        />
      )}
      <fieldset>
        <legend className="text-sm font-medium">{t('accent')}</legend>
        <div className="mt-1 flex flex-wrap gap-x-6">
          {accents.map((accent) => (
            <label key={accent} className="flex min-h-11 items-center gap-2.5 text-sm">
              <input
                type="radio"
                name="accent"
                value={accent}
                defaultChecked={accent === report.accent}
                className="size-5 accent-accent"
              />
              <svg viewBox="0 0 20 20" className="size-5 rounded-sm" aria-hidden="true">
                <rect width="20" height="20" fill={accentColours[accent]} />
              </svg>
              {t(`accents.${accent}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <SelectField
        name="paper"
        label={t('paper')}
        options={[
          { value: 'a4', label: t('a4') },
          { value: 'letter', label: t('letter') },
        ]}
        defaultValue={report.paper}
      />
      <TextField
        name="footer"
        label={t('footer')}
        hint={t('footerHint')}
        required={false}
        maxLength={300}
        defaultValue={report.footer}
      />
      <fieldset>
        <legend className="text-sm font-medium">{t('sections')}</legend>
        <p className="text-xs text-muted">{t('sectionsHint')}</p>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {sections.map(({ value, label }) => (
            <CheckField
              key={value}
              name="sections"
              value={value}
              label={label}
              defaultChecked={!report.leftOut.some((key) => key === value)}
            />
          ))}
        </div>
      </fieldset>
      <ReasonField />
    </WriteForm>
  )
}
