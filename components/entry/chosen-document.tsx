'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { Field } from '@/components/entry/field'
import type { DeskDocument } from '@/components/entry/panel'
import { Picker } from '@/components/entry/picker'
import type { DocumentDetail } from '@/domain/document/listed-document'
import { typeTime } from '@/domain/time/read-typed-time'

/** A form for a document that is chosen in it. */
export function ChosenDocument({ children }: { children: (document: DeskDocument) => ReactNode }) {
  const t = useTranslations('entry')
  const { timeZone } = useEntryCrisis()
  const [document, setDocument] = useState<DeskDocument | null>(null)
  const [error, setError] = useState<string>()
  const choose = async (id: string) => {
    setError(undefined)
    const response = await fetch(`/api/v1/documents/${id}`, { cache: 'no-store' }).catch(() => null)
    if (!response?.ok) return setError(t('noDocument'))
    const {
      title,
      publisher,
      publishedAt: at,
      publishedPrecision,
      language,
      text,
    }: DocumentDetail = await response.json()
    const published = at && typeTime({ start: at, end: at, precision: publishedPrecision ?? 'minute' }, timeZone)
    setDocument({ id, title, publisher, publishedAt: at, publishedPrecision, language, text, published })
  }
  return (
    <div className="space-y-4">
      <div className="max-w-3xl">
        <Field id="document" label={t('documentLabel')} aside={t('documentHint')} error={error}>
          <Picker
            id="document"
            kind="document"
            shown={document?.title ?? ''}
            placeholder={t('figure.search')}
            describedBy="document-hint"
            isInvalid={error !== undefined}
            onPick={({ id }) => void choose(id)}
            onClear={() => setDocument(null)}
          />
        </Field>
      </div>
      {document && children(document)}
    </div>
  )
}
