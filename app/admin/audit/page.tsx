import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { actFilter } from '@/app/_pages/act-filter'
import { actHref } from '@/app/_pages/act-href'
import { forRoles } from '@/app/_pages/for-roles'
import { minuteText } from '@/app/_pages/moment-text'
import { orStandIn } from '@/app/_pages/or-stand-in'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { ActDetails } from '@/components/administration/act-details'
import { FilterForm } from '@/components/forms/filter-form'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { holdsRole } from '@/domain/workflow/actor'
import { readActs, readActVocabulary, readChainHead, verifyChain } from '@/services/read-acts'
import { readCrises } from '@/services/read-crises'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

const perPage = 50

/** Who did what, when, on what, with what stood before and after. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<PageSearchParams> }) {
  const query = await searchParams
  return forRoles(['administrator'], undefined, async ({ ctx, signedIn }) => {
    const { filter, values, cursor, isChecking } = actFilter(query)
    const isForAll = holdsRole(signedIn.actor, 'administrator', null)
    const [t, page, vocabulary, head, crises, check] = await orStandIn('/admin/audit', () =>
      Promise.all([
        getTranslations('audit'),
        readActs({ ctx, filter, page: { limit: perPage, cursor } }),
        readActVocabulary({ ctx }),
        readChainHead({ ctx }),
        readCrises({ ctx }),
        isChecking && isForAll ? verifyChain({ ctx }) : null,
      ]),
    )
    const own = crises.filter(({ crisis }) => holdsRole(signedIn.actor, 'administrator', crisis.id))
    const search = new URLSearchParams(values)
    const withCursor = (next: string) => `/admin/audit?${new URLSearchParams({ ...values, cursor: next })}`
    const words = {
      before: t('before'),
      after: t('after'),
      nothing: t('nothing'),
      yes: t('yes'),
      no: t('no'),
    }
    const sayAction = (action: string) => {
      const key = action as 'change-crisis'
      return t.has(`actions.${key}`) ? t(`actions.${key}`) : action
    }
    return (
      <>
        <PageHeading title={t('title')} subtitle={t('subtitle')}>
          <a href={`/api/v1/audit.csv${search.size > 0 ? `?${search}` : ''}`} download className={buttonClass('plain')}>
            {t('csv')}
          </a>
        </PageHeading>
        <FilterForm
          // New values of the address are shown in the fields.
          key={search.toString()}
          action="/admin/audit"
          className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-6"
        >
          <Choice name="person" label={t('person')} all={t('everybody')} value={values.person}>
            {vocabulary.people.map(({ id, name }) => ({ value: id, label: name }))}
          </Choice>
          <Choice name="action" label={t('action')} all={t('everything')} value={values.action}>
            {vocabulary.actions.map((action) => ({ value: action, label: sayAction(action) }))}
          </Choice>
          <Choice name="crisis" label={t('crisis')} all={t('everywhere')} value={values.crisis}>
            {own.map(({ crisis }) => ({ value: crisis.slug, label: crisis.title }))}
          </Choice>
          <Day name="from" label={t('from')} value={values.from} />
          <Day name="to" label={t('to')} value={values.to} />
          <button type="submit" className={`${buttonClass('plain')} min-h-11!`}>
            {t('filter')}
          </button>
        </FilterForm>
        <div className="mt-8 space-y-10">
          {page.items.length === 0 ? (
            <Empty>{t('empty')}</Empty>
          ) : (
            <table className="cards-on-phone w-full border-collapse text-sm">
              <caption className="sr-only">{t('title')}</caption>
              <thead>
                <tr className="border-b border-ink text-xs text-muted">
                  {[t('when'), t('who'), t('what'), t('details')].map((heading) => (
                    <th key={heading} scope="col" className="px-3 py-2 text-start font-semibold first:ps-0 last:pe-0">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {page.items.map((act) => {
                  const href = actHref(act)
                  return (
                    <tr key={act.seq} className="border-b border-line align-baseline">
                      <td data-label={t('when')} className="py-2 pe-3 whitespace-nowrap tabular-nums">
                        {minuteText(ctx.locale, act.at)}
                        <span className="block text-xs text-muted">{t('row', { seq: act.seq })}</span>
                      </td>
                      <td data-label={t('who')} className="px-3 py-2">
                        {act.actor.name}
                      </td>
                      <td data-label={t('what')} className="px-3 py-2">
                        {href ? <Link href={href}>{sayAction(act.action)}</Link> : sayAction(act.action)}
                        <span className="block text-xs break-words text-muted">
                          {[act.crisis?.title, act.subject.split(':')[0]].filter(Boolean).join(' · ')}
                        </span>
                      </td>
                      <td
                        data-label={t('details')}
                        data-empty={hasDetails(act) ? undefined : ''}
                        className="w-1/2 py-2 ps-3"
                      >
                        <ActDetails
                          details={act.details}
                          words={words}
                          desk={act.crisis && `/admin/crises/${act.crisis.slug}`}
                        />
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          )}
          <Pager
            label={t('pages')}
            text={t('shown', { count: page.items.length })}
            previous={
              cursor === null
                ? null
                : { href: `/admin/audit${search.size > 0 ? `?${search}` : ''}`, label: t('newest') }
            }
            next={page.nextCursor === null ? null : { href: withCursor(page.nextCursor), label: t('older') }}
          />
          <Section id="chain" title={t('chain')} subtitle={t('chainHint')}>
            <p className="text-sm">
              {t('head', { count: head.seq })} <code className="break-all">{head.hash}</code>
            </p>
            {check && (
              <p role="status" className="mt-2 border-s-4 border-accent bg-surface px-4 py-3 text-sm">
                {check.broken ? check.broken.message : t('whole', { count: check.rows })}
              </p>
            )}
            {isForAll && (
              <form action="/admin/audit" className="mt-3">
                <input type="hidden" name="check" value="chain" />
                <button type="submit" className={`${buttonClass('plain')} min-h-11!`}>
                  {t('check')}
                </button>
              </form>
            )}
          </Section>
        </div>
      </>
    )
  })
}

const hasDetails = ({ details }: { details: unknown }) =>
  typeof details !== 'object' || details === null || Object.keys(details).length > 0

function Choice({
  name,
  label,
  all,
  value,
  children,
}: {
  name: string
  label: string
  all: string
  value: string | undefined
  children: { value: string; label: string }[]
}) {
  return (
    <label className="text-sm font-medium">
      {label}
      <select name={name} defaultValue={value ?? ''} className="field mt-1 min-h-11!">
        <option value="">{all}</option>
        {children.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label className="text-sm font-medium">
      {label}
      <input type="date" name={name} defaultValue={value ?? ''} className="field mt-1 min-h-11!" />
    </label>
  )
}
