'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, WriteForm } from '@/components/administration/write-form'
import type { ReliefWebSettings } from '@/domain/crisis/crisis'

const names = ['source', 'country', 'disaster', 'disasterType', 'theme'] as const

/** Under which terms of ReliefWeb's vocabularies reports are posted there. */
export function ReliefWebForm({
  slug,
  version,
  settings,
}: {
  slug: string
  version: number
  settings: ReliefWebSettings
}) {
  const t = useTranslations('sending')
  const toBody = (form: FormData) => {
    const texts = names.map((name) => [name, textIn(form, name)] as const)
    const wrong = texts.filter(([, text]) => !/^(\d{1,7}([\s,]+\d{1,7})*)?$/.test(text))
    if (wrong.length > 0) return { fields: Object.fromEntries(wrong.map(([name]) => [name, t('idsOnly')])) }
    const reliefWeb = Object.fromEntries(texts.map(([name, text]) => [name, text.match(/\d+/g)?.map(Number) ?? []]))
    return { body: { reliefWeb, reason: textIn(form, 'reason') } }
  }
  return (
    <WriteForm
      write={{ method: 'PATCH', address: `/crises/${slug}`, version }}
      toBody={toBody}
      submit={t('saveTerms')}
      look="plain"
      label={t('reliefWeb')}
    >
      {names.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`terms.${name}`)}
          hint={t(`termHints.${name}`)}
          defaultValue={settings[name].join(', ')}
          required={false}
          inputMode="numeric"
          autoComplete="off"
        />
      ))}
      <ReasonField />
    </WriteForm>
  )
}
