'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { sendWrite } from '@/components/administration/send-write'
import { buttonClass } from '@/components/ui/button'

/** A logo that is kept already, as the settings name it, with what is seen of it. */
export interface ShownLogo {
  sha256: string
  /** Address of the picture. */
  picture: string
}

const mostBytes = 256 * 1024

/**
 * The logo of a crisis's reports. A chosen file is looked through and kept at once; the reports carry it when the settings are saved.
 */
export function LogoField({
  slug,
  logo,
  onChange,
}: {
  slug: string
  logo: ShownLogo | null
  onChange: (logo: ShownLogo | null) => void
}) {
  const t = useTranslations('reportSettings')
  const id = useId()
  const [message, setMessage] = useState('')
  const [isBusy, setBusy] = useState(false)
  const upload = async (file: File | undefined) => {
    setMessage('')
    if (!file) return
    if (file.size > mostBytes) return setMessage(t('logoTooLarge'))
    setBusy(true)
    const body = { file: toBase64(new Uint8Array(await file.arrayBuffer())) }
    const key = crypto.randomUUID()
    const said = await sendWrite<{ sha256: string }>({ method: 'POST', address: `/crises/${slug}/logos`, body, key })
    setBusy(false)
    if ('answer' in said) return onChange({ sha256: said.answer.sha256, picture: URL.createObjectURL(file) })
    setMessage(said.problem.fields.file ?? (said.problem.detail || t('logoNotSent')))
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {t('logo')}
      </label>
      <div className="flex flex-wrap items-center gap-4">
        {logo && (
          // On white, as on paper.
          <span className="inline-flex h-16 items-center rounded border border-line bg-white px-3">
            {/* biome-ignore lint/performance/noImgElement: a picture of a few kilobytes that no optimizer may touch */}
            <img src={logo.picture} alt={t('logoNow')} className="h-12 max-w-60 object-contain" />
          </span>
        )}
        <input
          id={id}
          type="file"
          accept="image/svg+xml,image/png,.svg,.png"
          aria-describedby={`${id}-hint ${id}-error`}
          onChange={({ target }) => upload(target.files?.[0])}
          className="field min-h-11! flex-1"
        />
        {logo && (
          <button type="button" onClick={() => onChange(null)} className={`${buttonClass('plain')} min-h-11`}>
            {t('takeLogoOut')}
          </button>
        )}
      </div>
      <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
        {t('logoHint')}
      </p>
      <p role="status" className="text-xs text-muted empty:hidden">
        {isBusy ? t('logoBusy') : ''}
      </p>
      <p id={`${id}-error`} role="alert" dir="auto" className="mt-1 text-sm text-series-5 empty:hidden">
        {message}
      </p>
    </div>
  )
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
