'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { ChoiceField } from '@/components/administration/choice-field'
import { AreaField, CheckField, SelectField } from '@/components/administration/labelled'
import { PickerField } from '@/components/administration/picker-field'
import { textIn, textOrNull, WriteForm } from '@/components/administration/write-form'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Named } from '@/domain/entry/figure-fields'
import { placeLevels } from '@/domain/place/listed-place'
import { locales } from '@/domain/viewpoint/viewpoint'

export type PlainSettings = Pick<
  Crisis,
  | 'slug'
  | 'title'
  | 'subtitle'
  | 'timeZone'
  | 'startDay'
  | 'endDay'
  | 'cutOff'
  | 'languages'
  | 'namingPreference'
  | 'disclaimer'
  | 'publisher'
  | 'contact'
  | 'groups'
  | 'publicPlaceLevel'
  | 'suppressBelow'
>

/** What a crisis is called, by whose clock it runs, who publishes it and what the public is shown of it. */
export function SettingsForm({
  settings,
  version,
  zones,
  ombudsman,
}: {
  settings: PlainSettings
  version: number
  zones: readonly string[]
  ombudsman: Named | null
}) {
  const t = useTranslations('administration')
  const tLanguages = useTranslations('administration.locales')
  const tLevels = useTranslations('administration.levels')
  const toBody = (form: FormData) => {
    const suppressBelow = textIn(form, 'suppressBelow')
    return {
      body: {
        title: textIn(form, 'title'),
        subtitle: textIn(form, 'subtitle'),
        timeZone: textIn(form, 'timeZone'),
        startDay: textIn(form, 'startDay'),
        endDay: textOrNull(form, 'endDay'),
        cutOff: textIn(form, 'cutOff'),
        languages: form.getAll('languages'),
        namingPreference: textIn(form, 'namingPreference')
          .split(/[,،]/)
          .map((one) => one.trim())
          .filter(Boolean),
        disclaimer: textIn(form, 'disclaimer'),
        publisher: textIn(form, 'publisher'),
        contact: textIn(form, 'contact'),
        ombudsman: textOrNull(form, 'ombudsman'),
        groups: groupsIn(textIn(form, 'groups')),
        publicPlaceLevel: textOrNull(form, 'publicPlaceLevel'),
        suppressBelow: suppressBelow === '' ? null : Number(suppressBelow),
        reason: textIn(form, 'reason'),
      },
    }
  }
  const { slug } = settings
  return (
    <WriteForm
      write={{ method: 'PATCH', address: `/crises/${slug}`, version }}
      toBody={toBody}
      submit={t('saveSettings')}
      label={t('general')}
      keepAs={`settings of crisis ${slug}`}
    >
      <TextField name="title" label={t('title')} defaultValue={settings.title} />
      <TextField name="subtitle" label={t('subtitleField')} required={false} defaultValue={settings.subtitle} />
      <ChoiceField
        name="timeZone"
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        options={zones.map((zone) => ({ value: zone, label: zone }))}
        defaultValue={settings.timeZone}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField name="startDay" label={t('startDay')} type="date" defaultValue={settings.startDay} />
        <TextField
          name="endDay"
          label={t('endDay')}
          type="date"
          required={false}
          defaultValue={settings.endDay ?? ''}
        />
        <TextField name="cutOff" label={t('cutOff')} hint={t('cutOffHint')} defaultValue={settings.cutOff} />
      </div>
      <fieldset>
        <legend className="text-sm font-medium">{t('languages')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {locales.map((locale) => (
            <CheckField
              key={locale}
              name="languages"
              value={locale}
              label={tLanguages(locale)}
              defaultChecked={settings.languages.includes(locale)}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        name="namingPreference"
        label={t('namingPreference')}
        hint={t('namingPreferenceHint')}
        required={false}
        defaultValue={settings.namingPreference.join(', ')}
      />
      <AreaField
        name="disclaimer"
        label={t('disclaimer')}
        hint={t('disclaimerHint')}
        defaultValue={settings.disclaimer}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="publisher" label={t('publisher')} required={false} defaultValue={settings.publisher} />
        <TextField name="contact" label={t('contact')} required={false} defaultValue={settings.contact} />
      </div>
      <PickerField
        name="ombudsman"
        label={t('ombudsman')}
        hint={t('ombudsmanHint')}
        kind="source"
        among={{ crisis: slug }}
        chosen={ombudsman}
      />
      <AreaField
        name="groups"
        label={t('groups')}
        hint={t('groupsHint')}
        defaultValue={settings.groups.map(({ slug, label }) => `${slug}: ${label}`).join('\n')}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="publicPlaceLevel"
          label={t('publicPlaceLevel')}
          hint={t('publicPlaceLevelHint')}
          options={[
            { value: '', label: t('asEntered') },
            ...placeLevels.map((level) => ({ value: level, label: tLevels(level) })),
          ]}
          defaultValue={settings.publicPlaceLevel ?? ''}
        />
        <TextField
          name="suppressBelow"
          label={t('suppressBelow')}
          hint={t('suppressBelowHint')}
          type="number"
          min={1}
          required={false}
          defaultValue={settings.suppressBelow ?? ''}
        />
      </div>
      <ReasonField />
    </WriteForm>
  )
}

/** Why something is changed: kept in the audit log beside what stood before. */
export function ReasonField() {
  const t = useTranslations('administration')
  return <TextField name="reason" label={t('reason')} hint={t('reasonHint')} autoComplete="off" maxLength={1000} />
}

/** Lines as "residents: Residents of the valley". */
function groupsIn(text: string): { slug: string; label: string }[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [slug = '', ...label] = line.split(':')
      return { slug: slug.trim(), label: label.join(':').trim() }
    })
}
