'use client'

import { useTranslations } from 'next-intl'
import { ask } from '@/components/account/ask'
import { AskForm } from '@/components/account/ask-form'
import { TextField } from '@/components/account/text-field'

/** Accepts an invitation with a name and a password, and signs in with them. `email` null: the person gives theirs. */
export function AcceptForm({ token, name, email }: { token: string; name: string; email: string | null }) {
  const t = useTranslations('account')
  const signIn = async (answer: { email: string }, form: HTMLFormElement) => {
    const password = new FormData(form).get('password')
    await ask('/api/auth/sign-in/email', { email: answer.email, password }, '')
    // Where that failed, the desk leads to the sign-in page.
    window.location.assign('/admin')
  }
  return (
    <AskForm<{ email: string }>
      address="/api/accounts/accept-invitation"
      submit={t('invitation.submit')}
      adds={{ token }}
      onAnswer={signIn}
    >
      {email === null ? (
        <TextField name="email" label={t('signIn.email')} type="email" autoComplete="username" />
      ) : (
        <TextField
          name="username"
          label={t('signIn.email')}
          hint={t('invitation.emailHint')}
          value={email}
          readOnly
          autoComplete="username"
        />
      )}
      <TextField name="name" label={t('name')} hint={t('nameHint')} defaultValue={name} autoComplete="name" />
      <TextField
        name="password"
        label={t('signIn.password')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        minLength={12}
      />
    </AskForm>
  )
}
