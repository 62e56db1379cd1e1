'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { askServerTime } from '@/components/sitrep-desk/ask-server-time'
import { buttonClass } from '@/components/ui/button'
import type { Crisis } from '@/domain/crisis/crisis'
import { cutOffAfter } from '@/domain/sitrep/begin-draft'
import { type DraftContent, flashHours } from '@/domain/sitrep/draft'
import type { Instant } from '@/domain/time/instant'
import { toInstant, wallTimeOf } from '@/domain/time/local-time'
import { type Locale, locales } from '@/domain/viewpoint/viewpoint'

export type FrameCrisis = Pick<Crisis, 'timeZone' | 'cutOff' | 'languages'>

/** The frame of a report: its viewpoint, period, next issue, languages; what an erratum mends. Times are those of the crisis's zone. */
export function FrameForm({
  content,
  crisis,
  isEditable,
  isErratum,
  onChange,
}: {
  content: DraftContent
  crisis: FrameCrisis
  isEditable: boolean
  isErratum: boolean
  onChange: (next: (content: DraftContent) => DraftContent) => void
}) {
  const t = useTranslations('sitrepDesk.frame')
  const set = (change: Partial<DraftContent>) => onChange((before) => ({ ...before, ...change }))
  const time = (name: string, value: Instant | null, onTime: (instant: Instant) => void, hint?: string) => (
    <TimeInput
      name={name}
      label={t(name as 'asOf')}
      hint={hint}
      value={value}
      timeZone={crisis.timeZone}
      isEditable={isEditable}
      onChange={onTime}
    />
  )
  return (
    <div className="space-y-4">
      <fieldset className="border-0 p-0">
        <legend className="text-sm font-semibold">{t('viewpoint')}</legend>
        <p className="text-xs text-muted">{t('viewpointHint', { zone: crisis.timeZone })}</p>
        <div className="mt-2 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2">
          {time('asOf', content.asOf, (asOf) => onChange((before) => moveTo(before, crisis, { asOf })))}
          {time('knownAt', content.knownAt, (knownAt) => set({ knownAt }))}
        </div>
        {isEditable && (
          <button
            type="button"
            className={`${buttonClass('plain')} mt-3 min-h-11`}
            onClick={async () => {
              const moment = await askServerTime()
              onChange((before) => moveTo(before, crisis, { asOf: moment, knownAt: moment }))
            }}
          >
            {t('toNow')}
          </button>
        )}
      </fieldset>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        {time('from', content.period.from, (from) =>
          onChange((before) => ({ ...before, period: { ...before.period, from } })),
        )}
        {time('to', content.period.to, (to) => onChange((before) => ({ ...before, period: { ...before.period, to } })))}
        {time('nextIssue', content.nextIssue, (nextIssue) => set({ nextIssue }))}
        {content.kind === 'flash-update' && (
          <Labelled name="expiresHours" label={t('expiresHours')} hint={t('expiresHint', flashHours)}>
            {(described) => (
              <input
                {...described}
                type="number"
                min={flashHours.least}
                max={flashHours.most}
                disabled={!isEditable}
                value={content.expiresHours ?? ''}
                onChange={({ target }) => set({ expiresHours: target.value === '' ? null : Number(target.value) })}
                className="field min-h-11!"
              />
            )}
          </Labelled>
        )}
      </div>
      <LanguageChoice
        languages={content.languages}
        offered={crisis.languages}
        isEditable={isEditable}
        onChange={(languages) => set({ languages })}
      />
      {isErratum && (
        <div className="grid gap-3">
          {(['what', 'why'] as const).map((name) => (
            <Labelled key={name} name={`erratum-${name}`} label={t(name)}>
              {(described) => (
                <textarea
                  {...described}
                  rows={2}
                  maxLength={1000}
                  dir="auto"
                  disabled={!isEditable}
                  value={content.erratum?.[name] ?? ''}
                  onChange={({ target }) =>
                    set({ erratum: { what: '', why: '', ...content.erratum, [name]: target.value } })
                  }
                  className="field"
                />
              )}
            </Labelled>
          ))}
        </div>
      )}
    </div>
  )
}

