import { getContext } from '@/app/_server/context'
import type { CrisisTarget } from '@/app/_server/find-target'
import { noSuchObject } from '@/services/no-such-object'
import { crisisOfDraft } from '@/services/sitreps/require-draft'
import { readDraft } from '@/services/sitreps/write-draft'

/** An address with a draft's `{id}`: whoever has no part in it may not know of it. @throws ServiceError `not-found` */
export async function targetDraft({ id = '' }: Record<string, string>): Promise<CrisisTarget> {
  const crisis = await crisisOfDraft(await getContext(), id)
  const look = async (ctx: Parameters<typeof readDraft>[0]['ctx']) => {
    await readDraft({ ctx, id }).catch(() => {
      throw noSuchObject('sitrep', id)
    })
  }
  return { crisis, look }
}

/** What stands now of a draft, for whoever saved an older version. */
export async function currentDraft({
  ctx,
  params,
}: {
  ctx: Parameters<typeof readDraft>[0]['ctx']
  params: Record<string, string>
}) {
  return (await readDraft({ ctx, id: params.id ?? '' })).draft
}
