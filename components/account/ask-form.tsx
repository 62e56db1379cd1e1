'use client'

import { useTranslations } from 'next-intl'
import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { ask } from '@/components/account/ask'
import { buttonClass } from '@/components/ui/button'

/** What is wrong with each field, by its name. */
export const FieldErrors = createContext<Record<string, string>>({})
export const useFieldError = (name: string): string | undefined => useContext(FieldErrors)[name]

/**
 * A form whose fields are posted as JSON. What is refused stands at its field and above the form, is announced, and takes the focus; what
 * was typed stays. Until scripts have come the button waits, so that nothing is sent another way.
 */
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
  const [isReady, setReady] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ general: string; fields: Record<string, string> } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const alert = useRef<HTMLParagraphElement>(null)
  useEffect(() => setReady(true), [])
  useEffect(() => {
    if (!problem) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = wrong ?? alert.current
    target?.focus()
  }, [problem])
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sent = event.currentTarget
    setBusy(true)
    const input = { ...Object.fromEntries(new FormData(sent)), ...adds }
    const asked = await ask<Answer>(address, input, t('unreachable'))
    setBusy(false)
    if ('problem' in asked) {
      const { detail, fields } = asked.problem
      const elsewhere = Object.entries(fields).filter(([name]) => sent.elements.namedItem(name) === null)
      const general = Object.keys(fields).length === 0 ? detail : elsewhere.map(([, message]) => message).join(' ')
      return setProblem({ general, fields })
    }
    setProblem(null)
    onAnswer(asked.answer, sent)
  }
  return (
    <form ref={form} method="post" onSubmit={send} noValidate className="space-y-5">
      {/* There from the first: what appears in it is announced. */}
      <div role="alert">
        {problem?.general && (
          <p ref={alert} tabIndex={-1} className="border-s-4 border-series-5 bg-surface px-4 py-3 text-sm">
            {problem.general}
          </p>
        )}
      </div>
      <FieldErrors value={problem?.fields ?? {}}>{children}</FieldErrors>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <button
          type="submit"
          aria-label={label}
          disabled={!isReady || isBusy}
          className={`${buttonClass(look)} min-h-11 disabled:opacity-60`}
        >
          {isBusy ? t('working') : submit}
        </button>
        {aside}
      </div>
    </form>
  )
}
