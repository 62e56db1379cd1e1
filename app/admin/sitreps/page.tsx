import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { ChangedNumbers, ClockLine, DraftList } from '@/components/sitrep-desk/desk-lists'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { MarkList, PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { marksOf } from '@/domain/sitrep/report-header'
import { makeWording } from '@/domain/wording/wording'
import { holdsRole } from '@/domain/workflow/actor'
import { readIndicators } from '@/services/read-crises'
import { readSitrepDesks, sitrepDeskRoles } from '@/services/sitreps/read-desk'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sitrepDesk')
  return { title: t('title') }
}

/** The reports of all crises one has a part in: the day's clock, what is being written, published numbers that changed. */
export default function SitrepDesksPage() {
  return forRoles(sitrepDeskRoles, undefined, async ({ ctx, signedIn }) => {
    const [{ desks, others }, codelist] = await orStandIn('/admin/sitreps', () =>
      Promise.all([readSitrepDesks({ ctx }), readIndicators({ ctx })]),
    )
    const t = await getTranslations('sitrepDesk')
    const now = ctx.now().toISOString()
    return (
      <>
        <PageHeading title={t('title')} subtitle={t('subtitle')} />
        {desks.length + others.length === 0 && <Empty>{t('noCrises')}</Empty>}
        <div className="space-y-12">
          {desks.map(({ crisis, clock, ofToday, open, changed, editions }) => {
            const wording = makeWording(ctx.locale, crisis, codelist)
            const path = `/admin/crises/${crisis.slug}/sitreps`
            const mayWrite = holdsRole(signedIn.actor, 'editor', crisis.id)
            return (
              <Section
                key={crisis.id}
                title={
                  <Link href={path} className="text-ink no-underline hover:underline">
                    {crisis.title}
                  </Link>
                }
              >
                <MarkList marks={marksOf(wording)} />
                <div className="mt-4 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
                  <div className="space-y-4">
                    <ClockLine clock={clock} ofToday={ofToday} now={now} wording={wording} />
                    <p className="flex flex-wrap gap-2">
                      {mayWrite && (
                        <Link
                          href={`${path}#new`}
                          className={buttonClass('plain')}
                          aria-label={`${t('new.title')}: ${crisis.title}`}
                        >
                          {t('new.title')}
                        </Link>
                      )}
                      <Link
                        href={path}
                        className={buttonClass('quiet')}
                        aria-label={`${t('allOf', { count: editions.length })}: ${crisis.title}`}
                      >
                        {t('allOf', { count: editions.length })}
                      </Link>
                    </p>
                  </div>
                  <div className="space-y-6">
                    <div>
                      <h3 className="mb-1 text-sm font-semibold">{t('drafts')}</h3>
                      {open.length > 0 ? (
                        <DraftList drafts={open} wording={wording} />
                      ) : (
                        <p className="text-sm text-muted">{t('noDrafts')}</p>
                      )}
                    </div>
                    {changed.length > 0 && (
                      <div>
                        <h3 className="mb-1 text-sm font-semibold">{t('changed.title')}</h3>
                        <ChangedNumbers changed={changed} crisis={crisis.slug} wording={wording} />
                      </div>
                    )}
                  </div>
                </div>
              </Section>
            )
          })}
          {others.length > 0 && (
            <Section title={t('others')} subtitle={t('othersHint')}>
              <ul className="divide-y divide-line border-y border-line text-sm">
                {others.map(({ id, slug, title }) => (
                  <li key={id}>
                    <Link href={`/admin/crises/${slug}/sitreps`} prefetch={false} className="inline-block py-3">
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </>
    )
  })
}
