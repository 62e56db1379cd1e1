'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Option } from '@/components/administration/labelled'
import { OrderedList } from '@/components/administration/ordered-list'
import { type PolicyRow, PolicyTable } from '@/components/administration/policy-table'
import { sendWrite } from '@/components/administration/send-write'
import { ReasonField } from '@/components/administration/settings-form'
import { textIn, WriteForm } from '@/components/administration/write-form'
import { type HeadlinePolicy, headlineRules } from '@/domain/crisis/crisis'

/** By which rules headlines are chosen, with what each would show the public now, side by side, as the order is changed. */
export function PolicyForm({
  slug,
  version,
  policy,
  sources,
}: {
  slug: string
  version: number
  policy: HeadlinePolicy
  sources: readonly Option[]
}) {
  const t = useTranslations('administration')
  const tRules = useTranslations('administration.rules')
  const [rules, setRules] = useState<string[]>(policy.rules)
  const [preferredSources, setPreferred] = useState<string[]>(policy.preferredSources)
  const preview = usePreview(slug, { rules, preferredSources })
  return (
    <WriteForm
      write={{ method: 'PATCH', address: `/crises/${slug}`, version }}
      toBody={(form) => ({ body: { policy: { rules, preferredSources }, reason: textIn(form, 'reason') } })}
      submit={t('savePolicy')}
      label={t('policy')}
    >
      <div className="grid gap-6 md:grid-cols-2">
        <OrderedList
          label={t('rulesInOrder')}
          hint={t('rulesHint')}
          options={headlineRules.map((rule) => ({ value: rule, label: tRules(rule) }))}
          value={rules}
          onChange={setRules}
          addLabel={t('addRule')}
        />
        <OrderedList
          label={t('preferredSources')}
          hint={t('preferredSourcesHint')}
          options={sources}
          value={preferredSources}
          onChange={setPreferred}
          addLabel={t('addSource')}
        />
      </div>
      <div>
        <h3 className="text-sm font-semibold">{t('previewTitle')}</h3>
        <p className="mb-3 text-xs text-muted">{t('previewHint')}</p>
        <PolicyTable rows={preview} />
      </div>
      <ReasonField />
    </WriteForm>
  )
}

/** What the policy would show, asked anew when it stays as it is for a moment; the last answer stands meanwhile. */
function usePreview(
  slug: string,
  policy: { rules: string[]; preferredSources: string[] },
): PolicyRow[] | 'away' | null {
  const [rows, setRows] = useState<PolicyRow[] | 'away' | null>(null)
  const asked = JSON.stringify({ policy })
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(async () => {
      const body: unknown = JSON.parse(asked)
      const address = `/crises/${slug}/policy-preview`
      const said = await sendWrite<{ items: PolicyRow[] }>({ method: 'POST', address, body, key: crypto.randomUUID() })
      if (!isWanted) return
      if ('answer' in said) setRows(said.answer.items)
      else if (said.problem.status !== 422) setRows('away')
    }, 250)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [slug, asked])
  return rows
}
