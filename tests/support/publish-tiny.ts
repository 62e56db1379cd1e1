import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import type { DraftContent } from '@/domain/sitrep/draft'
import type { Actor } from '@/domain/workflow/actor'
import { readCrisis } from '@/services/read-crises'
import { approveDraft, requestApproval } from '@/services/sitreps/approve-draft'
import type { Renderers } from '@/services/sitreps/freeze-edition'
import { finishPublishing, pressPublish } from '@/services/sitreps/publish-draft'
import { beginErratum, createDraft, saveDraft } from '@/services/sitreps/write-draft'
import { editor, type OpenLedger } from '@/tests/support/open-ledger'

const second: Actor = { id: 'second', name: 'second', roles: [{ role: 'editor', crisis: null }] }

/** A stand-in for the PDF that names its content as a real one does. */
export const quickRenderers: Renderers = {
  compose: composeSitrep,
  renderPdf: async (_, { contentHash }) => new TextEncoder().encode(`%PDF-1.7 ${contentHash}`),
}

const viewpoint = { asOf: '2023-09-21T20:00:00.000Z', knownAt: '2023-09-21T20:00:00.000Z' }

/** Publishes a sitrep of the tiny crisis now, by two people; the next edition of a number where `mends` names it. */
export async function publishTiny(
  ledger: Pick<OpenLedger, 'as'>,
  {
    change = {},
    mends,
    renderers = quickRenderers,
    slug = 'tiny',
  }: { change?: Partial<DraftContent>; mends?: number; renderers?: Renderers; slug?: string } = {},
) {
  const ctx = ledger.as(editor)
  const crisis = await readCrisis({ ctx, slug })
  const begun = mends
    ? await beginErratum({ ctx, crisis, input: { number: mends, what: 'A number.', why: 'It was misread.' } })
    : await createDraft({ ctx, crisis, input: { kind: 'situation-report', ...viewpoint } })
  const input = { draft: begun.id, version: begun.version, content: { ...begun.content, ...change } }
  const { id: draft, version } = await saveDraft({ ctx, input })
  await requestApproval({ ctx, input: { draft, version } })
  await approveDraft({ ctx: ledger.as(second), input: { draft, version } })
  await pressPublish({ ctx, input: { draft, version } })
  const edition = await finishPublishing({ ctx, draft, ...renderers })
  if (!edition) throw new Error('The edition was not published.')
  return edition
}
