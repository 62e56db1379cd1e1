import { isMigrated } from '@/db/migration-state'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'

/** Returns when the database answers and holds this release's schema. @throws ServiceError `unavailable` that says what is missing */
export async function checkReadiness({ ctx }: { ctx: Context }): Promise<void> {
  await asServiceErrors(async () => {
    if (await isMigrated(ctx.db)) return
    throw new ServiceError('unavailable', 'The database lacks migrations of this release: run "npm run db:migrate".')
  })
}
