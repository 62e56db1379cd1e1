import type { Queryable } from '@/db/client'
import { readKeys } from '@/db/repositories/read-keys'
import { readSitrep } from '@/db/repositories/write-editions'
import type { Dataset } from '@/domain/dataset/dataset'
import type { ComposeEdition, RenderEdition } from '@/domain/sitrep/edition'
import { parseProse } from '@/domain/sitrep/prose'
import { nothingWritten } from '@/domain/sitrep/written'
import { parseWhen } from '@/domain/time/local-time'
import { demoEditor, demoReviewer } from '@/scripts/demo/demo-people'
import type { Context } from '@/services/context'
import { publishEdition } from '@/services/publish-edition'

type DatasetSitrep = Dataset['sitreps'][number]

/** An edition to be published: a dataset's sitrep, or one of its errata. */
interface PlannedEdition {
  sitrep: DatasetSitrep
  edition: number
  publishedAt: string
  knownAt: string
  highlights: string[]
  overview: string | null
  erratum: { replaces: number; what: string; why: string } | null
}

/**
 * Publishes the sitreps of a dataset and their errata in the order of publication; those that are there already are left. Answers how many
 * were published.
 */
export async function publishDemoEditions({
  ctx,
  crisisId,
  dataset,
  compose,
  renderPdf,
}: {
  ctx: Context
  crisisId: string
  dataset: Dataset
  compose: ComposeEdition
  renderPdf: RenderEdition
}): Promise<number> {
  const idOf = await keyReader(ctx.db, crisisId)
  const { timeZone: zone, slug } = dataset.crisis
  const toInstant = (written: string) => parseWhen(written, zone).end
  let published = 0
  for (const planned of planEditions(dataset, toInstant)) {
    const { sitrep, edition, publishedAt, knownAt, highlights, overview, erratum } = planned
    const known = await readSitrep(ctx.db, crisisId, sitrep.number)
    if (known && known.editions >= edition) continue
    const expiresAt =
      sitrep.expiresHours === null
        ? null
        : new Date(Date.parse(publishedAt) + sitrep.expiresHours * 3_600_000).toISOString()
    await publishEdition({
      ctx: { ...ctx, actor: demoReviewer },
      input: {
        crisis: slug,
        asOf: toInstant(sitrep.asOf),
        knownAt,
        author: demoEditor,
        publishedAt,
        further: sitrep.further,
        request: {
          number: sitrep.number,
          kind: sitrep.kind,
          edition,
          period: { from: parseWhen(sitrep.periodFrom, zone).start, to: toInstant(sitrep.asOf) },
          nextIssue: sitrep.nextIssue === null ? null : toInstant(sitrep.nextIssue),
          expiresAt,
          written: {
            ...nothingWritten,
            highlights: highlights.map((text) => parseProse(text, idOf)),
            overview: overview === null ? [] : [{ kind: 'paragraph', content: parseProse(overview, idOf) }],
          },
          erratum,
          writtenIn: 'en',
        },
      },
      compose,
      renderPdf,
    })
    published += 1
  }
  return published
}

function planEditions({ sitreps }: Dataset, toInstant: (written: string) => string): PlannedEdition[] {
  return sitreps
    .flatMap((sitrep): PlannedEdition[] => [
      {
        sitrep,
        edition: 1,
        publishedAt: toInstant(sitrep.publishedAt),
        knownAt: toInstant(sitrep.knownAt),
        highlights: sitrep.highlights,
        overview: sitrep.overview,
        erratum: null,
      },
      ...sitrep.errata.map(({ publishedAt, knownAt, what, why, highlights, overview }, index) => ({
        sitrep,
        edition: index + 2,
        publishedAt: toInstant(publishedAt),
        knownAt: toInstant(knownAt),
        highlights: highlights ?? sitrep.highlights,
        overview: overview === undefined ? sitrep.overview : overview,
        erratum: { replaces: index + 1, what, why },
      })),
    ])
    .sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0))
}

async function keyReader(db: Queryable, crisisId: string) {
  const keys = await readKeys(db, crisisId)
  return (kind: 'figure' | 'note', key: string) => {
    const id = keys[kind].get(key)
    if (id === undefined) throw new Error(`A sitrep refers to the ${kind} "${key}", which was not loaded.`)
    return id
  }
}
