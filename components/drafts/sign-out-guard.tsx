'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import type { Unsent } from '@/components/drafts/draft-desk'
import { useDesk } from '@/components/drafts/drafts-provider'
import { buttonClass } from '@/components/ui/button'

interface Props {
  /** Ends the session at the server. @throws Error with a sentence when it cannot */
  signOut: () => Promise<void>
  /** Where the person stands afterwards. */
  then: string
  /** What the button says, where it is more than to sign out. */
  label?: string
  look?: 'plain' | 'quiet'
}

/**
 * The button that signs out. It asks first when something would be lost; once the server has ended the session, everything of this person is
 * removed from this browser.
 */
export function SignOutGuard({ signOut, then, label, look = 'quiet' }: Props) {
  const t = useTranslations('drafts')
  const titleId = useId()
  const desk = useDesk()
  const dialog = useRef<HTMLDialogElement>(null)
  const [unsent, setUnsent] = useState<Unsent | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const leave = async () => {
    dialog.current?.close()
    try {
      await signOut()
      // What a browser in trouble does not remove stays sealed: the key is gone with the session.
      await desk?.wipe().catch(() => {})
      window.location.assign(then)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }
  const ask = async () => {
    setFailure(null)
    // Where nothing can be kept there is nothing to lose.
    const found = await desk?.readUnsent().catch(() => null)
    if (!found || !isSomething(found)) return leave()
    setUnsent(found)
    dialog.current?.showModal()
  }
  return (
    <>
      <button type="button" onClick={ask} className={buttonClass(look)}>
        {label ?? t('signOut')}
      </button>
      {failure && (
        <p role="alert" className="text-xs">
          {failure}
        </p>
      )}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-md border border-line bg-surface p-6 text-ink backdrop:bg-ink/40"
      >
        <h2 id={titleId} className="text-base font-semibold">
          {t('notSent')}
        </h2>
        {unsent && (
          <ul className="mt-3 list-disc ps-5 text-sm">
            {kinds
              .filter((kind) => unsent[kind] > 0)
              .map((kind) => (
                <li key={kind}>{t(`unsent.${kind}`, { count: unsent[kind] })}</li>
              ))}
          </ul>
        )}
        <p className="mt-3 text-sm">{t('signOutWipes')}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <button type="button" onClick={() => dialog.current?.close()} className={buttonClass('primary')}>
            {t('stay')}
          </button>
          <button type="button" onClick={leave} className={buttonClass('plain')}>
            {t('signOutAnyway')}
          </button>
        </div>
      </dialog>
    </>
  )
}

const kinds = ['drafts', 'waiting', 'needsAttention', 'unreadable'] as const

function isSomething(unsent: Unsent): boolean {
  return kinds.some((kind) => unsent[kind] > 0)
}
