'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { AskForm } from '@/components/account/ask-form'
import { TextField } from '@/components/account/text-field'

/** Asks for a link to a new password by mail. */
export function RequestResetForm() {
  const t = useTranslations('account')
  const [outcome, setOutcome] = useState<'sent' | 'cannot' | null>(null)
  if (outcome) return <Outcome text={outcome === 'sent' ? t('reset.sent') : t('reset.cannotSend')} />
  return (
    <AskForm<{ canSend: boolean }>
      address="/api/accounts/request-reset"
      submit={t('reset.ask')}
      onAnswer={({ canSend }) => setOutcome(canSend ? 'sent' : 'cannot')}
    >
      <TextField name="email" label={t('signIn.email')} type="email" autoComplete="username" />
    </AskForm>
  )
}

/** Sets the new password of whoever holds the link. */
export function ResetForm({ token }: { token: string }) {
  const t = useTranslations('account')
  const [isDone, setDone] = useState(false)
  if (isDone) return <Outcome text={t('reset.done')} link={t('signIn.title')} />
  return (
    <AskForm
      address="/api/auth/reset-password"
      submit={t('reset.submit')}
      adds={{ token }}
      onAnswer={() => setDone(true)}
    >
      <TextField
        name="newPassword"
        label={t('newPassword')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        minLength={12}
      />
    </AskForm>
  )
}

/** What came of it, in the form's place: takes the focus, so that it is read. */
function Outcome({ text, link }: { text: string; link?: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} role="status" className="focus:outline-none">
      <p>{text}</p>
      {link && (
        <p className="mt-4">
          <Link href="/sign-in">{link}</Link>
        </p>
      )}
    </div>
  )
}
