'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { AskForm } from '@/components/account/ask-form'

/** One act on an account (`/api/accounts/…`), after which the page shows how things stand. `then`: the page to go to instead. */
export function ActForm({
  act,
  input,
  submit,
  label,
  look = 'plain',
  done,
  then,
  children,
}: {
  act: string
  input?: Record<string, unknown>
  submit: string
  label?: string
  look?: 'primary' | 'plain'
  done?: string
  then?: string
  children?: ReactNode
}) {
  const t = useTranslations('account')
  const router = useRouter()
  const [isDone, setDone] = useState(false)
  const onAnswer = () => {
    if (then) return window.location.assign(then)
    setDone(true)
    router.refresh()
  }
  return (
    <AskForm
      address={act.startsWith('/') ? act : `/api/accounts/${act}`}
      submit={submit}
      {...(label ? { label } : {})}
      look={look}
      {...(input ? { adds: input } : {})}
      onAnswer={onAnswer}
      aside={
        <span role="status" className="text-sm text-muted">
          {isDone ? (done ?? t('saved')) : ''}
        </span>
      }
    >
      {children}
    </AskForm>
  )
}
