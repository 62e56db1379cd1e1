import { type CrisisTarget, targetObject } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { versionOperations } from '@/app/api/v1/_contract/write/review'
import type { Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import { holdsRole } from '@/domain/workflow/actor'
import { standingOf } from '@/domain/workflow/standing'
import { deskRoles, type Versioned } from '@/domain/workflow/waiting'
import { approveVersions } from '@/services/approve-versions'
import type { Context } from '@/services/context'
import { readDispute } from '@/services/read-disputes'
import { readFigure } from '@/services/read-figures'
import { readNote } from '@/services/read-notes'
import { readDisputeStory, readFigureStory, readNoteStory } from '@/services/read-versions'
import { returnVersion, submitVersion } from '@/services/return-version'
import { confirmWithdrawal, withdrawVersion } from '@/services/withdraw-version'

const stories = { figure: readFigureStory, note: readNoteStory, dispute: readDisputeStory }

type Look = Parameters<typeof targetObject>[1]

/** People of the desk may know of what nobody approved yet; others of what they can read. */
const lookFor =
  (read: Look): Look =>
  async (asked) => {
    const { actor } = asked.ctx
    if (actor && deskRoles.some((role) => holdsRole(actor, role, asked.crisis.id))) return
    await read(asked)
  }

/** How the address of a figure, note or dispute is found. */
export const versionTargets = {
  figure: targetObject('figure', lookFor(readFigure)),
  note: targetObject('note', lookFor(readNote)),
  dispute: targetObject('dispute', lookFor(readDispute)),
}

interface Asked {
  ctx: Context
  found: CrisisTarget
  params: Record<string, string>
}

/** The newest version as it stands now, for whoever came with an older one. */
export const currentOf =
  (kind: Versioned) =>
  async ({ ctx, found, params: { id = '' } }: Asked) =>
    standingOf<Figure | Note | Dispute>(await stories[kind]({ ctx, crisis: found.crisis, id }))?.version

/** The handlers of what is done with a version, the same for figures, notes and disputes. */
function routesOf(kind: Versioned) {
  const operations = versionOperations[kind]
  const find = versionTargets[kind]
  const current = { current: currentOf(kind) }
  const name = ({ found, params: { id = '' }, version }: Asked & { version: number }) => ({
    crisis: found.crisis.id,
    kind,
    id,
    version,
  })
  const stand = async (asked: Asked & { version: number }) => {
    const { crisis: _, kind: __, ...named } = name(asked)
    const told = await stories[kind]({ ctx: asked.ctx, crisis: asked.found.crisis, id: named.id })
    return { ...named, state: told.find((one) => one.version.version === named.version)?.version.state ?? 'approved' }
  }
  return {
    approve: {
      POST: writeRoute(
        operations.approve,
        find,
        async (asked) => {
          const { crisis, id, version } = name(asked)
          await approveVersions({ ctx: asked.ctx, input: { crisis, kind, versions: [{ id, version }] } })
          return await stand(asked)
        },
        current,
      ),
    },
    return: {
      POST: writeRoute(
        operations.return,
        find,
        async (asked) => {
          await returnVersion({ ctx: asked.ctx, input: { ...name(asked), ...asked.body } })
          return await stand(asked)
        },
        current,
      ),
    },
    submit: {
      POST: writeRoute(
        operations.submit,
        find,
        async (asked) => {
          await submitVersion({ ctx: asked.ctx, input: { ...name(asked), ...asked.body } })
          return await stand(asked)
        },
        current,
      ),
    },
    withdraw: {
      POST: writeRoute(
        operations.withdraw,
        find,
        async (asked) => {
          await withdrawVersion({ ctx: asked.ctx, input: { ...name(asked), ...asked.body } })
          return await stand(asked)
        },
        current,
      ),
    },
    confirmWithdrawal: {
      POST: writeRoute(
        operations.confirmWithdrawal,
        find,
        async (asked) => {
          await confirmWithdrawal({ ctx: asked.ctx, input: name(asked) })
          return await stand(asked)
        },
        current,
      ),
    },
  }
}

export const versionRoutes = { figure: routesOf('figure'), note: routesOf('note'), dispute: routesOf('dispute') }
