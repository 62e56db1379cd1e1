import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { ChangedNumbers, ClockLine, DraftList, EditionList } from '@/components/sitrep-desk/desk-lists'
import { NewSitrepForm } from '@/components/sitrep-desk/new-sitrep-form'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { makeWording } from '@/domain/wording/wording'
import { holdsRole } from '@/domain/workflow/actor'
import { readIndicators } from '@/services/read-crises'
import { readSitrepDesk, sitrepDeskRoles } from '@/services/sitreps/read-desk'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sitrepDesk')
  return { title: t('title') }
}

/** The reports of one crisis: its clock, what is being written, a new one, what is out and what of it changed. */
export default async function CrisisSitrepsPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  return administeredCrisis(
    slug,
    async ({ ctx, crisis }) => {
      const [{ clock, ofToday, open, changed, editions }, codelist] = await Promise.all([
        readSitrepDesk({ ctx, crisis }),
        readIndicators({ ctx }),
      ])
      const t = await getTranslations('sitrepDesk')
      const wording = makeWording(ctx.locale, crisis, codelist)
      const latest = editions.filter(({ supersededBy }) => supersededBy === null)
      return (
        <>
          <PageHeading title={t('title')} subtitle={crisis.title} />
          <div className="grid items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
            <div className="space-y-12">
              <Section title={t('clock.title')}>
                <ClockLine clock={clock} ofToday={ofToday} now={ctx.now().toISOString()} wording={wording} />
              </Section>
              <Section id="drafts" title={t('drafts')}>
                {open.length > 0 ? <DraftList drafts={open} wording={wording} /> : <Empty>{t('noDrafts')}</Empty>}
              </Section>
              <Section id="changed" title={t('changed.title')} subtitle={t('changed.subtitle')}>
                {changed.length > 0 ? (
                  <ChangedNumbers changed={changed} crisis={slug} wording={wording} />
                ) : (
                  <Empty>{t('changed.none')}</Empty>
                )}
                <p className="mt-2 text-sm">
                  <Link href={`/crises/${slug}/corrections`}>{t('changed.ledger')}</Link>
                </p>
              </Section>
            </div>
            <div className="space-y-12">
              {ctx.actor && holdsRole(ctx.actor, 'editor', crisis.id) && (
                <Section id="new" title={t('new.title')}>
                  <NewSitrepForm
                    crisis={slug}
                    timeZone={crisis.timeZone}
                    published={latest.map(({ number, kind }) => ({
                      number,
                      label: wording.words.report[kind](number),
                    }))}
                  />
                </Section>
              )}
              <Section id="published" title={t('published')}>
                {editions.length > 0 ? (
                  <EditionList editions={editions} crisis={slug} wording={wording} />
                ) : (
                  <Empty>{t('noEditions')}</Empty>
                )}
              </Section>
            </div>
          </div>
        </>
      )
    },
    sitrepDeskRoles,
  )
}
