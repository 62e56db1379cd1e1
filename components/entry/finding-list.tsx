'use client'

import { useTranslations } from 'next-intl'
import { asksForReason } from '@/domain/checks/finding'
import type { Finding } from '@/domain/figure/figure'

/** What the guard rails say of a field: grave ones stop, the others want a reason, which is kept. */
export function FindingList({
  findings,
  reasons,
  onReason,
}: {
  findings: readonly Finding[]
  reasons: Record<string, string>
  onReason: (code: string, reason: string) => void
}) {
  const t = useTranslations('entry.finding')
  return (
    <div role="status" className={findings.length > 0 ? 'mt-2 space-y-2' : ''}>
      {findings
        .map((finding) => ({ ...finding, isAsking: asksForReason(finding) }))
        .map(({ code, message, grave, isAsking }) => (
          <div
            key={code + message}
            className={`border-s-4 bg-ground px-3 py-2 text-sm ${grave ? 'border-series-5' : 'border-series-2'}`}
          >
            <p>
              {grave && <strong className="font-semibold">{t('stops')} </strong>}
              <bdi>{message}</bdi>
            </p>
            {isAsking && (
              <input
                type="text"
                id={`reason-${code}`}
                aria-label={t('reasonFor', { message })}
                placeholder={t('reason')}
                maxLength={1000}
                value={reasons[code] ?? ''}
                onChange={({ target }) => onReason(code, target.value)}
                className="field mt-1.5"
              />
            )}
          </div>
        ))}
    </div>
  )
}
