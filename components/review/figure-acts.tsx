'use client'

import { useTranslations } from 'next-intl'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { ActForm } from '@/components/review/act-form'
import { Act, useDone, useReasonField, VersionActs, type VersionActsView } from '@/components/review/version-acts'
import { type ResolutionRule, resolutionRules } from '@/domain/reconciliation/headline'
import type { Instant } from '@/domain/time/instant'
import { dayOf } from '@/domain/time/local-time'
import { readTypedTime } from '@/domain/time/read-typed-time'

/** What this person may do with a figure beside changing it; what is null, they may not, or there is nothing to do. */
export interface FigureActsView extends VersionActsView {
  crisis: string
  id: string
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
  const { round, done, onDone } = useDone()
  const { why, missing } = useReasonField()
  const tRules = useTranslations('figure.decisionRules')
  const rules = {
    name: 'rule',
    label: t('byRule'),
    kind: 'choice' as const,
    value: 'judgement' satisfies ResolutionRule,
    options: resolutionRules.map((rule) => ({ value: rule, label: tRules(rule) })),
  }
  const { timeZone } = useEntryCrisis()
  const { crisis, id, path: figure } = view
  const today = () => dayOf(new Date().toISOString(), timeZone)
  /** When a check was made, as typed; now where nothing was. */
  const checkedAt = (typed: string): { instant: Instant } | { error: 'noClock' | 'liesAhead' } => {
    const now = new Date().toISOString()
    if (typed.trim() === '') return { instant: now }
    const read = readTypedTime(typed, timeZone, today())
    if (read?.precision !== 'minute') return { error: 'noClock' }
    return read.start > now ? { error: 'liesAhead' } : { instant: read.start }
  }
  /** What this figure can be chosen for: its scope, and the relays of its statement where they differ. */
  const decisions = [
    { ofStatement: false, isOpen: view.mayResolve, title: t('resolve'), subtitle: t('resolveSubtitle') },
    {
      ofStatement: true,
      isOpen: view.mayResolve && view.hasDifferingRelays,
      title: t('resolveRelays'),
      subtitle: t('resolveRelaysSubtitle'),
    },
  ].filter(({ isOpen }) => isOpen)
  return (
    <div key={round}>
      <p role="status" className="text-sm font-medium">
        {done}
      </p>
      <VersionActs view={view} userId={userId} onDone={onDone} />
      {decisions.map(({ ofStatement, title, subtitle }) => (
        <Act key={title} title={title} subtitle={subtitle}>
          <ActForm
            userId={userId}
            formId={`${ofStatement ? 'choose relay' : 'resolve'} ${figure}`}
            fields={[rules, why]}
            submit={t('enterDecision')}
            toAct={({ rule, reason }) =>
              missing(reason) ?? {
                path: `/crises/${crisis}/resolutions`,
                body: { figure: id, ofStatement, rule, reason },
              }
            }
            onDone={onDone}
          />
        </Act>
      ))}
      {view.mayCheck && (
        <Act title={t('check')} subtitle={[t('checkSubtitle'), view.check].filter(Boolean).join(' ')}>
          <ActForm
            userId={userId}
            formId={`check ${figure}`}
            fields={[
              { name: 'method', label: t('method'), kind: 'text', value: '', isRequired: true },
              { name: 'by', label: t('by'), kind: 'text', value: '', isRequired: true },
              { name: 'at', label: t('at'), kind: 'time', value: '', day: today(), otherwise: t('now') },
            ]}
            submit={t('record')}
            toAct={({ method = '', by = '', at: typed = '' }) => {
              const at = checkedAt(typed)
              return 'error' in at
                ? { errors: { at: t(at.error) } }
                : { path: `${figure}/office-checks`, body: { method, by, at: at.instant } }
            }}
            onDone={onDone}
          />
        </Act>
      )}
      {view.mayCheck && view.check && (
        <Act title={t('withdrawCheck')} subtitle={view.check}>
          <ActForm
            userId={userId}
            formId={`withdraw check ${figure}`}
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
            formId={`independence ${figure}`}
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
              formId={`withdraw independence ${record}`}
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
