'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/account/text-field'
import { FileText } from '@/components/administration/file-text'
import { CheckField } from '@/components/administration/labelled'
import { sendWrite } from '@/components/administration/send-write'
import { textIn, WriteForm } from '@/components/administration/write-form'
import { isolateForeign } from '@/domain/wording/isolate'
import { listed } from '@/domain/wording/punctuation'

interface Checked {
  counts: { new: number; changed: number; same: number; bad: number }
  bad: { line: number; message: string }[]
  matches: {
    line: number
    outcome: 'new' | 'changed' | 'same'
    row: { pcode: string | null; level: string; names: { name: string }[] }
    notices: string[]
  }[]
}

const mostShown = 200

/** Imports a P-code list: the file is checked first, and shown line by line; then it goes in as one batch. */
export function PlaceImport({ slug }: { slug: string }) {
  const t = useTranslations('administration')
  const locale = useLocale()
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problem, setProblem] = useState('')
  const check = async (chosen: string) => {
    setChecked(null)
    setProblem('')
    setText(chosen)
    const address = `/crises/${slug}/place-imports/check`
    const body = { kind: 'places', text: chosen }
    const said = await sendWrite<Checked>({ method: 'POST', address, body, key: crypto.randomUUID() })
    if ('answer' in said) setChecked(said.answer)
    else setProblem(said.problem.detail || t('unreachable'))
  }
  const hasNews = checked !== null && checked.counts.new + checked.counts.changed > 0
  return (
    <div className="space-y-5">
      <FileText label={t('pcodeFile')} hint={t('pcodeFileHint')} accept=".csv,.txt,.tsv,text/csv" onText={check} />
      <p role="alert" dir="auto" className="text-sm text-series-5 empty:hidden">
        {problem}
      </p>
      <div role="status">{checked && <p className="text-sm font-semibold">{t('importCounts', checked.counts)}</p>}</div>
      {checked && checked.bad.length > 0 && (
        <div>
          <h3 className="text-sm font-semibold">{t('badLines')}</h3>
          <ul className="mt-1 list-disc space-y-0.5 ps-5 text-sm">
            {checked.bad.slice(0, mostShown).map(({ line, message }) => (
              <li key={`${line} ${message}`}>{t('lineSays', { line, message: isolateForeign(message, locale) })}</li>
            ))}
          </ul>
        </div>
      )}
      {checked && checked.matches.length > 0 && <ImportTable matches={checked.matches} />}
      {hasNews && (
        <WriteForm
          write={{ method: 'POST', address: `/crises/${slug}/place-imports` }}
          toBody={(form) => ({
            body: { kind: 'places', text, usedBy: textIn(form, 'usedBy'), skipBad: form.has('skipBad') },
          })}
          submit={t('importNow')}
          onDone={() => check(text)}
          label={t('importPlaces')}
        >
          <TextField name="usedBy" label={t('usedBy')} hint={t('usedByHint')} defaultValue="international" />
          {checked.counts.bad > 0 && <CheckField name="skipBad" label={t('skipBad')} />}
        </WriteForm>
      )}
    </div>
  )
}

function ImportTable({ matches }: Pick<Checked, 'matches'>) {
  const t = useTranslations('administration')
  const locale = useLocale()
  const tOutcomes = useTranslations('administration.outcomes')
  const tLevels = useTranslations('administration.levels')
  // What changes something stands first.
  const order = ['changed', 'new', 'same']
  const sorted = matches.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.line - b.line)
  return (
    <section
      aria-label={t('importPreview')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
      className="max-h-96 overflow-y-auto border-y border-line"
    >
      <table className="cards-on-phone w-full border-collapse text-sm">
        <caption className="sr-only">{t('importPreview')}</caption>
        <thead>
          <tr className="border-b border-ink text-xs text-muted">
            {[t('line'), t('outcome'), t('pcode'), t('name'), t('level'), t('toKnow')].map((heading) => (
              <th key={heading} scope="col" className="px-3 py-2 text-start font-semibold">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, mostShown).map(({ line, outcome, row, notices }) => (
            <tr key={line} className="border-b border-line align-baseline">
              <td data-label={t('line')} className="px-3 py-1.5 tabular-nums">
                {line}
              </td>
              <td
                data-label={t('outcome')}
                className={`px-3 py-1.5 ${outcome === 'same' ? 'text-muted' : 'font-semibold'}`}
              >
                {tOutcomes(outcome)}
              </td>
              <td data-label={t('pcode')} className="px-3 py-1.5">
                {row.pcode ?? t('none')}
              </td>
              <td data-label={t('name')} className="px-3 py-1.5">
                {listed(
                  locale,
                  row.names.map(({ name }) => name),
                )}
              </td>
              <td data-label={t('level')} className="px-3 py-1.5">
                {tLevels(row.level as 'country')}
              </td>
              <td
                data-label={t('toKnow')}
                data-empty={notices.length === 0 ? '' : undefined}
                className="px-3 py-1.5 text-xs text-muted"
              >
                <bdi>{notices.join(' ')}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {matches.length > mostShown && (
        <p className="px-3 py-2 text-xs text-muted">{t('moreLines', { count: matches.length - mostShown })}</p>
      )}
    </section>
  )
}
