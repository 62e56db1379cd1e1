import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'

type Options = (readonly [string, string])[]

/** Narrows the queue: by crisis, document, author, state. A form without scripts. */
export async function ReviewFilter({
  filter,
  crises,
  documents,
  authors,
}: {
  filter: Record<'crisis' | 'document' | 'author' | 'state', string | undefined>
  crises: Options
  documents: Options
  authors: Options
}) {
  const t = await getTranslations('review')
  const states = (['submitted', 'returned', 'withdrawn'] as const).map(
    (state) => [state, t(`states.${state}`)] as const,
  )
  return (
    <details className="mb-6 text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent">{t('filter')}</summary>
      <form action="/admin/review" className="mt-2 flex flex-wrap items-end gap-3">
        <Choice name="crisis" label={t('crisis')} value={filter.crisis} all={t('allCrises')} options={crises} />
        <Choice
          name="document"
          label={t('document')}
          value={filter.document}
          all={t('allDocuments')}
          options={documents}
        />
        <Choice name="author" label={t('author')} value={filter.author} all={t('everyone')} options={authors} />
        <Choice name="state" label={t('state')} value={filter.state} all={t('states.all')} options={states} />
        <button type="submit" className={`${buttonClass('plain')} min-h-11`}>
          {t('show')}
        </button>
      </form>
    </details>
  )
}

function Choice({
  name,
  label,
  value,
  all,
  options,
}: {
  name: string
  label: string
  value: string | undefined
  all: string
  options: Options
}) {
  return (
    <label className="min-w-0 max-w-full">
      <span className="mb-1 block text-muted">{label}</span>
      <select
        name={name}
        defaultValue={value ?? ''}
        className="min-h-11 w-52 max-w-full rounded-md border border-line bg-surface px-2 text-ink"
      >
        <option value="">{all}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
