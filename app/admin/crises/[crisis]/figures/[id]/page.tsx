import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { toEntryCrisis } from '@/app/_pages/load-entry-crisis'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { versionActsOf } from '@/app/_pages/version-acts'
import { findCrisis } from '@/app/_server/ask-crisis'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { DisputeList } from '@/components/figures/dispute-list'
import { figureTitle } from '@/components/figures/figure-row'
import { FigureActs, type FigureActsView } from '@/components/review/figure-acts'
import { ReviewedFigureView } from '@/components/review/reviewed-figure'
import { VersionStory } from '@/components/review/version-story'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Figure } from '@/domain/figure/figure'
import { marksOf } from '@/domain/sitrep/report-header'
import { makeWording, momentText, type Wording } from '@/domain/wording/wording'
import { type Actor, holdsRole, type Role } from '@/domain/workflow/actor'
import type { ReviewedFigure } from '@/domain/workflow/reviewed'
import { knownOf } from '@/domain/workflow/standing'
import { deskRoles, type Story } from '@/domain/workflow/waiting'
import { readIndicators } from '@/services/read-crises'
import { readCitedDocuments, readReviewedFigure } from '@/services/read-reviewed'
import { readFigureStory } from '@/services/read-versions'
import { listIndependences } from '@/services/record-independence'

interface Props {
  params: Promise<{ crisis: string; id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deskFigure')
  return { title: t('title') }
}

/** A figure at the desk: its whole story with names, and what may be done: correct, withdraw, check, decide, record independence. */
export default async function DeskFigurePage({ params }: Props) {
  const { crisis: slug, id } = await params
  const path = `/admin/crises/${slug}/figures/${id}`
  const found = await orStandIn(path, () => findCrisis(slug))
  return await forRoles(deskRoles, found.crisis.id, async ({ signedIn }) => {
    const { ctx, crisis } = found
    const [stories, reviewed, independences, indicators, t] = await orStandIn(path, () =>
      Promise.all([
        readFigureStory({ ctx, crisis, id }),
        readReviewedFigure({ ctx, crisis, id }),
        listIndependences({ ctx, crisis }),
        readIndicators({ ctx }),
        getTranslations('deskFigure'),
      ]),
    )
    const documents = await readCitedDocuments({ ctx, crisis, citations: reviewed.figure.citations })
    const wording = makeWording(ctx.locale, crisis, indicators)
    const newest = stories.at(-1)
    const isWaiting = newest?.version.state === 'submitted' || newest?.version.state === 'returned'
    return (
      <>
        <PageHeading
          title={figureTitle(reviewed.figure, wording)}
          subtitle={[reviewed.figure.claimant.name, crisis.title, newest && t(`states.${newest.version.state}`)]
            .filter(Boolean)
            .join(' · ')}
          marks={marksOf(wording)}
        >
          {isWaiting && (
            <Link
              href={`/admin/review?crisis=${slug}&item=figure:${id}:${newest.version.version}`}
              className={buttonClass('primary')}
            >
              {t('openReview')}
            </Link>
          )}
          <Link href={`/crises/${slug}/figures/${id}`} className={buttonClass('plain')}>
            {t('public')}
          </Link>
        </PageHeading>
        <div className="grid gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div className="min-w-0 space-y-12">
            <Section id="story" title={t('story')} subtitle={t('storySubtitle')}>
              <VersionStory stories={stories} titleOf={(version) => figureTitle(version, wording)} wording={wording} />
            </Section>
            {reviewed.figure.disputes.length > 0 && (
              <Section id="disputes" title={t('disputes')}>
                <DisputeList disputes={reviewed.figure.disputes} wording={wording} isOfDesk />
              </Section>
            )}
            <ReviewedFigureView reviewed={reviewed} documents={documents} wording={wording} isNarrow />
          </div>
          <Section id="act" title={t('act')} className="lg:order-none max-lg:order-first">
            <EntryCrisisProvider crisis={toEntryCrisis(wording)}>
              <FigureActs
                userId={signedIn.userId}
                view={actsOf(signedIn.actor, {
                  stories,
                  reviewed,
                  wording,
                  check: checkText(reviewed.figure, wording, t),
                  independences,
                })}
              />
            </EntryCrisisProvider>
          </Section>
        </div>
      </>
    )
  })
}

type Words = Awaited<ReturnType<typeof getTranslations<'deskFigure'>>>

const checkText = ({ officeCheck }: Figure, wording: Wording, t: Words) =>
  officeCheck &&
  t('checkHolds', { method: officeCheck.method, by: officeCheck.by, when: momentText(wording, officeCheck.at) })

interface Ground {
  stories: Story<Figure>[]
  reviewed: ReviewedFigure
  wording: Wording
  check: string | null
  independences: Awaited<ReturnType<typeof listIndependences>>
}

/** What the person's roles and the figure's state allow. The services check each once more. */
function actsOf(actor: Actor, { stories, reviewed, wording, check, independences }: Ground): FigureActsView {
  const { crisis } = wording
  const holds = (role: Role) => holdsRole(actor, role, crisis.id)
  const { figure, headline } = reviewed
  const { isLive, ...acts } = versionActsOf(actor, { noun: 'figure', crisis, stories })
  const names = new Map(headline.positions.map(({ claimant }) => [claimant.id, claimant.name]))
  const { id, name } = figure.claimant
  names.set(id, name)
  const own = independences.filter(({ a, b }) => (a === id || b === id) && names.has(a) && names.has(b))
  const others = [...names].filter(([other]) => other !== id && !own.some(({ a, b }) => a === other || b === other))
  return {
    ...acts,
    crisis: crisis.slug,
    id: figure.id,
    mayCheck: isLive && holds('reviewer'),
    check,
    mayResolve: knownOf(stories) !== undefined && holds('editor'),
    hasDifferingRelays: headline.findings.some(({ code }) => code === 'relays-differ'),
    claimant: { id, name },
    others: holds('reviewer') ? others.map(([other, name]) => ({ id: other, name })) : [],
    independences: own.map((one) => ({
      id: one.id,
      text: `${names.get(one.a)}, ${names.get(one.b)}: ${one.reason}`,
      mayWithdraw: holds('reviewer') && !one.isOfAll,
    })),
  }
}
