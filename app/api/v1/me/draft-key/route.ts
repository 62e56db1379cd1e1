import { forRequest, getAsker } from '@/app/_server/context'
import { invalidResponse, responseOfError } from '@/app/_server/problem'
import { checkQuery, readQueryValues } from '@/app/_server/read-request'
import { operations } from '@/app/api/v1/_contract/operations'
import { draftKeyOf } from '@/services/draft-key'
import { ServiceError } from '@/services/errors'

/** The key of the person's own drafts: for the browser they are signed in with, and never for a program. */
export function GET(request: Request): Promise<Response> {
  return forRequest(request, async () => {
    try {
      const { problems } = checkQuery(readQueryValues(request), operations.draftKey.query)
      if (problems.length > 0) return invalidResponse(problems)
      const { ctx, signedIn } = await getAsker()
      if (signedIn?.via === 'api-key')
        throw new ServiceError('forbidden', 'Draft keys are for browsers, not for API keys.')
      const answer = { userId: signedIn?.userId, key: await draftKeyOf(ctx) }
      return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
    } catch (error) {
      return responseOfError(error)
    }
  })
}
