'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/account/text-field'
import { buttonClass } from '@/components/ui/button'

export interface NameRow {
  name: string
  language: string
  usedBy?: string
}

/** The names of a source or place, the first the one to fall back on. `isUsageAsked`: also who uses each. */
export function NamesField({ names, isUsageAsked }: { names: readonly NameRow[]; isUsageAsked: boolean }) {
  const t = useTranslations('administration')
  const [rows, setRows] = useState(() => names.map((row, id) => ({ ...row, id })))
  const add = () => setRows([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, name: '', language: 'en' }])
  return (
    <fieldset className="space-y-3">
      <legend className="text-sm font-medium">{t('names')}</legend>
      <p className="text-xs text-muted">{t('namesHint')}</p>
      {rows.map((row, index) => (
        <div key={row.id} className="flex flex-wrap items-end gap-x-3 gap-y-2 border-s-2 border-line ps-3">
          <div className="min-w-0 flex-[3_1_11rem]">
            <TextField name={`names/${index}/name`} label={t('name')} defaultValue={row.name} />
          </div>
          <div className="w-20">
            <TextField name={`names/${index}/language`} label={t('language')} defaultValue={row.language} />
          </div>
          {isUsageAsked && (
            <div className="flex-[1_1_8rem]">
              <TextField
                name={`names/${index}/usedBy`}
                label={t('usedBy')}
                defaultValue={row.usedBy ?? 'international'}
              />
            </div>
          )}
          {rows.length > 1 && (
            <button
              type="button"
              aria-label={t('takeOut', { name: row.name || t('name') })}
              onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
              className={`${buttonClass('plain')} min-h-11! min-w-11`}
            >
              <span aria-hidden="true">×</span>
            </button>
          )}
        </div>
      ))}
      <button type="button" onClick={add} className={`${buttonClass('quiet')} min-h-11!`}>
        {t('addName')}
      </button>
    </fieldset>
  )
}

/** The names in a form's fields. */
export function namesIn(form: FormData, isUsageAsked: boolean): NameRow[] {
  const names: NameRow[] = []
  for (let index = 0; form.has(`names/${index}/name`); index += 1) {
    const text = (field: string) => String(form.get(`names/${index}/${field}`) ?? '').trim()
    names.push({ name: text('name'), language: text('language'), ...(isUsageAsked ? { usedBy: text('usedBy') } : {}) })
  }
  return names
}
