'use client'

import Form from 'next/form'
import { type FormEvent, type ReactNode, useRef } from 'react'

/**
 * A form whose fields become the address (GET). Works without JavaScript; with it the page is replaced in place, empty fields stay out of
 * the address, and the panel closes.
 */
export function FilterForm({
  action,
  children,
  className,
}: {
  action: string
  children: ReactNode
  className?: string
}) {
  const form = useRef<HTMLFormElement>(null)
  const leaveOutEmpty = (event: FormEvent<HTMLFormElement>) => {
    const empty = [...event.currentTarget.elements].filter(
      (field): field is HTMLInputElement | HTMLSelectElement =>
        (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.value === '',
    )
    for (const field of empty) field.disabled = true
    setTimeout(() => {
      for (const field of empty) field.disabled = false
      for (const panel of form.current?.querySelectorAll('details[open]') ?? []) panel.removeAttribute('open')
    })
  }
  return (
    <Form ref={form} action={action} onSubmit={leaveOutEmpty} className={className} scroll={false} prefetch={false}>
      {children}
    </Form>
  )
}
