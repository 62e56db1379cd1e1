'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

/** A link or key that is shown once: takes the focus as it appears. */
export function SecretShown({ title, text }: { title: string; text: string }) {
  const t = useTranslations('account')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div
      ref={place}
      tabIndex={-1}
      role="status"
      className="max-w-prose border-s-4 border-accent bg-surface px-4 py-3 focus:outline-none"
    >
      <p className="text-sm">{title}</p>
      <p className="mt-2 font-mono text-sm break-all" data-shown="">
        {text}
      </p>
      <p className="mt-2">
        <CopyButton text={text} label={t('copy')} done={t('copied')} />
      </p>
    </div>
  )
}
