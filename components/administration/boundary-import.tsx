'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChoiceField, valueMeant } from '@/components/administration/choice-field'
import { FileText } from '@/components/administration/file-text'
import type { Option } from '@/components/administration/labelled'
import { sendWrite } from '@/components/administration/send-write'
import { textIn, WriteForm } from '@/components/administration/write-form'

interface Feature {
  index: number
  name: string
  positions: number
  place: { id: string; name: string } | null
  message: string | null
}

/** Attaches boundaries of a GeoJSON file to places: by P-code where the file has one, else by choice. */
export function BoundaryImport({ slug, places }: { slug: string; places: readonly Option[] }) {
  const t = useTranslations('administration')
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
    const choices: { feature: number; place: string }[] = []
    const fields: Record<string, string> = {}
    for (const { index, positions } of features ?? []) {
      const place = positions > 0 ? valueMeant(places, textIn(form, `feature-${index}`)) : null
      if (place === undefined) fields[`feature-${index}`] = t('chooseFromList')
      else if (place !== null) choices.push({ feature: index, place })
    }
    if (choices.length === 0 && Object.keys(fields).length === 0) return { fields: { general: t('chooseOnePlace') } }
    return Object.keys(fields).length > 0 ? { fields } : { body: { kind: 'boundaries', text, choices } }
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
                  <ChoiceField
                    name={`feature-${index}`}
                    label={name || t('unnamedBoundary', { number: index + 1 })}
                    hint={[t('positions', { count: positions }), message].filter(Boolean).join(' · ')}
                    options={places}
                    defaultValue={place?.id ?? null}
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
