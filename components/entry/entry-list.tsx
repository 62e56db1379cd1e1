'use client'

import { useTranslations } from 'next-intl'
import type { EntryLine, LineState } from '@/components/entry/entry-lines'

const signs: Record<LineState, string> = {
  draft: '·',
  submitted: '✓',
  approved: '✓',
  returned: '↩',
  withdrawn: '×',
  waiting: '…',
  attention: '!',
}

interface Props {
  lines: readonly EntryLine[]
  crisis: string
  document: string | null
  onPart: (line: EntryLine) => void
  onDeny: (line: EntryLine) => void
  onShow: (line: EntryLine) => void
}

/** What was entered from the document, parts below their wholes, each with where it is. */
export function EntryList({ lines, crisis, document, onPart, onDeny, onShow }: Props) {
  const t = useTranslations('entry.list')
  if (lines.length === 0) return <p className="text-sm text-muted">{t('empty')}</p>
  const action = 'min-h-8 text-xs text-accent hover:underline'
  return (
    <ol className="divide-y divide-line border-t-2 border-ink">
      {lines.map((line, index) => (
        <li key={line.key} data-state={line.state} className="py-2 text-sm">
          <div className="flex items-baseline gap-x-3">
            <span className="w-9 shrink-0 text-muted">
              <span aria-hidden="true">{signs[line.state]}</span> {index + 1}
            </span>
            <button type="button" onClick={() => onShow(line)} className="min-w-0 flex-1 text-start hover:underline">
              {line.partOf !== null && <span className="text-muted">{t('ofThem')} </span>}
              {line.kind !== 'figure' && <span className="text-muted">{t(line.kind)}: </span>}
              {line.label}
            </button>
            <strong className="shrink-0 font-semibold">{line.kind === 'figure' ? line.value : ''}</strong>
          </div>
          <div className="flex flex-wrap items-center gap-x-3 ps-12">
            <span className="text-xs text-muted">{t(`states.${line.state}`)}</span>
            {line.kind === 'figure' && line.state !== 'withdrawn' && (
              <>
                <button
                  type="button"
                  onClick={() => onPart(line)}
                  className={action}
                  aria-label={t('addPartOf', { label: line.label })}
                >
                  {t('addPart')}
                </button>
                <button
                  type="button"
                  onClick={() => onDeny(line)}
                  className={action}
                  aria-label={t('denyOf', { label: line.label })}
                >
                  {t('deny')}
                </button>
              </>
            )}
            {typeof line.ref === 'string' && line.state !== 'withdrawn' && (
              <a
                href={`/admin/crises/${crisis}/enter/${document}?mend=${line.ref}`}
                className={`inline-flex items-center ${action}`}
                aria-label={t(line.state === 'returned' ? 'mendOf' : 'correctOf', { label: line.label })}
              >
                {t(line.state === 'returned' ? 'mend' : 'correct')}
              </a>
            )}
            {line.state === 'attention' && (
              <a
                href={`/admin/crises/${crisis}/enter/${document ?? 'figure'}?again=${line.key}`}
                className={`inline-flex items-center ${action}`}
              >
                {t('again')}
              </a>
            )}
          </div>
          {line.comment && <p className="ms-12 mt-1 border-s-2 border-series-5 ps-2 text-xs">{line.comment}</p>}
        </li>
      ))}
    </ol>
  )
}
