'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { AskForm } from '@/components/account/ask-form'
import { TextField } from '@/components/account/text-field'

/** Signs in: address and password, then, for whoever set it up, a code of their app or a recovery code. Leads on to `next`. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('account.signIn')
  const [step, setStep] = useState<'password' | 'app' | 'recovery'>('password')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (step !== 'password') heading.current?.focus()
  }, [step])
  // A new document, not a turned page: nothing that was read as nobody stays.
  const enter = () => window.location.assign(next)
  if (step === 'password') {
    return (
      <AskForm<{ secondFactor: boolean }>
        key={step}
        address="/api/auth/sign-in/email"
        submit={t('submit')}
        onAnswer={({ secondFactor }) => (secondFactor ? setStep('app') : enter())}
        aside={
          <Link href="/reset-password" className="py-2 text-sm">
            {t('forgot')}
          </Link>
        }
      >
        <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" />
        <TextField name="password" label={t('password')} type="password" autoComplete="current-password" />
      </AskForm>
    )
  }
  const isApp = step === 'app'
  return (
    <div>
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold tracking-tight focus:outline-none">
        {t('secondStep')}
      </h2>
      <p className="mt-1 mb-5 text-sm text-muted">{isApp ? t('appHint') : t('recoveryHint')}</p>
      <AskForm
        key={step}
        address={isApp ? '/api/auth/two-factor/verify-totp' : '/api/auth/two-factor/verify-backup-code'}
        submit={t('submit')}
        onAnswer={enter}
        aside={
          <button
            type="button"
            onClick={() => setStep(isApp ? 'recovery' : 'app')}
            className="py-2 text-sm text-accent underline underline-offset-4"
          >
            {isApp ? t('useRecovery') : t('useApp')}
          </button>
        }
      >
        {isApp ? (
          <TextField name="code" label={t('appCode')} autoComplete="one-time-code" inputMode="numeric" />
        ) : (
          <TextField name="code" label={t('recoveryCode')} autoComplete="off" spellCheck={false} />
        )}
      </AskForm>
    </div>
  )
}
