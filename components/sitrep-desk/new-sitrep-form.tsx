'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/account/text-field'
import { SelectField } from '@/components/administration/labelled'
import { textIn, WriteForm } from '@/components/administration/write-form'
import { ErratumForm } from '@/components/sitrep-desk/erratum-form'
import { flashHours, type SitrepDraft } from '@/domain/sitrep/draft'
import type { Instant } from '@/domain/time/instant'
import { toInstant } from '@/domain/time/local-time'

/** Begins a report: a situation report, a flash update, or the erratum of one that is out. Times left empty are computed. Leads to the draft. */
export function NewSitrepForm({
  crisis,
  timeZone,
  published,
}: {
  crisis: string
  timeZone: string
  /** Numbers that are out, newest first. */
  published: readonly { number: number; label: string }[]
}) {
  const t = useTranslations('sitrepDesk.new')
  const [kind, setKind] = useState<'situation-report' | 'flash-update' | 'erratum'>('situation-report')
  const [number, setNumber] = useState(published[0]?.number ?? 0)
  const kinds = (
    <fieldset className="border-0 p-0">
      <legend className="mb-1 text-sm font-medium">{t('kind')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {(['situation-report', 'flash-update', 'erratum'] as const).map((one) => (
          <label key={one} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="radio"
              name="kind"
              value={one}
              checked={kind === one}
              disabled={one === 'erratum' && published.length === 0}
              onChange={() => setKind(one)}
              className="size-5 accent-accent"
            />
            {t(`kinds.${one}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
  if (kind === 'erratum') {
    return (
      <div className="space-y-5">
        {kinds}
        <div>
          <label htmlFor="erratum-number" className="mb-1 block text-sm font-medium">
            {t('erratumOf')}
          </label>
          <select
            id="erratum-number"
            value={number}
            onChange={({ target }) => setNumber(Number(target.value))}
            className="field min-h-11!"
          >
            {published.map((one) => (
              <option key={one.number} value={one.number}>
                {one.label}
              </option>
            ))}
          </select>
        </div>
        <ErratumForm key={number} crisis={crisis} number={number} />
      </div>
    )
  }
  const toBody = (form: FormData) => {
    const at = (name: string) => readTime(textIn(form, name), timeZone)
    const from = at('from')
    const to = at('to')
    if ((from === null) !== (to === null)) return { fields: { [from === null ? 'from' : 'to']: t('bothEnds') } }
    const hours = textIn(form, 'expiresHours')
    return {
      body: {
        kind,
        asOf: at('asOf'),
        knownAt: at('knownAt'),
        period: from && to ? { from, to } : null,
        nextIssue: at('nextIssue'),
        expiresHours: kind === 'flash-update' && hours !== '' ? Number(hours) : null,
      },
    }
  }
  return (
    <WriteForm<SitrepDraft>
      key={kind}
      label={t('title')}
      write={{ method: 'POST', address: `/crises/${crisis}/sitreps` }}
      toBody={toBody}
      submit={t('begin')}
      onDone={({ id }) => window.location.assign(`/admin/sitreps/${id}`)}
    >
      {kinds}
      <p className="text-xs text-muted">{t('timesHint', { zone: timeZone })}</p>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField name="asOf" label={t('asOf')} hint={t('nowHint')} type="datetime-local" required={false} />
        <TextField name="knownAt" label={t('knownAt')} hint={t('nowHint')} type="datetime-local" required={false} />
        {kind === 'flash-update' && (
          <SelectField
            name="expiresHours"
            label={t('expires')}
            defaultValue="24"
            options={[flashHours.least, 6, 12, 24, 48, flashHours.most].map((hours) => ({
              value: String(hours),
              label: t('hours', { hours }),
            }))}
          />
        )}
        <TextField
          name="nextIssue"
          label={t('nextIssue')}
          hint={t('nextHint')}
          type="datetime-local"
          required={false}
        />
      </div>
      <details>
        <summary className="flex min-h-11 list-none items-center text-sm text-accent hover:underline">
          {t('period')}
        </summary>
        <p className="mb-2 text-xs text-muted">{t('periodHint')}</p>
        <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField name="from" label={t('from')} type="datetime-local" required={false} />
          <TextField name="to" label={t('to')} type="datetime-local" required={false} />
        </div>
      </details>
    </WriteForm>
  )
}

function readTime(text: string, timeZone: string): Instant | null {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text) ?? []
  return year ? toInstant(timeZone, Number(year), Number(month), Number(day), Number(hour), Number(minute)) : null
}
