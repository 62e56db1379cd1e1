'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { SelectField } from '@/components/administration/labelled'
import { NamesField, namesIn } from '@/components/administration/names-field'
import { type Among, PickerField } from '@/components/administration/picker-field'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, textOrNull, WriteForm } from '@/components/administration/write-form'
import type { AdministeredSource } from '@/domain/crisis/administered'
import { datasetSourceSchema } from '@/domain/dataset/dataset'
import type { Named } from '@/domain/entry/figure-fields'

const kinds = datasetSourceSchema.shape.kind.options

/** Changes a source, or (null) adds one at `address`. */
export function SourceForm({
  source,
  address,
  among,
  parent,
}: {
  source: AdministeredSource | null
  address: string
  /** Where its parent is searched. */
  among: Among
  parent: Named | null
}) {
  const t = useTranslations('administration')
  const tKinds = useTranslations('sourceKinds')
  const toBody = (form: FormData) => {
    const fields = {
      names: namesIn(form, false),
      kind: textIn(form, 'kind'),
      party: textOrNull(form, 'party'),
      parent: textOrNull(form, 'parent'),
    }
    return { body: source ? { ...fields, reason: textIn(form, 'reason') } : fields }
  }
  return (
    <WriteForm
      write={source ? { method: 'PATCH', address, version: source.version } : { method: 'POST', address }}
      toBody={toBody}
      submit={source ? t('save') : t('addSourceNow')}
      look={source ? 'plain' : 'primary'}
      onDone={(_, form) => source ?? form.reset()}
    >
      <NamesField names={source?.names ?? [{ name: '', language: 'en' }]} isUsageAsked={false} />
      <SelectField
        name="kind"
        label={t('kind')}
        options={kinds.map((kind) => ({ value: kind, label: tKinds(kind) }))}
        defaultValue={source?.kind ?? 'media'}
      />
      <PickerField
        name="parent"
        label={t('sourceParent')}
        hint={t('sourceParentHint')}
        kind="source"
        among={among}
        except={source?.id}
        chosen={parent}
      />
      <TextField
        name="party"
        label={t('party')}
        hint={t('partyHint')}
        required={false}
        defaultValue={source?.party ?? ''}
      />
      {source && <ReasonField />}
    </WriteForm>
  )
}
