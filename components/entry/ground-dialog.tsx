'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { EntryForm } from '@/components/entry/entry-form'
import { FormFoot } from '@/components/entry/form-foot'
import { EventLines, PlaceLines, SourceLines } from '@/components/entry/ground-lines'
import { Modal } from '@/components/entry/modal'
import { TextLine } from '@/components/entry/text-line'
import { useKeptFields } from '@/components/entry/use-kept-fields'
import { useSubmission } from '@/components/entry/use-submission'
import { buttonClass } from '@/components/ui/button'
import type { Named } from '@/domain/entry/figure-fields'
import { type GroundFields, type GroundKind, toGround } from '@/domain/entry/ground-fields'

interface Props {
  kind: GroundKind
  initial: GroundFields
  onAdded: (added: Named) => void
  onClose: () => void
}

const routes = { source: 'sources', place: 'places', event: 'events' } as const

/** Adds a source, a place or an event that an entry speaks of and that is not there yet. */
export function GroundDialog({ kind, initial, onAdded, onClose }: Props) {
  const t = useTranslations('entry.ground')
  const crisis = useEntryCrisis()
  const toLabel = ({ name }: GroundFields) => `${t(`kinds.${kind}`)}: ${name}`
  const kept = useKeptFields<GroundFields>(`new ${kind} of crisis ${crisis.slug}`, initial, { toLabel })
  const form = useRef<HTMLFormElement>(null)
  const { errors, stop, send } = useSubmission(kept, form)
  const { fields, change, read } = kept
  const save = async () => {
    const { body, problems } = toGround(kind, read(), crisis.timeZone)
    if (stop(problems)) return
    const path = `/api/v1/crises/${crisis.slug}/${routes[kind]}`
    const name = read().name.trim()
    const href = `/admin/crises/${crisis.slug}/enter`
    const went = await send({ method: 'POST', path, body, label: toLabel(read()), href })
    if (!went) return
    if (went.answer) onAdded({ id: String(went.answer.id), name })
    else stop([], { form: t('waits') })
  }
  const lines = { fields, errors, onChange: change }
  return (
    <Modal title={t(`add.${kind}`)} onClose={onClose}>
      <EntryForm kept={kept} formRef={form} onSave={save}>
        <TextLine
          id="new-name"
          label={kind === 'event' ? t('title') : t('name')}
          value={fields.name}
          error={errors.name}
          onChange={(name) => change({ name })}
        />
        {kind !== 'event' && (
          <TextLine
            id="new-language"
            label={t('language')}
            aside={t('languageHint')}
            value={fields.language}
            error={errors.language}
            onChange={(language) => change({ language })}
          />
        )}
        {kind === 'source' && <SourceLines {...lines} />}
        {kind === 'place' && <PlaceLines {...lines} />}
        {kind === 'event' && <EventLines {...lines} />}
        <FormFoot kept={kept} error={errors.form ?? errors.names}>
          <button type="submit" disabled={kept.isHeld} className={buttonClass('primary')}>
            {t('save')}
          </button>
          <button type="button" onClick={onClose} className={buttonClass('plain')}>
            {t('close')}
          </button>
        </FormFoot>
      </EntryForm>
    </Modal>
  )
}
