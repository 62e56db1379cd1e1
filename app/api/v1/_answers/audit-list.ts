import { forRequest, getAsker } from '@/app/_server/context'
import { invalidResponse, responseOfError } from '@/app/_server/problem'
import { checkQuery, readQueryValues } from '@/app/_server/read-request'
import { type ExportFormat, type ListRoute, readToTheEnd, toFile } from '@/app/api/v1/_answers/list-route'
import { operations } from '@/app/api/v1/_contract/operations'
import { type ActFilter, actColumns } from '@/domain/audit/listed-act'
import { makeTable } from '@/domain/export/table'
import { endOfDay, startOfDay } from '@/domain/time/local-time'
import { parseTime } from '@/domain/viewpoint/parse-viewpoint'
import { ServiceError } from '@/services/errors'
import { readActs } from '@/services/read-acts'

const ownHeaders = { 'Cache-Control': 'private, no-store' }

/** The acts of an address; days are days of UTC, the last one whole. */
export function actFilterOf({ person, action, crisis, from, to }: ActFilter): ActFilter {
  const instant = (text: string | undefined, edge: typeof startOfDay) =>
    text === undefined ? undefined : (parseTime(text, 'UTC', edge).instant ?? undefined)
  return { person, action, crisis, from: instant(from, startOfDay), to: instant(to, endOfDay) }
}

/** The audit log, for administrators: as JSON page by page, and as a file with all of it. Made anew for each, kept by nobody. */
function answer(format: ExportFormat | 'json'): ListRoute['GET'] {
  return (request) =>
    forRequest(request, async () => {
      try {
        const { ctx, signedIn } = await getAsker()
        if (!signedIn) throw new ServiceError('unauthenticated', 'Sign in to read the audit log.')
        const { query, problems } = checkQuery(readQueryValues(request), operations.audit.query)
        if (query === null) return invalidResponse(problems)
        const filter = actFilterOf(query)
        const read = (page: { limit: number; cursor: string | null }) => readActs({ ctx, filter, page })
        if (format === 'json') {
          const page = await read({ limit: query.limit, cursor: query.cursor ?? null })
          return Response.json(page, { headers: ownHeaders })
        }
        const acts = await readToTheEnd(read, query.cursor ?? null)
        const { body, headers } = await toFile(format, '', makeTable('audit', actColumns, acts))
        return new Response(body, { headers: { ...headers, ...ownHeaders } })
      } catch (error) {
        return responseOfError(error)
      }
    })
}

export const auditList: ListRoute = { GET: answer('json'), files: { csv: answer('csv'), xlsx: answer('xlsx') } }
