import { findCrisis, readerOf } from '@/app/_server/ask-crisis'
import { getContext } from '@/app/_server/context'
import type { Target } from '@/app/_server/write-route'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import type { Context } from '@/services/context'
import { noSuchObject } from '@/services/no-such-object'
import { readCrisisOf } from '@/services/read-crises'
import { lookAtGround, readOwner } from '@/services/read-ground'

/** What a write is about that belongs to a crisis. */
export interface CrisisTarget extends Target {
  crisis: Crisis
}

/** An address with `{crisis}`: everybody may know of a crisis. @throws ServiceError `not-found` */
export async function targetCrisis({ crisis = '' }: Record<string, string>): Promise<CrisisTarget> {
  return { crisis: (await findCrisis(crisis)).crisis }
}

type ReadObject = (asked: { ctx: Context; crisis: Crisis; viewpoint: Viewpoint; id: string }) => Promise<unknown>

/** An address with an object's `{id}`; `read` tells whether someone without a role may know of it. @throws ServiceError `not-found` */
export function targetObject(noun: Parameters<typeof readCrisisOf>[0]['noun'], read: ReadObject) {
  return async ({ id = '' }: Record<string, string>): Promise<CrisisTarget> => {
    const crisis = await readCrisisOf({ ctx: await getContext(), noun, id })
    const look = (ctx: Context) => {
      const { now, ...reader } = readerOf(ctx)
      return read({ ctx, crisis, viewpoint: { asOf: now, knownAt: now, ...reader }, id })
    }
    return { crisis, look }
  }
}

/** An address with the `{id}` of a source or place: of the crisis it was entered for, or of all. @throws ServiceError `not-found` */
export function targetGround(noun: 'source' | 'place') {
  return async ({ id = '' }: Record<string, string>): Promise<Target> => {
    const crisis = await readOwner({ ctx: await getContext(), noun, id })
    if (!crisis) return { crisis }
    const look = (ctx: Context) => {
      const { now, ...reader } = readerOf(ctx)
      return lookAtGround({ ctx, crisis, viewpoint: { asOf: now, knownAt: now, ...reader }, noun, id })
    }
    return { crisis, look }
  }
}

/** An address of what only people of the desk know of: to anybody else it is not there. @throws ServiceError `not-found` */
export function targetOfDesk(noun: Parameters<typeof readCrisisOf>[0]['noun']) {
  return targetObject(noun, async ({ id }) => {
    throw noSuchObject(noun, id)
  })
}

/** An address about no one crisis. */
export const wholeLedgerTarget = async (): Promise<Target> => ({ crisis: null })
