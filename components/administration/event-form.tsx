'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { ChoiceField, valueMeant } from '@/components/administration/choice-field'
import type { Option } from '@/components/administration/labelled'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, WriteForm } from '@/components/administration/write-form'
import { parseWhen } from '@/domain/time/local-time'

/** An event as its form shows it: times as people write them, in the crisis's zone. */
export interface EventFields {
  id: string
  version: number
  title: string
  place: string | null
  parent: string | null
  from: string
  to: string
}

const whenShape = /^\d{4}-\d{2}(-\d{2}(T\d{2}(:\d{2})?)?)?$/

/** Changes an event, or (null) adds one at `address`. */
export function EventForm({
  event,
  address,
  timeZone,
  places,
  events,
}: {
  event: EventFields | null
  address: string
  timeZone: string
  places: readonly Option[]
  events: readonly Option[]
}) {
  const t = useTranslations('administration')
  const toBody = (form: FormData) => {
    const [place, parent] = [valueMeant(places, textIn(form, 'place')), valueMeant(events, textIn(form, 'parent'))]
    const [from, to] = ['from', 'to'].map((name) => textIn(form, name).replace(' ', 'T'))
    const fields: Record<string, string> = {
      ...(place === undefined ? { place: t('chooseFromList') } : {}),
      ...(parent === undefined ? { parent: t('chooseFromList') } : {}),
      ...(whenShape.test(from ?? '') ? {} : { from: t('writeTime') }),
      ...(to === '' || whenShape.test(to ?? '') ? {} : { to: t('writeTime') }),
    }
    if (Object.keys(fields).length > 0) return { fields }
    try {
      const spans = { from: parseWhen(from ?? '', timeZone), to: to ? parseWhen(to, timeZone) : null }
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
      <ChoiceField name="place" label={t('place')} options={places} defaultValue={event?.place ?? null} />
      <ChoiceField
        name="parent"
        label={t('eventParent')}
        options={events.filter(({ value }) => value !== event?.id)}
        defaultValue={event?.parent ?? null}
      />
      {event && <ReasonField />}
    </WriteForm>
  )
}
