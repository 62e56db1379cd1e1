'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { Field } from '@/components/entry/field'
import { useDescribedBy } from '@/components/entry/remark'
import { readTypedTime, typeTime } from '@/domain/time/read-typed-time'

interface TimeFieldProps {
  id: string
  label: string
  value: string
  /** The day a clock time alone is of. */
  day: string | null
  /** What holds where nothing is typed. */
  otherwise?: string | undefined
  error?: string | undefined
  onChange: (value: string) => void
  /** Beside the field. */
  children?: ReactNode
}

/** A time as people type it, in the crisis's zone; below it how it was read. */
export function TimeField({ id, label, value, day, otherwise, error, onChange, children }: TimeFieldProps) {
  const t = useTranslations('entry.time')
  const { timeZone } = useEntryCrisis()
  const described = useDescribedBy()
  const read = value.trim() === '' ? null : readTypedTime(value, timeZone, day)
  const how = read
    ? t('read', { time: typeTime(read, timeZone), precision: t(`precisions.${read.precision}`) })
    : t('hint')
  return (
    <Field id={id} label={label} aside={value.trim() === '' && otherwise ? otherwise : how} error={error}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <input
          id={id}
          type="text"
          autoComplete="off"
          value={value}
          aria-invalid={error !== undefined || (value.trim() !== '' && !read) || undefined}
          aria-describedby={described(id, { hint: true, error: error !== undefined })}
          onChange={({ target }) => onChange(target.value)}
          className="field min-w-36 !w-auto flex-1"
        />
        {children}
      </div>
    </Field>
  )
}
