'use client'

import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/account/act-form'
import { TextField } from '@/components/account/text-field'

/** Changes one's own password. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account')
  return (
    <ActForm act="/api/auth/change-password" submit={t('own.changePassword')} done={t('own.passwordChanged')}>
      {/* For password managers, which keep a password with its address. */}
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <TextField
        name="currentPassword"
        label={t('own.currentPassword')}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        name="newPassword"
        label={t('newPassword')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        minLength={12}
      />
    </ActForm>
  )
}
