'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AskForm } from '@/components/account/ask-form'
import { RolesField } from '@/components/account/roles-field'
import { SecretShown } from '@/components/account/secret-shown'
import { TextField } from '@/components/account/text-field'
import type { HeldRole } from '@/domain/workflow/actor'

interface Invited {
  path: string
  mail: 'sent' | 'failed' | 'no-server'
}

const first: HeldRole[] = [{ role: 'contributor', crisis: null }]

/** Invites a person. Where the mail was not sent, shows the link to hand on. */
export function InviteForm({ crises }: { crises: { id: string; title: string }[] }) {
  const t = useTranslations('people')
  const router = useRouter()
  const [roles, setRoles] = useState(first)
  const [invited, setInvited] = useState<(Invited & { email: string }) | null>(null)
  const show = (answer: Invited, form: HTMLFormElement) => {
    setInvited({ ...answer, email: String(new FormData(form).get('email')) })
    form.reset()
    setRoles(first)
    router.refresh()
  }
  return (
    <div className="space-y-5">
      {invited?.mail === 'sent' && (
        <p role="status" className="border-s-4 border-accent bg-surface px-4 py-3 text-sm">
          {t('mailSent', { email: invited.email })}
        </p>
      )}
      {invited && invited.mail !== 'sent' && (
        <SecretShown
          key={invited.path}
          title={invited.mail === 'failed' ? t('mailFailed') : t('mailNone')}
          text={window.location.origin + invited.path}
        />
      )}
      <AskForm<Invited> address="/api/accounts/invite-person" submit={t('invite')} adds={{ roles }} onAnswer={show}>
        <TextField name="name" label={t('name')} hint={t('nameHint')} autoComplete="off" />
        <TextField name="email" label={t('email')} type="email" autoComplete="off" />
        <RolesField value={roles} onChange={setRoles} crises={crises} />
      </AskForm>
    </div>
  )
}
