'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { FileText } from '@/components/administration/file-text'
import { PickerField } from '@/components/administration/picker-field'
import { sendWrite } from '@/components/administration/send-write'
import { textOrNull, WriteForm } from '@/components/administration/write-form'
import { isolateForeign } from '@/domain/wording/isolate'

interface Feature {
  index: number
  name: string
  positions: number
  place: { id: string; name: string } | null
  message: string | null
}

/** Attaches boundaries of a GeoJSON file to places: by P-code where the file has one, else by choice. */
export function BoundaryImport({ slug }: { slug: string }) {
  const t = useTranslations('administration')
  const locale = useLocale()
  const [text, setText] = useState('')
  const [features, setFeatures] = useState<Feature[] | null>(null)
  const [problem, setProblem] = useState('')
  const check = async (chosen: string) => {
    setFeatures(null)
    setProblem('')
    setText(chosen)
    const address = `/crises/${slug}/place-imports/check`
    const body = { kind: 'boundaries', text: chosen }
    const said = await sendWrite<{ features: Feature[] }>({ method: 'POST', address, body, key: crypto.randomUUID() })
    if ('answer' in said) setFeatures(said.answer.features)
    else setProblem(said.problem.detail || t('unreachable'))
  }
  const toBody = (form: FormData) => {
    const choices = (features ?? []).flatMap(({ index }) => {
      const place = textOrNull(form, `feature-${index}`)
      return place === null ? [] : [{ feature: index, place }]
    })
    if (choices.length === 0) return { fields: { general: t('chooseOnePlace') } }
    return { body: { kind: 'boundaries', text, choices } }
  }
  return (
    <div className="space-y-5">
      <FileText
        label={t('boundaryFile')}
        hint={t('boundaryFileHint')}
        accept=".geojson,.json,application/geo+json"
        onText={check}
      />
      <p role="alert" dir="auto" className="text-sm text-series-5 empty:hidden">
        {problem}
      </p>
      <p role="status" className="text-sm font-semibold empty:hidden">
        {features && t('boundariesFound', { count: features.length })}
      </p>
      {features && features.length > 0 && (
        <WriteForm
          write={{ method: 'POST', address: `/crises/${slug}/place-imports` }}
          toBody={toBody}
          submit={t('attachNow')}
          label={t('importBoundaries')}
        >
          <ul className="space-y-4">
            {features.map(({ index, name, positions, place, message }) => (
              <li key={index} className="border-s-2 border-line ps-4">
                {positions > 0 ? (
                  <PickerField
                    name={`feature-${index}`}
                    label={name || t('unnamedBoundary', { number: index + 1 })}
                    hint={[t('positions', { count: positions }), message && isolateForeign(message, locale)]
                      .filter(Boolean)
                      .join(' · ')}
                    kind="place"
                    among={{ crisis: slug }}
                    chosen={place}
                  />
                ) : (
                  <p className="text-sm">
                    {name || t('unnamedBoundary', { number: index + 1 })}: <bdi>{message}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </WriteForm>
      )}
    </div>
  )
}
