'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

/** So large a file is read in the browser; the server takes no larger one either. */
const mostBytes = 7 * 1024 * 1024

/** Chooses a file of text, and hands its text on. */
export function FileText({
  label,
  hint,
  accept,
  onText,
}: {
  label: string
  hint: string
  accept: string
  onText: (text: string) => void
}) {
  const t = useTranslations('administration')
  const id = useId()
  const [message, setMessage] = useState('')
  const read = async (file: File | undefined) => {
    setMessage('')
    if (!file) return
    if (file.size > mostBytes) return setMessage(t('fileTooLarge'))
    try {
      onText(await file.text())
    } catch {
      setMessage(t('fileUnreadable'))
    }
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={({ target }) => read(target.files?.[0])}
        className="field min-h-11!"
      />
      <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
        {hint}
      </p>
      <p id={`${id}-error`} role="alert" className="mt-1 text-sm text-series-5 empty:hidden">
        {message}
      </p>
    </div>
  )
}
