'use client'

import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/review/act-form'
import { Act, useDone, useReasonField, VersionActs, type VersionActsView } from '@/components/review/version-acts'

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
  const { crisis, id, path: figure } = view
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
            fields={[why]}
            submit={t('enterDecision')}
            toAct={({ reason }) =>
              missing(reason) ?? { path: `/crises/${crisis}/resolutions`, body: { figure: id, ofStatement, reason } }
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
