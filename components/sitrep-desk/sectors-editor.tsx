'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ProseField } from '@/components/sitrep-desk/prose-field'
import { buttonClass } from '@/components/ui/button'
import { inOrder } from '@/domain/sitrep/merge-drafts'
import { type Sector, sectors, type Written } from '@/domain/sitrep/written'

type Sectors = Written['sectors']

const parts = ['needs', 'response', 'gaps'] as const

/** Needs, response and gaps by sector, in the order of the cluster list; a sector nobody writes of is left out. */
export function SectorsEditor({
  value,
  names,
  isEditable,
  onChange,
}: {
  value: Sectors
  names: Record<Sector, string>
  isEditable: boolean
  onChange: (next: (value: Sectors) => Sectors) => void
}) {
  const t = useTranslations('sitrepDesk.sectors')
  const [chosen, setChosen] = useState<Sector | ''>('')
  const [leaving, setLeaving] = useState<Sector | null>(null)
  const id = useId()
  const unused = sectors.filter((sector) => !value.some((one) => one.sector === sector))
  const leave = (sector: Sector) => {
    setLeaving(null)
    onChange((before) => before.filter((one) => one.sector !== sector))
  }
  return (
    <div className="space-y-6">
      {value.map((one, index) => {
        const { sector } = one
        const isWritten = parts.some((part) => one[part].length > 0)
        return (
          <section key={sector} aria-label={names[sector]} className="border-s-2 border-line ps-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h4 className="text-sm font-semibold">{names[sector]}</h4>
              {isEditable && (
                <button
                  type="button"
                  className={`${buttonClass('quiet')} min-h-11`}
                  aria-label={t('leaveOutOne', { sector: names[sector] })}
                  onClick={() => (isWritten ? setLeaving(sector) : leave(sector))}
                >
                  {t('leaveOut')}
                </button>
              )}
            </div>
            {leaving === sector && (
              <div role="alert" className="border-s-4 border-series-5 bg-surface px-3 py-2 text-sm">
                <p>{t('leaveOutAsk', { sector: names[sector] })}</p>
                <div className="mt-2 flex flex-wrap gap-2">
                  <button type="button" className={`${buttonClass('plain')} min-h-11`} onClick={() => leave(sector)}>
                    {t('leaveOutYes')}
                  </button>
                  <button type="button" className={`${buttonClass('quiet')} min-h-11`} onClick={() => setLeaving(null)}>
                    {t('keep')}
                  </button>
                </div>
              </div>
            )}
            <div className="space-y-3">
              {parts.map((part) => (
                <ProseField
                  key={part}
                  at={`/sectors/${index}/${part}`}
                  label={`${names[sector]}: ${t(part)}`}
                  placeholder={t(`${part}Hint`)}
                  value={one[part]}
                  onChange={(document) =>
                    onChange((before) =>
                      before.map((each) => (each.sector === sector ? { ...each, [part]: document } : each)),
                    )
                  }
                />
              ))}
            </div>
          </section>
        )
      })}
      {isEditable && unused.length > 0 && (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1">
            <label htmlFor={id} className="mb-1 block text-sm font-medium">
              {t('add')}
            </label>
            <select
              id={id}
              value={chosen}
              onChange={({ target }) => setChosen(target.value as Sector | '')}
              className="field min-h-11!"
            >
              <option value="">{t('choose')}</option>
              {unused.map((sector) => (
                <option key={sector} value={sector}>
                  {names[sector]}
                </option>
              ))}
            </select>
          </div>
          <button
            type="button"
            disabled={chosen === ''}
            className={`${buttonClass('plain')} min-h-11 disabled:opacity-60`}
            onClick={() => {
              if (chosen === '') return
              const sector = chosen
              setChosen('')
              onChange((before) => inOrder([...before, { sector, needs: [], response: [], gaps: [] }]))
            }}
          >
            {t('addIt')}
          </button>
        </div>
      )}
    </div>
  )
}
