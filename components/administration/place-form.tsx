'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { SelectField } from '@/components/administration/labelled'
import { NamesField, namesIn } from '@/components/administration/names-field'
import { PickerField } from '@/components/administration/picker-field'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, textOrNull, WriteForm } from '@/components/administration/write-form'
import type { AdministeredPlace } from '@/domain/crisis/administered'
import type { Named } from '@/domain/entry/figure-fields'
import { placeLevels } from '@/domain/place/listed-place'

/** Changes a place, or (null) adds one at `address`. */
export function PlaceForm({
  place,
  address,
  crisis,
  parent,
}: {
  place: AdministeredPlace | null
  address: string
  /** Address of the crisis whose places can be its parent. */
  crisis: string
  parent: Named | null
}) {
  const t = useTranslations('administration')
  const tLevels = useTranslations('administration.levels')
  const toBody = (form: FormData) => {
    const [lat, lon] = [textIn(form, 'point/lat'), textIn(form, 'point/lon')]
    const fields = {
      names: namesIn(form, true),
      level: textIn(form, 'level'),
      parent: textOrNull(form, 'parent'),
      pcode: textOrNull(form, 'pcode'),
      point: lat === '' && lon === '' ? null : { lat: Number(lat || 'none'), lon: Number(lon || 'none') },
    }
    return { body: place ? { ...fields, reason: textIn(form, 'reason') } : fields }
  }
  return (
    <WriteForm
      write={place ? { method: 'PATCH', address, version: place.version } : { method: 'POST', address }}
      toBody={toBody}
      submit={place ? t('save') : t('addPlaceNow')}
      look={place ? 'plain' : 'primary'}
      onDone={(_, form) => place ?? form.reset()}
    >
      <NamesField names={place?.names ?? [{ name: '', language: 'en' }]} isUsageAsked />
      <SelectField
        name="level"
        label={t('level')}
        options={placeLevels.map((level) => ({ value: level, label: tLevels(level) }))}
        defaultValue={place?.level ?? 'settlement'}
      />
      <PickerField
        name="parent"
        label={t('placeParent')}
        kind="place"
        among={{ crisis }}
        except={place?.id}
        chosen={parent}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField
          name="pcode"
          label={t('pcode')}
          required={false}
          defaultValue={place?.pcode ?? ''}
          spellCheck={false}
        />
        <TextField
          name="point/lat"
          label={t('latitude')}
          required={false}
          inputMode="decimal"
          defaultValue={place?.point?.lat ?? ''}
        />
        <TextField
          name="point/lon"
          label={t('longitude')}
          required={false}
          inputMode="decimal"
          defaultValue={place?.point?.lon ?? ''}
        />
      </div>
      {place && <ReasonField />}
    </WriteForm>
  )
}
