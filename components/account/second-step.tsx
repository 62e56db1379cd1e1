'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { AskForm } from '@/components/account/ask-form'
import { Disclosed } from '@/components/account/disclosed'
import { QrCode } from '@/components/account/qr-code'
import { TextField } from '@/components/account/text-field'
import { CopyButton } from '@/components/ui/copy-button'

interface Begun {
  totpURI: string
  backupCodes: string[]
}

/** Turns the second step on and off, and makes recovery codes, which are shown once. */
export function SecondStep({ isOn }: { isOn: boolean }) {
  const t = useTranslations('account.own')
  const router = useRouter()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const password = <TextField name="password" label={t('password')} type="password" autoComplete="current-password" />
  if (codes) {
    const keep = () => {
      setCodes(null)
      router.refresh()
    }
    return <RecoveryCodes codes={codes} onKept={keep} />
  }
  if (begun) {
    const confirmed = () => {
      setCodes(begun.backupCodes)
      setBegun(null)
    }
    return <ConfirmApp uri={begun.totpURI} onConfirmed={confirmed} />
  }
  if (!isOn) {
    return (
      <>
        <p className="mb-4 max-w-[65ch] text-sm text-muted">{t('secondOff')}</p>
        <AskForm<Begun> address="/api/auth/two-factor/enable" submit={t('begin')} look="plain" onAnswer={setBegun}>
          {password}
        </AskForm>
      </>
    )
  }
  return (
    <>
      <p className="mb-4 max-w-[65ch] text-sm text-muted">{t('secondOn')}</p>
      <div className="space-y-3">
        <Disclosed summary={t('newCodes')}>
          <p className="mb-4 text-sm text-muted">{t('newCodesHint')}</p>
          <AskForm<{ backupCodes: string[] }>
            address="/api/auth/two-factor/generate-backup-codes"
            submit={t('newCodes')}
            look="plain"
            onAnswer={({ backupCodes }) => setCodes(backupCodes)}
          >
            {password}
          </AskForm>
        </Disclosed>
        <Disclosed summary={t('turnOff')}>
          <AskForm
            address="/api/auth/two-factor/disable"
            submit={t('turnOff')}
            look="plain"
            onAnswer={() => router.refresh()}
          >
            {password}
          </AskForm>
        </Disclosed>
      </div>
    </>
  )
}

function ConfirmApp({ uri, onConfirmed }: { uri: string; onConfirmed: () => void }) {
  const t = useTranslations('account.own')
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const text = useFocused()
  return (
    <div className="space-y-5">
      <p ref={text} tabIndex={-1} className="text-sm focus:outline-none">
        {t('scan')}
      </p>
      <QrCode text={uri} label={t('qr')} />
      <p className="text-sm">
        {t('secret')}:{' '}
        <code className="font-mono break-all" data-secret={secret}>
          {secret.match(/.{1,4}/g)?.join(' ')}
        </code>
      </p>
      <AskForm address="/api/auth/two-factor/confirm" submit={t('confirm')} onAnswer={onConfirmed}>
        <TextField name="code" label={t('enterCode')} autoComplete="one-time-code" inputMode="numeric" />
      </AskForm>
    </div>
  )
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTranslations('account')
  const heading = useFocused()
  return (
    <div>
      <p ref={heading} tabIndex={-1} className="font-semibold focus:outline-none">
        {t('own.codesTitle')}
      </p>
      <p className="mt-1 mb-4 max-w-[65ch] text-sm text-muted">{t('own.codesHint')}</p>
      <ul className="grid max-w-sm grid-cols-2 gap-x-6 gap-y-1 border-y border-line py-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-4 flex items-center gap-5">
        <button
          type="button"
          onClick={onKept}
          className="min-h-11 rounded-md border border-line bg-surface px-3.5 text-sm"
        >
          {t('own.codesKept')}
        </button>
        <CopyButton text={codes.join('\n')} label={t('copy')} done={t('copied')} />
      </div>
    </div>
  )
}

/** Takes the focus as it appears, so that a reader is led to what has changed. */
function useFocused() {
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.focus(), [])
  return place
}
