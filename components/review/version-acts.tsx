'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ActForm, type Values } from '@/components/review/act-form'
import { comparing, type Seen } from '@/components/review/seen-beside-current'
import { buttonClass } from '@/components/ui/button'

/** What this person may do with a figure, note or dispute; what is null, they may not, or there is nothing to do. */
export interface VersionActsView {
  /** Below `/api/v1`: "/figures/{id}". */
  path: string
  version: number
  /** The same version, as it is shown. */
  seen: Seen | null
  /** The address of the form in which it is changed. `known`: the change corrects it; `waiting`: it is mended. */
  change: { href: string; of: 'known' | 'waiting' } | null
  /** `known`: withdrawn for all at once; `waiting`: taken back. */
  withdraw: 'known' | 'waiting' | null
  mayConfirm: boolean
}

/** After an act: says so, closes its form, and shows how things stand. */
export function useDone() {
  const t = useTranslations('deskFigure')
  const router = useRouter()
  const [round, setRound] = useState(0)
  const [done, setDone] = useState('')
  const onDone = () => {
    setDone(t('did'))
    setRound(round + 1)
    router.refresh()
  }
  return { round, done, onDone }
}

/** The field in which an act is given its reason, and what is missing where it has none. */
export function useReasonField() {
  const t = useTranslations('deskFigure')
  const tReview = useTranslations('review')
  return {
    why: { name: 'reason', label: t('why'), kind: 'long' as const, value: '', isRequired: true },
    missing: (reason = ''): { errors: Values } | null =>
      reason.trim() === '' ? { errors: { reason: tReview('reasonNeeded') } } : null,
  }
}

/** Change, withdraw, confirm a withdrawal: the same for figures, notes and disputes. */
export function VersionActs({ view, userId, onDone }: { view: VersionActsView; userId: string; onDone: () => void }) {
  const t = useTranslations('deskFigure')
  const { why, missing } = useReasonField()
  const { path, version, seen, change, withdraw, mayConfirm } = view
  const compare = comparing(seen)
  return (
    <>
      {change && (
        <div className="border-t border-line py-3">
          <Link href={change.href} prefetch={false} className={`${buttonClass('plain')} min-h-11`}>
            {t(change.of === 'known' ? 'correct' : 'mend')}
          </Link>
          <p className="mt-2 text-sm text-muted">{t(change.of === 'known' ? 'correctSubtitle' : 'mendSubtitle')}</p>
        </div>
      )}
      {withdraw && (
        <Act
          title={t(withdraw === 'known' ? 'withdraw' : 'takeBack')}
          subtitle={t(withdraw === 'known' ? 'withdrawSubtitle' : 'takeBackSubtitle')}
        >
          <ActForm
            userId={userId}
            compare={compare}
            formId={`withdraw ${path}`}
            fields={[why]}
            submit={t(withdraw === 'known' ? 'withdraw' : 'takeBack')}
            toAct={({ reason }) => missing(reason) ?? { path: `${path}/withdraw`, version, body: { reason } }}
            onDone={onDone}
          />
        </Act>
      )}
      {mayConfirm && (
        <Act title={t('confirm')}>
          <ActForm
            userId={userId}
            compare={compare}
            formId={`confirm ${path}`}
            fields={[]}
            submit={t('confirmIt')}
            toAct={() => ({ path: `${path}/confirm-withdrawal`, version })}
            onDone={onDone}
          />
        </Act>
      )}
    </>
  )
}

/** The same as the whole of what can be done. */
export function EntryActs({ view, userId }: { view: VersionActsView; userId: string }) {
  const t = useTranslations('deskFigure')
  const { round, done, onDone } = useDone()
  return (
    <div key={round}>
      <p role="status" className="text-sm font-medium">
        {done}
      </p>
      {!view.change && !view.withdraw && !view.mayConfirm && <p className="text-sm text-muted">{t('noAct')}</p>}
      <VersionActs view={view} userId={userId} onDone={onDone} />
    </div>
  )
}

/** One act, folded: what it does, and its form. */
export function Act({ title, subtitle, children }: { title: string; subtitle?: string; children: ReactNode }) {
  return (
    <details className="border-t border-line py-1">
      <summary className="flex min-h-11 cursor-pointer items-center py-2 text-sm font-medium text-accent">
        {title}
      </summary>
      <div className="pb-4">
        {subtitle && <p className="mb-3 text-sm text-muted">{subtitle}</p>}
        {children}
      </div>
    </details>
  )
}
