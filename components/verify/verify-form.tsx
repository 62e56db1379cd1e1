'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { isSha256 } from '@/domain/sitrep/verification'

/**
 * Takes a file to be verified. Works without scripts; with them the file's SHA-256 is computed here and asked for first, and only a file that is not
 * known by it is sent.
 */
export function VerifyForm({ mostBytes }: { mostBytes: number }) {
  const t = useTranslations('verify')
  const id = useId()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const check = async (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const file = new FormData(form).get('file')
    if (!(file instanceof File) || file.size === 0) return
    if (file.size > mostBytes) {
      event.preventDefault()
      return setProblem(t('troubles.too-large'))
    }
    // Only where the page was reached safely does a browser compute hashes.
    if (!window.crypto?.subtle) return
    event.preventDefault()
    setProblem('')
    setBusy(true)
    const hash = await hashOf(file).catch(() => '')
    const isKnown = isSha256(hash) && (await isPublished(hash))
    if (isKnown) window.location.assign(`/verify?sha256=${hash}`)
    else form.submit()
  }
  return (
    <form
      method="post"
      action="/api/verify"
      encType="multipart/form-data"
      onSubmit={check}
      className="max-w-[65ch] space-y-4"
    >
      <div>
        <label htmlFor={id} className="mb-1 block text-sm font-medium">
          {t('file')}
        </label>
        <input
          id={id}
          type="file"
          name="file"
          accept="application/pdf,.pdf"
          required
          aria-describedby={`${id}-hint ${id}-problem`}
          className="field min-h-11! file:me-3 file:rounded file:border file:border-line file:bg-ground file:px-3 file:py-1.5 file:text-sm"
        />
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {t('hint')}
        </p>
        <p id={`${id}-problem`} role="alert" className="mt-1 text-sm text-series-5 empty:hidden">
          {problem}
        </p>
      </div>
      <button type="submit" aria-disabled={isBusy} className={`${buttonClass('primary')} min-h-11`}>
        {isBusy ? t('working') : t('check')}
      </button>
    </form>
  )
}

async function hashOf(file: File): Promise<string> {
  const digest = await window.crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const isPublished = async (hash: string): Promise<boolean> =>
  await fetch(`/api/verify?sha256=${hash}`)
    .then((response) => response.json())
    .then(({ verdict }) => verdict === 'published')
    .catch(() => false)
