import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FilterField } from '@/components/forms/filter-field'
import { FilterForm } from '@/components/forms/filter-form'
import { buttonClass } from '@/components/ui/button'
import { ProblemList } from '@/components/ui/problem-list'

export interface FilterOption {
  value: string
  label: string
}

/** One select of the filter: the parameter of the address it sets, and what may be chosen. */
export interface FilterChoice {
  name: string
  label: string
  value: string
  options: FilterOption[]
}

/** What the filter bar shows: composed by the page from the address, the crisis and its ledger. */
export interface FilterView {
  /** Path of the page that is filtered. */
  action: string
  asOfText: string
  knownAtText: string
  days: { asOf: string; knownAt: string; from: string; to: string }
  choices: FilterChoice[]
  /** What is set, with the address that lets go of it. */
  chips: { label: string; href: string }[]
  previousDay: { label: string; href: string } | null
  nextDay: { label: string; href: string } | null
  /** Parameters that are kept as they are (the sort order of a table). */
  kept: { name: string; value: string }[]
  problems: { pointer: string; message: string }[]
}

/** The one filter of a crisis's pages: viewpoint, period, indicator, population, place, claimant. All of it is in the address. */
export function FilterBar({ view }: { view: FilterView }) {
  const t = useTranslations('filter')
  return (
    <div className="no-print mb-8">
      <ProblemList title={t('problems', { count: view.problems.length })} problems={view.problems} />
      <FilterForm action={view.action} className="rounded-lg border border-line bg-surface text-sm">
        <details className="sheet group">
          <summary className="flex list-none items-center gap-x-6 px-4 py-3">
            <span className="flex flex-wrap gap-x-6 gap-y-1">
              <Moment label={t('asOf')} text={view.asOfText} />
              <Moment label={t('knownAt')} text={view.knownAtText} />
            </span>
            <span className="ms-auto shrink-0 rounded-md border border-line px-3 py-1.5 font-medium text-accent group-open:z-40">
              <span className="group-open:hidden">{t('open')}</span>
              <span className="hidden group-open:inline">{t('close')}</span>
              {view.chips.length > 0 && (
                <span
                  className="ms-1.5 rounded-full bg-accent-wash px-2 py-0.5 text-xs"
                  title={t('active', { count: view.chips.length })}
                >
                  {view.chips.length}
                </span>
              )}
            </span>
          </summary>
          <div className="sheet-panel border-t border-line p-4">
            <FilterFields view={view} />
          </div>
        </details>
      </FilterForm>
      <FilterChips view={view} />
    </div>
  )
}

function Moment({ label, text }: { label: string; text: string }) {
  return (
    <span>
      <span className="me-1.5 text-muted">{label}</span>
      <span className="font-semibold">{text}</span>
    </span>
  )
}

function FilterFields({ view }: { view: FilterView }) {
  const t = useTranslations('filter')
  return (
    <>
      {view.kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid grid-cols-2 gap-x-4 gap-y-4 lg:grid-cols-4">
        <FilterField label={t('asOf')} hint={t('asOfHint')}>
          {(id, describedBy) => (
            <input
              id={id}
              type="date"
              name="asOf"
              defaultValue={view.days.asOf}
              aria-describedby={describedBy}
              className="field"
            />
          )}
        </FilterField>
        <FilterField label={t('knownAt')} hint={t('knownAtHint')}>
          {(id, describedBy) => (
            <input
              id={id}
              type="date"
              name="knownAt"
              defaultValue={view.days.knownAt}
              aria-describedby={describedBy}
              className="field"
            />
          )}
        </FilterField>
        <FilterField label={t('from')}>
          {(id) => <input id={id} type="date" name="from" defaultValue={view.days.from} className="field" />}
        </FilterField>
        <FilterField label={t('to')}>
          {(id) => <input id={id} type="date" name="to" defaultValue={view.days.to} className="field" />}
        </FilterField>
        {view.choices.map((choice) => (
          <FilterField key={choice.name} label={choice.label}>
            {(id) => (
              <select id={id} name={choice.name} defaultValue={choice.value} className="field">
                <option value="">{t('any')}</option>
                {choice.options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </FilterField>
        ))}
      </div>
      <div className="mt-5 flex flex-wrap gap-2 max-md:sticky max-md:-bottom-4 max-md:-mx-4 max-md:-mb-4 max-md:border-t max-md:border-line max-md:bg-surface max-md:px-4 max-md:py-3">
        <button type="submit" className={buttonClass('primary')}>
          {t('apply')}
        </button>
        <Link href={view.action} prefetch={false} className={buttonClass('plain')}>
          {t('clear')}
        </Link>
      </div>
    </>
  )
}

function FilterChips({ view }: { view: FilterView }) {
  const t = useTranslations('filter')
  const { previousDay, nextDay, chips } = view
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {previousDay && (
        <Link href={previousDay.href} prefetch={false} scroll={false} className="py-1 no-underline hover:underline">
          <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
            ←
          </span>{' '}
          {previousDay.label}
        </Link>
      )}
      {nextDay && (
        <Link href={nextDay.href} prefetch={false} scroll={false} className="py-1 no-underline hover:underline">
          {nextDay.label}{' '}
          <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
            →
          </span>
        </Link>
      )}
      {chips.map(({ label, href }) => (
        <Link
          key={label}
          href={href}
          prefetch={false}
          scroll={false}
          className="inline-flex items-center gap-1.5 rounded-full border border-line bg-surface px-3 py-1 text-xs text-ink no-underline hover:border-accent"
        >
          {label}
          <span aria-hidden="true">×</span>
        </Link>
      ))}
      {chips.length > 0 && (
        <Link href={view.action} prefetch={false} scroll={false} className="py-1 text-xs">
          {t('clear')}
        </Link>
      )}
    </div>
  )
}
