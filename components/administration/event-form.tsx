'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { PickerField } from '@/components/administration/picker-field'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, textOrNull, WriteForm } from '@/components/administration/write-form'
import type { Named } from '@/domain/entry/figure-fields'
import { parseWhen } from '@/domain/time/local-time'

/** An event as its form shows it: times as people write them, in the crisis's zone. */
export interface EventFields {
  id: string
  version: number
  title: string
  from: string
  to: string
}

const whenShape = /^\d{4}-\d{2}(-\d{2}(T\d{2}(:\d{2})?)?)?$/

/** Changes an event, or (null) adds one at `address`. */
export function EventForm({
  event,
  address,
  crisis,
  timeZone,
  place,
  parent,
}: {
  event: EventFields | null
  address: string
  /** Address of the crisis that it belongs to. */
  crisis: string
  timeZone: string
  place: Named | null
  parent: Named | null
}) {
  const t = useTranslations('administration')
  const toBody = (form: FormData) => {
    const [from, to] = ['from', 'to'].map((name) => textIn(form, name).replace(' ', 'T'))
    const fields: Record<string, string> = {
      ...(whenShape.test(from ?? '') ? {} : { from: t('writeTime') }),
      ...(to === '' || whenShape.test(to ?? '') ? {} : { to: t('writeTime') }),
    }
    if (Object.keys(fields).length > 0) return { fields }
    try {
      const spans = { from: parseWhen(from ?? '', timeZone), to: to ? parseWhen(to, timeZone) : null }
      const [place, parent] = [textOrNull(form, 'place'), textOrNull(form, 'parent')]
      const body = { title: textIn(form, 'title'), place, parent, ...spans }
      return { body: event ? { ...body, reason: textIn(form, 'reason') } : body }
    } catch {
      return { fields: { from: t('writeTime') } }
    }
  }
  return (
    <WriteForm
      write={event ? { method: 'PATCH', address, version: event.version } : { method: 'POST', address }}
      toBody={toBody}
      submit={event ? t('save') : t('addEventNow')}
      look={event ? 'plain' : 'primary'}
      onDone={(_, form) => event ?? form.reset()}
    >
      <TextField name="title" label={t('eventTitle')} defaultValue={event?.title ?? ''} autoComplete="off" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="from" label={t('began')} hint={t('timeHint', { timeZone })} defaultValue={event?.from ?? ''} />
        <TextField name="to" label={t('ended')} hint={t('endedHint')} required={false} defaultValue={event?.to ?? ''} />
      </div>
      <PickerField name="place" label={t('place')} kind="place" among={{ crisis }} chosen={place} />
      <PickerField
        name="parent"
        label={t('eventParent')}
        kind="event"
        among={{ crisis }}
        except={event?.id}
        chosen={parent}
      />
      {event && <ReasonField />}
    </WriteForm>
  )
}
