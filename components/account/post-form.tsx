'use client'

import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'

/** What is wrong with each field, by its name. */
export const FieldErrors = createContext<Record<string, string>>({})
export const useFieldError = (name: string): string | undefined => useContext(FieldErrors)[name]

/** Why a form was refused: in general, and of each of its fields, by its name. */
export interface FormProblem {
  general: string
  fields: Record<string, string>
}

/** A refusal as the form tells it: what is about a field that the form does not have is told in general. */
export function problemIn(form: HTMLFormElement, fields: Record<string, string>, detail: string): FormProblem {
  const elsewhere = Object.entries(fields).filter(([name]) => form.elements.namedItem(name) === null)
  const others = elsewhere.map(([, message]) => message).join(' ')
  return { general: Object.keys(fields).length === 0 ? detail : others, fields }
}

/**
 * A form that is sent by script. What is refused stands at its field and above the form, is announced, and takes the focus; what was typed
 * stays. Until scripts have come the button waits, so that nothing is sent another way.
 */
export function PostForm({
  send,
  submit,
  busy = submit,
  name,
  buttonName,
  look = 'primary',
  problemMore,
  children,
  aside,
}: {
  /** Sends what stands in the form; null where it was taken. */
  send: (form: HTMLFormElement) => Promise<FormProblem | null>
  /** What the button says, and what it says while it is sent. */
  submit: string
  busy?: string
  /** Names of the form and of its button, where there are several that say the same. */
  name?: string | undefined
  buttonName?: string | undefined
  look?: 'primary' | 'plain'
  /** Stands with what is wrong in general. */
  problemMore?: ReactNode
  children?: ReactNode
  /** Stands beside the button. */
  aside?: (isBusy: boolean) => ReactNode
}) {
  const [isReady, setReady] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => setReady(true), [])
  useEffect(() => {
    if (!problem) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = wrong ?? alert.current
    target?.focus()
  }, [problem])
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sent = event.currentTarget
    setBusy(true)
    setProblem(await send(sent).finally(() => setBusy(false)))
  }
  return (
    <form ref={form} method="post" onSubmit={onSubmit} noValidate aria-label={name} className="space-y-5">
      {/* There from the first: what appears in it is announced. */}
      <div role="alert">
        {problem?.general && (
          <div ref={alert} tabIndex={-1} className="border-s-4 border-series-5 bg-surface px-4 py-3 text-sm">
            {/* What the server has no words for in the language of the page is English. */}
            <p dir="auto">{problem.general}</p>
            {problemMore}
          </div>
        )}
      </div>
      <FieldErrors value={problem?.fields ?? {}}>{children}</FieldErrors>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <button
          type="submit"
          aria-label={buttonName}
          disabled={!isReady || isBusy}
          className={`${buttonClass(look)} min-h-11 disabled:opacity-60`}
        >
          {isBusy ? busy : submit}
        </button>
        {aside?.(isBusy)}
      </div>
    </form>
  )
}
