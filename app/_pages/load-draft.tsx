import type { ReactNode } from 'react'
import { findCrisis } from '@/app/_server/ask-crisis'
import { getContext } from '@/app/_server/context'
import { readSliceAgain } from '@/app/_server/public-slices'
import { SourceList } from '@/components/citations/source-list'
import { SitrepBlock } from '@/components/sitrep/sitrep-block'
import type { ChartModel } from '@/domain/chart/chart-model'
import { drawnWidths } from '@/domain/chart/layout/chart-layout'
import { type SectionKey, sectionKeys } from '@/domain/sitrep/section-keys'
import { nothingWritten, sectors } from '@/domain/sitrep/written'
import { findLoadedWords } from '@/domain/wording/loaded-words'
import { makeWording } from '@/domain/wording/wording'
import { holdsRole } from '@/domain/workflow/actor'
import { renderChartSvg } from '@/formats/svg/chart-svg'
import { composeForDesk } from '@/services/sitreps/compose-for-desk'
import { readDraft } from '@/services/sitreps/write-draft'

/** Sections in which nothing but what people write stands. */
const writtenAlone: readonly SectionKey[] = ['highlights', 'overview', 'needs']

/** A draft as its page shows it: with all that is composed of its viewpoint. @throws ServiceError `not-found`, `forbidden`, `unavailable` */
export async function loadDraft(id: string) {
  const { draft } = await readDraft({ ctx: await getContext(), id })
  const { ctx, crisis } = await findCrisis(draft.crisis)
  const { content } = draft
  const { sitrep } = await composeForDesk({
    ctx,
    draft,
    content: { ...content, written: nothingWritten, leftOut: [] },
    findLoadedWords,
    readSlice: (asked) => readSliceAgain(ctx, asked),
  })
  const automatic: Partial<Record<SectionKey, ReactNode>> = {}
  for (const { key, blocks } of sitrep.sections) {
    if (writtenAlone.includes(key)) continue
    automatic[key] = blocks.map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a section have no identity but their place
      <SitrepBlock key={index} block={block} drawChart={(chart) => <StillChart key={chart.key} chart={chart} />} />
    ))
  }
  const { words } = makeWording(content.languages[0] ?? 'en', crisis, [])
  const isAuthor = crisis.fourEyes && draft.authors.some((author) => author.id === ctx.actor?.id)
  const holds = (role: 'editor' | 'reviewer') => ctx.actor !== null && holdsRole(ctx.actor, role, crisis.id)
  return {
    draft,
    crisis,
    title: sitrep.header.kindText,
    asOfText: sitrep.header.asOfText,
    marks: sitrep.header.marks,
    automatic,
    sources: <SourceList sources={sitrep.sources} crisis={crisis.slug} heading={sitrep.sourcesHeading} />,
    headings: Object.fromEntries(sectionKeys.map((key) => [key, words.sections[key]])) as Record<SectionKey, string>,
    sectorNames: Object.fromEntries(sectors.map((key) => [key, words.sectors[key]])) as typeof words.sectors,
    rights: { mayWrite: holds('editor'), mayApprove: holds('editor') || holds('reviewer'), isAuthor },
  }
}

/** A chart as it will stand in the report, without what a reader explores it by. */
function StillChart({ chart }: { chart: ChartModel }) {
  const svg = renderChartSvg(chart, { width: drawnWidths.narrow, theme: 'screen', idPrefix: `desk-${chart.key}` })
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{chart.title}</figcaption>
      <div
        role="img"
        aria-label={chart.alt}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by this project's own renderer
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </figure>
  )
}
