'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ask } from '@/components/account/ask'
import { PostForm, problemIn } from '@/components/account/post-form'

/** A form whose fields are posted as JSON to an address of its own. */
export function AskForm<Answer>({
  address,
  submit,
  label,
  look = 'primary',
  adds,
  onAnswer,
  children,
  aside,
}: {
  address: string
  submit: string
  /** The button's name, where several buttons of a page say the same. Begins with what it says. */
  label?: string
  look?: 'primary' | 'plain'
  /** Sent with the fields. */
  adds?: Record<string, unknown>
  onAnswer: (answer: Answer, form: HTMLFormElement) => void
  children?: ReactNode
  /** Stands beside the button. */
  aside?: ReactNode
}) {
  const t = useTranslations('account')
  const send = async (form: HTMLFormElement) => {
    const asked = await ask<Answer>(address, { ...Object.fromEntries(new FormData(form)), ...adds }, t('unreachable'))
    if ('problem' in asked) return problemIn(form, asked.problem.fields, asked.problem.detail)
    onAnswer(asked.answer, form)
    return null
  }
  return (
    <PostForm send={send} submit={submit} busy={t('working')} buttonName={label} look={look} aside={() => aside}>
      {children}
    </PostForm>
  )
}
