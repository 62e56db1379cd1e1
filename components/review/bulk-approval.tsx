'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { LiveFields } from '@/components/forms/live-fields'
import { RefusalNote } from '@/components/review/refusal-note'
import { useAct } from '@/components/review/use-act'
import { buttonClass } from '@/components/ui/button'

export interface BulkFigure {
  id: string
  version: number
  title: string
  quote: string
  language: string
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
  const chosen = open.filter((figure) => ticked.has(figure.id))
  const tick = (ids: string[], isOn: boolean) => {
    const next = new Set(ticked)
    for (const one of ids) isOn ? next.add(one) : next.delete(one)
    setTicked(next)
  }
  const approve = async () => {
    const body = { figures: chosen.map(({ id, version }) => ({ id, version })) }
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
                open.map((figure) => figure.id),
                target.checked,
              )
            }
          />
          {t('tickAll', { count: open.length })}
        </label>
        <ul>
          {figures.map((figure) => (
            <li key={figure.id} className="flex gap-3 border-t border-line py-3 text-sm">
              <input
                id={`${id}-${figure.id}`}
                type="checkbox"
                className="mt-0.5 size-5 shrink-0"
                disabled={figure.hindrance !== null}
                checked={ticked.has(figure.id)}
                onChange={({ target }) => tick([figure.id], target.checked)}
              />
              <label htmlFor={`${id}-${figure.id}`} className="min-w-0">
                <span className="font-medium">{figure.title}</span>
                <q lang={figure.language} dir="auto" className="mt-0.5 block text-muted">
                  {figure.quote}
                </q>
                {figure.hindrance && <span className="block text-xs text-muted">{figure.hindrance}</span>}
              </label>
            </li>
          ))}
        </ul>
      </LiveFields>
      <RefusalNote refusal={refusal} />
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
