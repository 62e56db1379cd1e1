'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { FieldErrors } from '@/components/account/ask-form'
import { sendWrite, type Write } from '@/components/administration/send-write'
import { buttonClass } from '@/components/ui/button'

type Problem = { general: string; fields: Record<string, string> }

/**
 * A form that writes through the API. `toBody` makes the body of its fields, or says what is wrong with them. What is refused stands at its field and above
 * the form, is announced, and takes the focus; what was typed stays. Sent again unchanged it goes under the same key, so nothing is written twice.
 */
export function WriteForm<Answer>({
  write,
  toBody,
  submit,
  look = 'primary',
  onDone,
  label,
  children,
  aside,
}: {
  write: Pick<Write, 'method' | 'address' | 'version'>
  toBody: (form: FormData) => { body: unknown } | { fields: Record<string, string> }
  submit: string
  look?: 'primary' | 'plain'
  onDone?: (answer: Answer, form: HTMLFormElement) => void
  /** Names the form. */
  label?: string
  children?: ReactNode
  aside?: ReactNode
}) {
  const t = useTranslations('administration')
  const router = useRouter()
  const [isReady, setReady] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [isDone, setDone] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const sending = useRef<{ text: string; key: string } | null>(null)
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
    setDone(false)
    const read = toBody(new FormData(sent))
    if ('fields' in read) return setProblem(tell({ status: 422, detail: '', fields: read.fields }, sent))
    const text = JSON.stringify([write, read.body])
    if (sending.current?.text !== text) sending.current = { text, key: crypto.randomUUID() }
    setBusy(true)
    const said = await sendWrite<Answer>({ ...write, body: read.body, key: sending.current.key })
    setBusy(false)
    if ('problem' in said) return setProblem(tell(said.problem, sent))
    sending.current = null
    setProblem(null)
    setDone(true)
    onDone?.(said.answer, sent)
    router.refresh()
  }

  const tell = (
    { status, detail, fields }: { status: number; detail: string; fields: Record<string, string> },
    sent: HTMLFormElement,
  ) => {
    const hasField = (name: string) => sent.elements.namedItem(name) !== null
    const elsewhere = Object.entries(fields).filter(([name]) => !hasField(name))
    const others = elsewhere.map(([, message]) => message).join(' ')
    const general =
      status === 0
        ? t('unreachable')
        : status === 401
          ? t('signInAgain')
          : status === 409
            ? t('changedMeanwhile')
            : others
    return { general: general || (Object.keys(fields).length === 0 ? detail : ''), fields }
  }

  return (
    <form ref={form} method="post" onSubmit={send} noValidate aria-label={label} className="space-y-5">
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
          disabled={!isReady || isBusy}
          className={`${buttonClass(look)} min-h-11 disabled:opacity-60`}
        >
          {submit}
        </button>
        {aside}
        <span role="status" className="text-sm text-muted">
          {isBusy ? t('working') : isDone ? t('saved') : ''}
        </span>
      </div>
    </form>
  )
}

/** The text of a field, without spaces around it. */
export const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
/** The same, null where it is empty. */
export const textOrNull = (form: FormData, name: string): string | null => textIn(form, name) || null
