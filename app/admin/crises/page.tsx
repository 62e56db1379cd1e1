import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { timeZones } from '@/app/_pages/ground-options'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { CrisisForm } from '@/components/administration/crisis-form'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { holdsRole } from '@/domain/workflow/actor'
import { readCrises } from '@/services/read-crises'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('heading') }
}

/** The crises one administers, what serves all of them, and a new one. */
export default function AdministrationPage() {
  return forRoles(['administrator'], undefined, async ({ ctx, signedIn }) => {
    const t = await getTranslations('administration')
    const active = await orStandIn('/admin/crises', () => readCrises({ ctx }))
    const own = active.filter(({ crisis }) => holdsRole(signedIn.actor, 'administrator', crisis.id))
    const isForAll = holdsRole(signedIn.actor, 'administrator', null)
    return (
      <>
        <PageHeading title={t('heading')} subtitle={t('subtitle')}>
          {isForAll && (
            <>
              <Link href="/admin/sources" className={buttonClass('plain')}>
                {t('sharedSources')}
              </Link>
              <Link href="/admin/codelist" className={buttonClass('plain')}>
                {t('codelist')}
              </Link>
            </>
          )}
        </PageHeading>
        <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Section title={t('crises')}>
            {own.length === 0 && <Empty>{t('noCrises')}</Empty>}
            <ul className="divide-y divide-line border-y border-line">
              {own.map(({ crisis }) => (
                <li key={crisis.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
                  <div>
                    <Link href={`/admin/crises/${crisis.slug}`} className="font-semibold">
                      {crisis.title}
                    </Link>
                    <p className="text-xs text-muted">
                      {[
                        crisis.timeZone,
                        t('since', { day: crisis.startDay }),
                        crisis.exercise && t('exercise'),
                        crisis.reconstruction && t('reconstruction'),
                        !crisis.fourEyes && t('fourEyesIsOff'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <Link href={`/crises/${crisis.slug}`} className="text-sm">
                    {t('publicPage')}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
          {isForAll && (
            <Section title={t('newCrisis')} subtitle={t('newCrisisHint')}>
              <CrisisForm zones={timeZones()} />
            </Section>
          )}
        </div>
      </>
    )
  })
}
