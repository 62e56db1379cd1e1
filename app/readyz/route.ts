import { publicContext } from '@/app/_server/context'
import { responseOfError } from '@/app/_server/problem'
import { checkReadiness } from '@/services/check-readiness'

export const dynamic = 'force-dynamic'

/** Ready: the database answers and holds this release's schema; else 503 that says what is missing. */
export async function GET(): Promise<Response> {
  try {
    await checkReadiness({ ctx: publicContext() })
    return Response.json({ status: 'ready' }, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    return responseOfError(error)
  }
}
