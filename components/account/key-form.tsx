'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { AskForm } from '@/components/account/ask-form'
import { SecretShown } from '@/components/account/secret-shown'
import { TextField } from '@/components/account/text-field'

/** Makes a key for a program, and shows it once. */
export function KeyForm({ lifetimes }: { lifetimes: readonly number[] }) {
  const t = useTranslations('account.own')
  const router = useRouter()
  const id = useId()
  const [key, setKey] = useState<string | null>(null)
  const show = (answer: { key: string }, form: HTMLFormElement) => {
    setKey(answer.key)
    form.reset()
    router.refresh()
  }
  return (
    <div className="space-y-5">
      {key && <SecretShown key={key} title={t('keyShown')} text={key} />}
      <AskForm<{ key: string }>
        address="/api/accounts/create-api-key"
        submit={t('createKey')}
        look="plain"
        onAnswer={show}
      >
        <TextField name="label" label={t('keyLabel')} autoComplete="off" maxLength={80} />
        <div>
          <label htmlFor={id} className="mb-1 block text-sm font-medium">
            {t('keyDays')}
          </label>
          <select id={id} name="days" defaultValue={lifetimes[1]} className="field min-h-11!">
            {lifetimes.map((days) => (
              <option key={days} value={days}>
                {t('days', { days })}
              </option>
            ))}
          </select>
        </div>
      </AskForm>
    </div>
  )
}