/** Another as-of takes along the period's end, where it stood there, and a next issue that would no longer come after it. */
function moveTo(
  content: DraftContent,
  crisis: FrameCrisis,
  { asOf, knownAt = content.knownAt }: { asOf: Instant; knownAt?: Instant },
): DraftContent {
  const { period, nextIssue } = content
  const to = period.to === content.asOf ? asOf : period.to
  return {
    ...content,
    asOf,
    knownAt,
    period: { from: period.from < to ? period.from : to, to },
    nextIssue: nextIssue !== null && nextIssue <= asOf ? cutOffAfter(crisis, asOf) : nextIssue,
  }
}

/** The first is the one it is written in; the others are issued with it. */
function LanguageChoice({
  languages,
  offered,
  isEditable,
  onChange,
}: {
  languages: readonly Locale[]
  offered: readonly Locale[]
  isEditable: boolean
  onChange: (languages: Locale[]) => void
}) {
  const t = useTranslations('sitrepDesk.frame')
  const [first = 'en'] = languages
  const all = locales.filter((locale) => offered.includes(locale) || languages.includes(locale))
  if (all.length < 2) return null
  return (
    <fieldset className="border-0 p-0">
      <legend className="text-sm font-semibold">{t('languages')}</legend>
      <div className="mt-1 flex flex-wrap items-center gap-x-5">
        <Labelled name="language" label={t('writtenIn')} isInline>
          {(described) => (
            <select
              {...described}
              disabled={!isEditable}
              value={first}
              onChange={({ target }) =>
                onChange([target.value as Locale, ...languages.filter((one) => one !== target.value)])
              }
              className="field min-h-11! w-auto!"
            >
              {all.map((locale) => (
                <option key={locale} value={locale}>
                  {t(`locales.${locale}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        {all
          .filter((locale) => locale !== first)
          .map((locale) => (
            <label key={locale} className="flex min-h-11 items-center gap-2 text-sm">
              <input
                type="checkbox"
                disabled={!isEditable}
                checked={languages.includes(locale)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...languages, locale] : languages.filter((one) => one !== locale))
                }
                className="size-5 accent-accent"
              />
              {t('also', { language: t(`locales.${locale}`) })}
            </label>
          ))}
      </div>
    </fieldset>
  )
}

function TimeInput({
  name,
  label,
  hint,
  value,
  timeZone,
  isEditable,
  onChange,
}: {
  name: string
  label: string
  hint?: string | undefined
  value: Instant | null
  timeZone: string
  isEditable: boolean
  onChange: (instant: Instant) => void
}) {
  const take = (text: string) => {
    const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text) ?? []
    if (!year || (value !== null && text === wallTimeOf(value, timeZone).slice(0, 16))) return
    onChange(toInstant(timeZone, Number(year), Number(month), Number(day), Number(hour), Number(minute)))
  }
  return (
    <Labelled name={name} label={label} hint={hint}>
      {(described) => (
        <input
          {...described}
          // Put in anew where another moment comes from elsewhere.
          key={value}
          type="datetime-local"
          disabled={!isEditable}
          defaultValue={value === null ? '' : wallTimeOf(value, timeZone).slice(0, 16)}
          // Half a date is a date to the browser: taken once the field is left, or at Enter.
          onBlur={({ target }) => take(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget.value)}
          className="field min-h-11!"
        />
      )}
    </Labelled>
  )
}

function Labelled({
  name,
  label,
  hint,
  isInline = false,
  children,
}: {
  name: string
  label: string
  hint?: string | undefined
  isInline?: boolean
  children: (described: { id: string; 'aria-describedby': string | undefined }) => ReactNode
}) {
  const hintId = useId()
  const id = `frame-${name}`
  return (
    <div className={isInline ? 'flex items-center gap-2' : 'min-w-0'}>
      <label htmlFor={id} className={`text-sm ${isInline ? '' : 'mb-1 block font-medium'}`}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hint ? hintId : undefined })}
      {hint && (
        <p id={hintId} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
