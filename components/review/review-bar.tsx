'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LiveFields } from '@/components/forms/live-fields'
import { buttonClass } from '@/components/ui/button'

export interface ReviewButton {
  name: string
  label: string
  /** The key that does the same. */
  key?: string
  /** An address to go to, or what is done; null: not now. */
  to: string | (() => void) | null
  isPrimary?: boolean
}

const keyNames = ['a', 'r', 'e', 'j', 'k', 'esc', 'help'] as const

/** What can be done with what is looked at, the way to the next one, and the keys that do it. */
export function ReviewBar({
  acts,
  ways,
  help,
}: {
  acts: ReviewButton[]
  ways: ReviewButton[]
  help: { isOpen: boolean; toggle: () => void }
}) {
  const t = useTranslations('review')
  const key = (name: string) => <kbd className="rounded border border-current px-1 text-xs font-normal">{name}</kbd>
  const button = ({ name, label, key: own, to, isPrimary = false }: ReviewButton) => {
    const look = `${buttonClass(isPrimary ? 'primary' : 'plain')} min-h-11 disabled:opacity-50 disabled:no-underline`
    const words = (
      <>
        {label} {own && key(own)}
      </>
    )
    return typeof to === 'string' ? (
      <Link key={name} href={to} prefetch={false} className={look} aria-keyshortcuts={own}>
        {words}
      </Link>
    ) : (
      <button
        key={name}
        type="button"
        className={look}
        disabled={to === null}
        onClick={to ?? undefined}
        aria-keyshortcuts={own}
      >
        {words}
      </button>
    )
  }
  return (
    <>
      <LiveFields name={t('actions')} className="flex flex-wrap gap-2">
        {acts.map(button)}
        <span className="ms-auto flex gap-2">
          {ways.map(button)}
          <button
            type="button"
            className={`${buttonClass('plain')} min-h-11`}
            aria-expanded={help.isOpen}
            aria-label={t('keys')}
            onClick={help.toggle}
          >
            ?
          </button>
        </span>
      </LiveFields>
      {help.isOpen && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line py-3 text-sm">
          {keyNames.map((name) => (
            <div key={name} className="contents">
              <dt>{key(name === 'help' ? '?' : name === 'esc' ? 'Esc' : name)}</dt>
              <dd>{t(`keyHelp.${name}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
