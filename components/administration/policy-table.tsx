'use client'

import { useTranslations } from 'next-intl'
import { headlineRules } from '@/domain/crisis/crisis'

/** A key figure under every policy, as the API tells. */
export interface PolicyRow {
  key: string
  label: string
  positions: { claimant: string; text: string }[]
  choices: { policy: string; text: string | null; rule: string; rationale: string }[]
}

const columns = ['now', 'proposed', ...headlineRules] as const

/** What each policy shows for each key figure, side by side; what the proposed one changes is marked. On a phone each key figure is a card. */
export function PolicyTable({ rows }: { rows: PolicyRow[] | 'away' | null }) {
  const t = useTranslations('administration')
  const tColumns = useTranslations('administration.policies')
  const tRules = useTranslations('administration.rules')
  if (rows === 'away') return <p className="text-sm text-muted">{t('previewAway')}</p>
  if (rows === null) return <p className="text-sm text-muted">{t('working')}</p>
  if (rows.length === 0) return <p className="text-sm text-muted">{t('previewEmpty')}</p>
  return (
    <table className="cards-on-phone w-full border-collapse text-sm" aria-live="polite">
      <caption className="sr-only">{t('previewTitle')}</caption>
      <thead>
        <tr className="border-b border-ink text-xs text-muted">
          <th scope="col" className="py-2 pe-3 text-start font-semibold">
            {t('keyFigure')}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="px-3 py-2 text-start font-semibold last:pe-0">
              {tColumns(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, positions, choices }) => {
          const textOf = (policy: string) => choices.find((one) => one.policy === policy)?.text ?? null
          return (
            <tr key={key} className="border-b border-line align-baseline">
              <th scope="row" data-label={t('keyFigure')} className="py-2 pe-3 text-start font-semibold">
                {label}
                <span className="block text-xs font-normal text-muted">
                  {positions.map(({ claimant, text }) => `${claimant}: ${text}`).join(' · ') || t('noPosition')}
                </span>
              </th>
              {columns.map((column) => {
                const choice = choices.find(({ policy }) => policy === column)
                const isChanged = column === 'proposed' && textOf('now') !== textOf('proposed')
                const isOther =
                  choice !== undefined && choice.rule !== column && column !== 'now' && column !== 'proposed'
                return (
                  <td key={column} data-label={tColumns(column)} className="px-3 py-2 tabular-nums last:pe-0">
                    <span
                      className={isChanged ? 'border-b-2 border-accent font-semibold' : isOther ? 'text-muted' : ''}
                    >
                      {choice?.text ?? t('leftOpen')}
                    </span>
                    {isChanged && <span className="ms-1.5 text-xs">{t('changes')}</span>}
                    {choice && column !== choice.rule && (
                      <span className="block text-xs text-muted">
                        {t('byRule', { rule: tRules(choice.rule as 'range') })}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
