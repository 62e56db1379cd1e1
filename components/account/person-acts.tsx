'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActForm } from '@/components/account/act-form'
import { AskForm } from '@/components/account/ask-form'
import { Disclosed } from '@/components/account/disclosed'
import { RolesField } from '@/components/account/roles-field'
import { SecretShown } from '@/components/account/secret-shown'
import type { HeldRole } from '@/domain/workflow/actor'

/** A person as an administrator manages them. */
export interface ManagedPerson {
  id: string
  name: string
  roles: HeldRole[]
  hasSecondFactor: boolean
  isDisabled: boolean
  isSelf: boolean
}

/** What an administrator can do with a person's account. */
export function PersonActs({ person, crises }: { person: ManagedPerson; crises: { id: string; title: string }[] }) {
  const t = useTranslations('people')
  const [roles, setRoles] = useState(person.roles)
  const [link, setLink] = useState<string | null>(null)
  const { id } = person
  const input = { id }
  if (person.isDisabled) return <ActForm act="enable-person" input={input} submit={t('enable')} done={t('done')} />
  return (
    <div className="space-y-6">
      <ActForm act="change-roles" input={{ id, roles }} submit={t('saveRoles')} done={t('done')}>
        <RolesField value={roles} onChange={setRoles} crises={crises} />
      </ActForm>
      {link && <SecretShown key={link} title={t('resetLink')} text={link} />}
      <div className="flex flex-wrap gap-x-5 gap-y-3">
        <AskForm<{ path: string }>
          address="/api/accounts/make-reset-link"
          adds={input}
          submit={t('makeResetLink')}
          look="plain"
          onAnswer={({ path }) => setLink(window.location.origin + path)}
        />
        {!person.isSelf && <ActForm act="sign-out-person" input={input} submit={t('signOut')} done={t('done')} />}
      </div>
      {!person.isSelf && (
        <div>
          {person.hasSecondFactor && (
            <Disclosed summary={t('removeSecond')}>
              <p className="mb-3 text-sm text-muted">{t('removeSecondHint')}</p>
              <ActForm act="remove-second-factor" input={input} submit={t('removeSecond')} done={t('done')} />
            </Disclosed>
          )}
          <Disclosed summary={t('disable')}>
            <p className="mb-3 text-sm text-muted">{t('disableHint')}</p>
            <ActForm act="disable-person" input={input} submit={t('disable')} done={t('done')} />
          </Disclosed>
        </div>
      )}
    </div>
  )
}
