'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ask } from '@/components/account/ask'
import { CheckField } from '@/components/administration/labelled'
import { SignOutGuard } from '@/components/drafts/sign-out-guard'
import { LiveFields } from '@/components/forms/live-fields'

/** Ends all of one's sessions, this one too: as at any sign-out, what is unsent here is asked about first, and then removed. */
export function SignOutEverywhere() {
  const t = useTranslations('account')
  const form = useRef<HTMLFormElement>(null)
  const signOut = async () => {
    const input = Object.fromEntries(new FormData(form.current ?? undefined))
    const asked = await ask('/api/accounts/sign-out-everywhere', input, t('unreachable'))
    if ('problem' in asked) throw new Error(asked.problem.detail)
  }
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      <LiveFields className="space-y-5">
        <CheckField name="forgetDrafts" label={t('own.forgetDrafts')} hint={t('own.forgetDraftsHint')} />
        <SignOutGuard signOut={signOut} then="/sign-in" label={t('own.signOutEverywhere')} look="plain" />
      </LiveFields>
    </form>
  )
}
