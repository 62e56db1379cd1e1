'use client'

import { useTranslations } from 'next-intl'
import { Modal } from '@/components/entry/modal'
import { buttonClass } from '@/components/ui/button'

const keys = [
  ['← →', 'word'],
  ['↑ ↓', 'sentence'],
  ['⇧ + ← → ↑ ↓', 'extend'],
  ['n, p', 'number'],
  ['s', 'wholeSentence'],
  ['Home, End', 'ends'],
  ['j, k', 'proposal'],
  ['a, r', 'decide'],
  ['Enter', 'figure'],
  ['t', 'note'],
  ['d', 'dispute'],
  ['Ctrl Enter', 'save'],
  ['Ctrl ⇧ Enter', 'savePart'],
  ['Tab', 'form'],
  ['Esc', 'text'],
  ['?', 'help'],
] as const

/** All keys of the entry desk. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('entry.keys')
  return (
    <Modal title={t('title')} onClose={onClose}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        {keys.map(([key, what]) => (
          <div key={what} className="contents">
            <dt>
              <kbd className="rounded border border-line px-1.5 font-sans">{key}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onClose} className={`mt-5 ${buttonClass('primary')}`}>
        {t('close')}
      </button>
    </Modal>
  )
}
