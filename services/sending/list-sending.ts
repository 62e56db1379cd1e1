import { countMailings, listTroubledMailings } from '@/db/repositories/mailings'
import { countSubscribers } from '@/db/repositories/subscribers'
import type { Crisis } from '@/domain/crisis/crisis'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { requireRole } from '@/services/require-role'

const mostTroubled = 50

/** How a crisis's editions go out by mail: counts, and the mails that did not go or may not have. No address is told. @throws ServiceError `forbidden` */
export async function listSending({ ctx, crisis }: { ctx: Context; crisis: Crisis }) {
  requireRole(ctx, crisis.id, 'administrator')
  return await asServiceErrors(async () => {
    const [subscribers, mailings, troubled] = await Promise.all([
      countSubscribers(ctx.db, crisis.id),
      countMailings(ctx.db, crisis.id),
      listTroubledMailings(ctx.db, crisis.id, mostTroubled),
    ])
    return { subscribers, mailings, troubled }
  })
}
