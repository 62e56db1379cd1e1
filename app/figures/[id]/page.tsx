import { permanentRedirect } from 'next/navigation'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { getContext } from '@/app/_server/context'
import { readCrisisOf } from '@/services/read-crises'

/** The short address of a figure, as it is cited: leads to its page within its crisis. */
export default async function FigureAddress({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const ctx = await getContext()
  const { slug } = await orStandIn(`/figures/${id}`, () => readCrisisOf({ ctx, noun: 'figure', id }))
  permanentRedirect(`/crises/${slug}/figures/${id}`)
}
