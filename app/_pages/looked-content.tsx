import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { toEntryCrisis } from '@/app/_pages/load-entry-crisis'
import { citationsOf } from '@/app/_pages/waiting-words'
import { findCrisis } from '@/app/_server/ask-crisis'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { FactList } from '@/components/figures/fact-list'
import { figureTitle } from '@/components/figures/figure-row'
import { DocumentPane } from '@/components/review/document-pane'
import { ReviewedFigureView } from '@/components/review/reviewed-figure'
import { SeenBesideCurrent } from '@/components/review/seen-beside-current'
import { Section } from '@/components/ui/section'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Figure } from '@/domain/figure/figure'
import type { Wording } from '@/domain/wording/wording'
import { knownOf } from '@/domain/workflow/standing'
import type { Waiting } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { readCitedDocuments, readReviewedFigure } from '@/services/read-reviewed'
import { readDisputeStory, readNoteStory } from '@/services/read-versions'

interface Props {
  item: Waiting
  wording: Wording
}

/** What a second pair of eyes looks at: the entry beside its documents, and beside what it would replace. */
export async function LookedContent({ item, wording }: Props) {
  const slug = item.crisis?.slug
  const found = slug === undefined ? null : await findCrisis(slug)
  const documents = found ? await readCitedDocuments({ ...found, citations: citationsOf(item) }) : []
  if (item.kind === 'figure' && found) {
    const reviewed = await readReviewedFigure({ ...found, id: item.id })
    return <ReviewedFigureView reviewed={reviewed} documents={documents} wording={wording} />
  }
  return (
    <div className="grid gap-10 xl:grid-cols-2">
      <div className="space-y-10">
        {found && <Replaced item={item} found={found} wording={wording} />}
        <FactList facts={await factsOf({ item, wording })} />
      </div>
      <DocumentPane documents={documents} />
    </div>
  )
}

/** What is known of a note or dispute now, beside what is to replace it. */
async function Replaced({ item, found, wording }: Props & { found: { ctx: Context; crisis: Crisis } }) {
  const t = await getTranslations('review')
  if (item.kind !== 'note' && item.kind !== 'dispute') return null
  const seen =
    item.kind === 'note'
      ? { noun: item.kind, content: knownOf(await readNoteStory({ ...found, id: item.id }))?.version }
      : { noun: item.kind, content: knownOf(await readDisputeStory({ ...found, id: item.id }))?.version }
  const { content } = seen
  if (!content || content.version === item.version) return null
  return (
    <Section title={t('replaces', { version: content.version })}>
      <EntryCrisisProvider crisis={toEntryCrisis(wording)}>
        <SeenBesideCurrent
          seen={{ ...seen, content } as Parameters<typeof SeenBesideCurrent>[0]['seen']}
          current={item.kind === 'note' ? item.note : item.dispute}
          headings={{ left: t('oldVersion'), right: t('newVersion') }}
        />
      </EntryCrisisProvider>
    </Section>
  )
}

async function factsOf({ item, wording }: Props) {
  const t = await getTranslations('review')
  const tRules = await getTranslations('figure.decisionRules')
  const figureFact = (name: string, figure: Figure | null) => {
    const href = `/admin/crises/${item.crisis?.slug}/figures/${figure?.id}`
    return figure ? [{ name, value: <Link href={href}>{figureTitle(figure, wording)}</Link> }] : []
  }
  switch (item.kind) {
    case 'note':
      return [{ name: t('noteText'), value: item.note.text }]
    case 'dispute':
      return [
        ...figureFact(t('disputed'), item.disputed),
        { name: t('disputeWords'), value: item.dispute.words },
        { name: t('aspect'), value: t(`aspects.${item.dispute.aspect}`) },
      ]
    case 'resolution':
      return [
        ...figureFact(t(item.ofStatement ? 'chosenOfStatement' : 'chosen'), item.figure),
        { name: t('decisionRule'), value: tRules(item.rule) },
      ]
    case 'grade': {
      const { name, reliability: from } = item.source
      return [{ name, value: t('gradeFromTo', { from, to: item.reliability }) }]
    }
    case 'withdrawal':
      return [
        ...figureFact(t('kinds.figure'), item.figure),
        { name: t('noteText'), value: item.note?.text ?? null },
        { name: t('disputeWords'), value: item.dispute?.words ?? null },
      ]
    default:
      return []
  }
}
