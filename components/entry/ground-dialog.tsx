'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { describedBy, Field } from '@/components/entry/field'
import { FormFoot } from '@/components/entry/form-foot'
import { Modal } from '@/components/entry/modal'
import { Picker } from '@/components/entry/picker'
import { TimeField } from '@/components/entry/time-field'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { useSubmission } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import { datasetSourceSchema } from '@/domain/dataset/dataset'
import type { Named } from '@/domain/entry/figure-fields'
import { type GroundFields, type GroundKind, toGround } from '@/domain/entry/ground-fields'
import { placeLevels } from '@/domain/place/listed-place'

interface Props {
  kind: GroundKind
  initial: GroundFields
  onAdded: (added: Named) => void
  onClose: () => void
}

const routes = { source: 'sources', place: 'places', event: 'events' } as const
const sourceKinds = datasetSourceSchema.shape.kind.options

/** Adds a source, a place or an event that an entry speaks of and that is not there yet. */
export function GroundDialog({ kind, initial, onAdded, onClose }: Props) {
  const t = useTranslations('entry.ground')
  const tKinds = useTranslations('sourceKinds')
  const crisis = useEntryCrisis()
  const kept = useKeptFields<GroundFields>(`new ${kind} of crisis ${crisis.slug}`, initial)
  const form = useRef<HTMLFormElement>(null)
  const { errors, isBusy, stop, send } = useSubmission(kept, form)
  const { fields, change, read } = kept
  const save = async () => {
    const { body, problems } = toGround(kind, read(), crisis.timeZone)
    if (stop(problems)) return
    const path = `/api/v1/crises/${crisis.slug}/${routes[kind]}`
    const name = read().name
    const went = await send({
      method: 'POST',
      path,
      body,
      label: `${t(`kinds.${kind}`)}: ${name}`,
      href: `/admin/crises/${crisis.slug}/enter`,
    })
    if (!went) return
    if (went.answer) onAdded({ id: String(went.answer.id), name: name.trim() })
    else stop([], { form: t('waits') })
  }
  const text = (
    field: keyof GroundFields & string,
    label: string,
    extra: { hint?: string; placeholder?: string } = {},
  ) => (
    <Field id={`new-${field}`} label={label} aside={extra.hint} error={errors[field]}>
      <input
        id={`new-${field}`}
        type="text"
        autoComplete="off"
        placeholder={extra.placeholder}
        value={String(fields[field] ?? '')}
        aria-invalid={errors[field] !== undefined || undefined}
        aria-describedby={describedBy(`new-${field}`, {
          hint: extra.hint !== undefined,
          error: errors[field] !== undefined,
        })}
        onChange={({ target }) => change({ [field]: target.value })}
        className="field"
      />
    </Field>
  )
  const choice = (field: 'level' | 'sourceKind', label: string, options: [string, string][]): ReactNode => (
    <Field id={`new-${field}`} label={label} error={errors[field]}>
      <select
        id={`new-${field}`}
        value={fields[field]}
        onChange={({ target }) => change({ [field]: target.value })}
        className="field"
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
  const named = (field: 'parent' | 'place', of: GroundKind, label: string) => (
    <Field id={`new-${field}`} label={label} error={errors[field]}>
      <Picker
        id={`new-${field}`}
        kind={of}
        shown={fields[field]?.name ?? ''}
        placeholder={t('none')}
        isInvalid={errors[field] !== undefined}
        onPick={({ id, name }) => change({ [field]: { id, name } })}
        onClear={() => change({ [field]: null })}
      />
    </Field>
  )
  return (
    <Modal title={t(`add.${kind}`)} onClose={onClose}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void save()
        }}
        className="space-y-3"
      >
        {text('name', kind === 'event' ? t('title') : t('name'))}
        {kind !== 'event' && text('language', t('language'), { hint: t('languageHint') })}
        {kind === 'source' && (
          <>
            {choice(
              'sourceKind',
              t('kind'),
              sourceKinds.map((one) => [one, tKinds.has(one) ? tKinds(one) : one]),
            )}
            {text('party', t('party'), { hint: t('partyHint') })}
            {named('parent', 'source', t('parentSource'))}
            <p className="text-xs text-muted">{t('ungraded')}</p>
          </>
        )}
        {kind === 'place' && (
          <>
            {text('usedBy', t('usedBy'), { hint: t('usedByHint', { usages: crisis.usages.join(', ') || '–' }) })}
            {text('otherNames', t('otherNames'), { hint: t('otherNamesHint') })}
            {choice(
              'level',
              t('level'),
              placeLevels.map((one) => [one, t(`levels.${one}`)]),
            )}
            {named('parent', 'place', t('liesIn'))}
            {text('point', t('point'), { placeholder: '39.815, 46.752' })}
            {text('pcode', t('pcode'))}
          </>
        )}
        {kind === 'event' && (
          <>
            {named('place', 'place', t('where'))}
            <TimeField
              id="new-from"
              label={t('from')}
              value={fields.from}
              day={null}
              error={errors.from}
              onChange={(from) => change({ from })}
            />
            <TimeField
              id="new-to"
              label={t('to')}
              value={fields.to}
              day={null}
              otherwise={t('goesOn')}
              error={errors.to}
              onChange={(to) => change({ to })}
            />
            {named('parent', 'event', t('partOf'))}
          </>
        )}
        <FormFoot kept={kept} error={errors.form ?? errors.names}>
          <button type="submit" disabled={isBusy} className={buttonClass('primary')}>
            {t('save')}
          </button>
          <button type="button" onClick={onClose} className={buttonClass('plain')}>
            {t('close')}
          </button>
        </FormFoot>
      </form>
    </Modal>
  )
}
