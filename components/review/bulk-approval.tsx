'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { LiveFields } from '@/components/forms/live-fields'
import { RefusalNote } from '@/components/review/refusal-note'
import { SeenBesideCurrent } from '@/components/review/seen-beside-current'
import { useAct } from '@/components/review/use-act'
import { buttonClass } from '@/components/ui/button'
import type { Figure } from '@/domain/figure/figure'

export interface BulkFigure {
  /** As it is shown, and would be approved. */
  figure: Figure
  title: string
  /** Why it cannot be approved here; null where it can. */
  hindrance: string | null
}

/** The figures of one document that wait, to be ticked and approved at once: all of the ticked, or none. */
export function BulkApproval({ crisis, figures, userId }: { crisis: string; figures: BulkFigure[]; userId: string }) {
  const t = useTranslations('review')
  const id = useId()
  const router = useRouter()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState('')
  const { act, isBusy, refusal } = useAct(userId)
  const open = figures.filter(({ hindrance }) => hindrance === null)
  const chosen = open.filter(({ figure }) => ticked.has(figure.id))
  const tick = (ids: string[], isOn: boolean) => {
    const next = new Set(ticked)
    for (const one of ids) isOn ? next.add(one) : next.delete(one)
    setTicked(next)
  }
  const approve = async () => {
    const body = { figures: chosen.map(({ figure: { id, version } }) => ({ id, version })) }
    if (!(await act({ path: `/crises/${crisis}/approvals`, body }))) return
    setDone(t('didApproveMany', { count: chosen.length }))
    setTicked(new Set())
    router.refresh()
  }
  const isAll = chosen.length === open.length && open.length > 0
  return (
    <div className="space-y-4">
      <p role="status" className="text-sm font-medium">
        {done}
      </p>
      <LiveFields name={t('bulkFigures')}>
        <label className="flex min-h-11 items-center gap-3 text-sm font-medium">
          <input
            type="checkbox"
            className="size-5"
            checked={isAll}
            onChange={({ target }) =>
              tick(
                open.map(({ figure }) => figure.id),
                target.checked,
              )
            }
          />
          {t('tickAll', { count: open.length })}
        </label>
        <ul>
          {figures.map(({ figure, title, hindrance }) => (
            <li key={figure.id} className="flex gap-3 border-t border-line py-3 text-sm">
              <input
                id={`${id}-${figure.id}`}
                type="checkbox"
                className="mt-0.5 size-5 shrink-0"
                disabled={hindrance !== null}
                checked={ticked.has(figure.id)}
                onChange={({ target }) => tick([figure.id], target.checked)}
              />
              <label htmlFor={`${id}-${figure.id}`} className="min-w-0">
                <span className="font-medium">{title}</span>
                {figure.citations.slice(0, 1).map(({ id, quote, language }) => (
                  <span key={id} className="mt-0.5 block text-muted">
                    <q lang={language} dir="auto">
                      {quote}
                    </q>
                  </span>
                ))}
                {hindrance && <span className="block text-xs text-muted">{hindrance}</span>}
              </label>
            </li>
          ))}
        </ul>
      </LiveFields>
      <RefusalNote refusal={refusal} compare={(current) => <Changed figures={chosen} current={current} />} />
      <button
        type="button"
        className={`${buttonClass('primary')} min-h-11`}
        disabled={isBusy || chosen.length === 0}
        onClick={approve}
      >
        {t('approveMany', { count: chosen.length })}
      </button>
    </div>
  )
}

/** Of the figures that were to be approved, those of which another version stands by now: each beside what was seen. */
function Changed({ figures, current }: { figures: readonly BulkFigure[]; current: unknown }) {
  const newest = current as Figure[]
  return figures
    .flatMap(({ figure, title }) => newest.filter(({ id }) => id === figure.id).map((now) => ({ figure, title, now })))
    .map(({ figure, title, now }) => (
      <section key={figure.id} aria-label={title} className="mt-3 first:mt-0">
        <h3 className="mb-1 font-semibold">{title}</h3>
        <SeenBesideCurrent seen={{ noun: 'figure', content: figure }} current={now} />
      </section>
    ))
}
