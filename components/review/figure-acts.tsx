'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ActForm } from '@/components/review/act-form'
import { CorrectionForm, type CorrectionView } from '@/components/review/correction-form'

/** What this person may do with a figure; what is null, they may not, or there is nothing to do. */
export interface FigureActsView {
  crisis: string
  id: string
  version: number
  correction: CorrectionView | null
  /** `known`: withdrawn for all at once; `waiting`: taken back. */
  withdraw: 'known' | 'waiting' | null
  mayConfirm: boolean
  mayCheck: boolean
  /** The office check that holds, in words. */
  check: string | null
  mayResolve: boolean
  hasDifferingRelays: boolean
  /** Claimants beside this one, of whom independence can be recorded. */
  others: { id: string; name: string }[]
  claimant: { id: string; name: string }
  independences: { id: string; text: string; mayWithdraw: boolean }[]
}

/** Each act opens its own short form: what it does, why, and nothing before the server said so. */
export function FigureActs({ view, userId }: { view: FigureActsView; userId: string }) {
  const t = useTranslations('deskFigure')
  const tReview = useTranslations('review')
  const router = useRouter()
  const [round, setRound] = useState(0)
  const [done, setDone] = useState('')
  const { crisis, id, version, correction, withdraw } = view
  const figure = `/figures/${id}`
  const onDone = () => {
    setDone(t('did'))
    setRound(round + 1)
    router.refresh()
  }
  const why = { name: 'reason', label: t('why'), kind: 'long' as const, value: '', isRequired: true }
  const missing = (reason = '') => (reason.trim() === '' ? { errors: { reason: tReview('reasonNeeded') } } : null)
  return (
    <div key={round}>
      <p role="status" className="text-sm font-medium">
        {done}
      </p>
      {correction && (
        <Act title={t('correct')} subtitle={t('correctSubtitle')}>
          <CorrectionForm view={correction} userId={userId} onDone={onDone} />
        </Act>
      )}
      {withdraw && (
        <Act
          title={t(withdraw === 'known' ? 'withdraw' : 'takeBack')}
          subtitle={t(withdraw === 'known' ? 'withdrawSubtitle' : 'takeBackSubtitle')}
        >
          <ActForm
            userId={userId}
            fields={[why]}
            submit={t(withdraw === 'known' ? 'withdraw' : 'takeBack')}
            toAct={({ reason }) => missing(reason) ?? { path: `${figure}/withdraw`, version, body: { reason } }}
            onDone={onDone}
          />
        </Act>
      )}
      {view.mayConfirm && (
        <Act title={t('confirm')}>
          <ActForm
            userId={userId}
            fields={[]}
            submit={t('confirmIt')}
            toAct={() => ({ path: `${figure}/confirm-withdrawal`, version })}
            onDone={onDone}
          />
        </Act>
      )}
      {view.mayResolve && (
        <Act title={t('resolve')} subtitle={t('resolveSubtitle')}>
          <ActForm
            userId={userId}
            fields={[why]}
            submit={t('enterDecision')}
            toAct={({ reason }) =>
              missing(reason) ?? {
                path: `/crises/${crisis}/resolutions`,
                body: { figure: id, ofStatement: false, reason },
              }
            }
            onDone={onDone}
          />
        </Act>
      )}
      {view.mayResolve && view.hasDifferingRelays && (
        <Act title={t('resolveRelays')} subtitle={t('resolveRelaysSubtitle')}>
          <ActForm
            userId={userId}
            fields={[why]}
            submit={t('enterDecision')}
            toAct={({ reason }) =>
              missing(reason) ?? {
                path: `/crises/${crisis}/resolutions`,
                body: { figure: id, ofStatement: true, reason },
              }
            }
            onDone={onDone}
          />
        </Act>
      )}
      {view.mayCheck && (
        <Act title={t('check')} subtitle={[t('checkSubtitle'), view.check].filter(Boolean).join(' ')}>
          <ActForm
            userId={userId}
            fields={[
              { name: 'method', label: t('method'), kind: 'text', value: '', isRequired: true },
              { name: 'by', label: t('by'), kind: 'text', value: '', isRequired: true },
            ]}
            submit={t('record')}
            toAct={({ method = '', by = '' }) => ({
              path: `${figure}/office-checks`,
              body: { method, by, at: new Date().toISOString() },
            })}
            onDone={onDone}
          />
        </Act>
      )}
      {view.mayCheck && view.check && (
        <Act title={t('withdrawCheck')} subtitle={view.check}>
          <ActForm
            userId={userId}
            fields={[why]}
            submit={t('withdrawCheck')}
            toAct={({ reason }) => missing(reason) ?? { path: `${figure}/office-checks/withdraw`, body: { reason } }}
            onDone={onDone}
          />
        </Act>
      )}
      {view.others.length > 0 && (
        <Act title={t('independent')} subtitle={t('independentSubtitle')}>
          <ActForm
            userId={userId}
            fields={[
              {
                name: 'b',
                label: t('otherSource', { claimant: view.claimant.name }),
                kind: 'choice',
                value: view.others[0]?.id ?? '',
                options: view.others.map(({ id: value, name: label }) => ({ value, label })),
              },
              why,
            ]}
            submit={t('record')}
            toAct={({ b, reason }) =>
              missing(reason) ?? { path: `/crises/${crisis}/independences`, body: { a: view.claimant.id, b, reason } }
            }
            onDone={onDone}
          />
        </Act>
      )}
      {view.independences.map(({ id: record, text, mayWithdraw }) => (
        <Act key={record} title={t('independences')} subtitle={text}>
          {mayWithdraw && (
            <ActForm
              userId={userId}
              fields={[why]}
              submit={t('withdrawIndependence')}
              toAct={({ reason }) => missing(reason) ?? { path: `/independences/${record}/withdraw`, body: { reason } }}
              onDone={onDone}
            />
          )}
        </Act>
      ))}
    </div>
  )
}

function Act({ title, subtitle, children }: { title: string; subtitle?: string; children: ReactNode }) {
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
