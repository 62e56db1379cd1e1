import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskEntry } from '@/app/_pages/desk-entry'
import { forRoles } from '@/app/_pages/for-roles'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { findCrisis } from '@/app/_server/ask-crisis'
import { FactList } from '@/components/figures/fact-list'
import { listed } from '@/domain/wording/punctuation'
import { deskRoles } from '@/domain/workflow/waiting'
import { readNoteStory } from '@/services/read-versions'

interface Props {
  params: Promise<{ crisis: string; id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deskFigure')
  return { title: t('noteTitle') }
}

/** A note at the desk. */
export default async function DeskNotePage({ params }: Props) {
  const { crisis: slug, id } = await params
  const path = `/admin/crises/${slug}/notes/${id}`
  const found = await orStandIn(path, () => findCrisis(slug))
  return await forRoles(deskRoles, found.crisis.id, async ({ ctx: { locale }, signedIn }) => {
    const stories = await orStandIn(path, () => readNoteStory({ ...found, id }))
    const [t, tKinds] = await Promise.all([getTranslations('review'), getTranslations('entry.note.kinds')])
    return (
      <DeskEntry
        noun="note"
        found={found}
        signedIn={signedIn}
        stories={stories}
        titleOf={({ text }) => text}
        facts={({ kind, saidBy, speaker, places }) => (
          <FactList
            facts={[
              { name: t('kind'), value: tKinds(kind) },
              { name: t('fields.saidBy'), value: listed(locale, [saidBy.name, speaker]) },
              {
                name: t('fields.places'),
                value: listed(
                  locale,
                  places.map(({ name }) => name),
                ),
              },
            ]}
          />
        )}
        publicHref={`/crises/${slug}/documents/${stories[0]?.version.citations[0]?.document.id}`}
      />
    )
  })
}
