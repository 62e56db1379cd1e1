import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DraftDeskWithPages } from '@/app/_pages/draft-desk'
import { forRoles } from '@/app/_pages/for-roles'
import { loadDraft } from '@/app/_pages/load-draft'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { requireSession } from '@/app/_pages/require-session'
import { PageHeading } from '@/components/ui/page-heading'
import { sitrepDeskRoles } from '@/services/sitreps/read-desk'
import { crisisOfDraft } from '@/services/sitreps/require-draft'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sitrepDesk')
  return { title: t('draft') }
}

/** Where a sitrep is written, approved and published. */
export default async function DraftPage({ params }: Props) {
  const { id } = await params
  const path = `/admin/sitreps/${id}`
  const { ctx } = await requireSession()
  const crisis = await orStandIn(path, () => crisisOfDraft(ctx, id))
  return forRoles(sitrepDeskRoles, crisis.id, async ({ signedIn }) => {
    const { title, asOfText, marks, sources, draft, crisis, ...loaded } = await orStandIn(path, () => loadDraft(id))
    const t = await getTranslations('sitrepDesk')
    const { timeZone, cutOff, languages, slug } = crisis
    return (
      <>
        <PageHeading
          title={draft.edition > 1 ? t('editionTitle', { title, edition: draft.edition }) : title}
          subtitle={`${crisis.title} · ${asOfText}`}
          marks={marks}
        />
        <DraftDeskWithPages
          {...loaded}
          draft={draft}
          crisis={{ timeZone, cutOff, languages }}
          userId={signedIn.userId}
          editionHref={`/crises/${slug}/sitreps/${draft.number}?edition=${draft.edition}`}
          listHref={`/admin/crises/${slug}/sitreps`}
          settingsHref={`/admin/crises/${slug}/settings`}
        />
        {sources}
      </>
    )
  })
}
