'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SecretShown } from '@/components/account/secret-shown'
import { TextField } from '@/components/account/text-field'
import { CheckField } from '@/components/administration/labelled'
import { textIn, WriteForm } from '@/components/administration/write-form'
import { eventKey } from '@/components/sending/event-key'
import { webhookEvents } from '@/domain/sending/webhook'

/** Registers an address, and shows once the secret its messages are signed by. */
export function WebhookForm({ slug }: { slug: string }) {
  const t = useTranslations('sending')
  const [secret, setSecret] = useState<string | null>(null)
  const show = (answer: { secret: string }, form: HTMLFormElement) => {
    setSecret(answer.secret)
    form.reset()
  }
  return (
    <div className="space-y-5">
      {secret && <SecretShown key={secret} title={t('secretShown')} text={secret} />}
      <WriteForm<{ secret: string }>
        write={{ method: 'POST', address: `/crises/${slug}/webhooks` }}
        toBody={(form) => {
          const events = form.getAll('events')
          return events.length > 0
            ? { body: { url: textIn(form, 'url'), events } }
            : { fields: { events: t('chooseEvent') } }
        }}
        submit={t('register')}
        look="plain"
        label={t('registerTitle')}
        onDone={show}
      >
        <TextField
          name="url"
          label={t('address')}
          hint={t('addressHint')}
          type="url"
          maxLength={2000}
          autoComplete="off"
        />
        <fieldset>
          <legend className="text-sm font-medium">{t('events')}</legend>
          {webhookEvents.map((event) => (
            <CheckField
              key={event}
              name="events"
              value={event}
              label={t(`eventNames.${eventKey(event)}`)}
              defaultChecked
            />
          ))}
        </fieldset>
      </WriteForm>
    </div>
  )
}
