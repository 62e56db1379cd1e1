import { permanentRedirect } from 'next/navigation'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { getContext } from '@/app/_server/context'
import { readCrisisOf } from '@/services/read-crises'
import { readFigure } from '@/services/read-figures'

/** The short address of a figure, as it is cited: leads to its page within its crisis; 404 where the reader may not know of it. */
export default async function FigureAddress({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const ctx = await getContext()
  const { slug } = await orStandIn(`/figures/${id}`, async () => {
    const crisis = await readCrisisOf({ ctx, noun: 'figure', id })
    const now = ctx.now().toISOString()
    const viewpoint = { asOf: now, knownAt: now, audience: ctx.audience, locale: ctx.locale }
    await readFigure({ ctx, crisis, viewpoint, id })
    return crisis
  })
  permanentRedirect(`/crises/${slug}/figures/${id}`)
}
