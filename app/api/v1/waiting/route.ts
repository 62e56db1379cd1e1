import { wholeLedgerTarget } from '@/app/_server/find-target'
import { ownRoute } from '@/app/_server/own-route'
import { deskOperations } from '@/app/api/v1/_contract/desk-operations'
import { listWaiting } from '@/services/read-waiting'

export const GET = ownRoute(deskOperations.waiting, wholeLedgerTarget, ({ ctx, query, page }) => {
  const { crisis, kind, state, document, author } = query
  return listWaiting({ ctx, filter: { crisis, kind, state, document, author }, page })
})
