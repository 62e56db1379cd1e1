import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { toEntryCrisis } from '@/app/_pages/load-entry-crisis'
import { versionActsOf } from '@/app/_pages/version-acts'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { DocumentPane } from '@/components/review/document-pane'
import { EntryActs } from '@/components/review/version-acts'
import { VersionStory } from '@/components/review/version-story'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Dispute } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import { marksOf } from '@/domain/sitrep/report-header'
import { makeWording } from '@/domain/wording/wording'
import { standingOf } from '@/domain/workflow/standing'
import type { Story } from '@/domain/workflow/waiting'
import type { SignedIn } from '@/services/accounts/read-actor'
import type { Context } from '@/services/context'
import { readIndicators } from '@/services/read-crises'
import { readCitedDocuments } from '@/services/read-reviewed'

interface Props<Content> {
  noun: 'note' | 'dispute'
  found: { ctx: Context; crisis: Crisis }
  signedIn: SignedIn
  stories: Story<Content>[]
  titleOf: (content: Content) => string
  /** How the entry was coded. */
  facts: (content: Content) => ReactNode
  /** Where the public reads it. */
  publicHref: string
}

/** A note or dispute at the desk: its whole story with names, beside its documents, and what may be done: correct, withdraw, confirm. */
export async function DeskEntry<Content extends Note | Dispute>(props: Props<Content>) {
  const { noun, found, signedIn, stories, titleOf, facts, publicHref } = props
  const { ctx, crisis } = found
  const t = await getTranslations('deskFigure')
  const wording = makeWording(ctx.locale, crisis, await readIndicators({ ctx }))
  const newest = stories.at(-1)
  const content = (standingOf(stories) ?? newest)?.version
  if (!content || !newest) return null
  const documents = await readCitedDocuments({ ctx, crisis, citations: content.citations })
  const { state, version } = newest.version
  return (
    <>
      <PageHeading
        title={titleOf(content)}
        subtitle={[t(`nouns.${noun}`), crisis.title, t(`states.${state}`)].join(' · ')}
        marks={marksOf(wording)}
      >
        {(state === 'submitted' || state === 'returned') && (
          <Link
            href={`/admin/review?crisis=${crisis.slug}&item=${noun}:${content.id}:${version}`}
            className={buttonClass('primary')}
          >
            {t('openReview')}
          </Link>
        )}
        <Link href={publicHref} className={buttonClass('plain')}>
          {t('public')}
        </Link>
      </PageHeading>
      <div className="grid gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="min-w-0 space-y-12">
          <Section id="entry" title={t('entry')}>
            {facts(content)}
          </Section>
          <Section id="story" title={t('story')} subtitle={t('storySubtitle')}>
            <VersionStory stories={stories} titleOf={titleOf} wording={wording} />
          </Section>
          <Section id="documents" title={t('documents')}>
            <DocumentPane documents={documents} />
          </Section>
        </div>
        <Section id="act" title={t('act')} className="max-lg:order-first">
          <EntryCrisisProvider crisis={toEntryCrisis(wording)}>
            <EntryActs userId={signedIn.userId} view={versionActsOf(signedIn.actor, { noun, crisis, stories })} />
          </EntryCrisisProvider>
        </Section>
      </div>
    </>
  )
}
