'use client'

import { useTranslations } from 'next-intl'
import type { DraftView } from '@/components/drafts/draft-keeper'
import { buttonClass } from '@/components/ui/button'

interface Props {
  view: DraftView<unknown>
  /** What the two answers to "changed in another window" do. */
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Says where the form's values are: on this device, with the server, or nowhere but here. Read aloud only when that changes. */
export function DraftState({ view, onKeepMine, onTakeTheirs }: Props) {
  const t = useTranslations('drafts')
  const { status, reason, isGone, keptAt, hasUnreadable } = view
  const isUrgent = status === 'cannot-keep' || status === 'elsewhere'
  const words = {
    opening: '',
    empty: '',
    // While one types on, what was kept a moment ago still is: words that came and went with each key would say nothing.
    keeping: keptAt === null ? t('keeping') : t('kept'),
    kept: t('kept'),
    queued: t('queued'),
    saved: t('saved'),
    'cannot-keep': t(`cannotKeep.${reason ?? 'refused'}`),
    elsewhere: isGone ? t('goneElsewhere') : t('changedElsewhere'),
  }
  return (
    <div data-draft={status} className="min-h-6 text-xs text-muted">
      <p role="status" className={isUrgent ? 'font-semibold text-ink' : undefined}>
        {words[status]}
      </p>
      {status === 'elsewhere' && (
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="button" onClick={onTakeTheirs} className={buttonClass('plain')}>
            {isGone ? t('clear') : t('takeTheirs')}
          </button>
          <button type="button" onClick={onKeepMine} className={buttonClass('plain')}>
            {isGone ? t('keepAsNew') : t('keepMine')}
          </button>
        </div>
      )}
      {hasUnreadable && <p>{t('unreadableDraft')}</p>}
    </div>
  )
}
