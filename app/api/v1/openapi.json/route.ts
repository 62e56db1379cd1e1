import { invalidResponse, responseOfError } from '@/app/_server/problem'
import { checkQuery, readQueryValues } from '@/app/_server/read-request'
import { makeOpenApi } from '@/app/api/v1/_contract/openapi'
import { noQuery } from '@/app/api/v1/_contract/query'

let description: string | undefined

/** The API's own description, OpenAPI 3.1. It changes with a release alone, so it is made once. */
export function GET(request: Request): Response {
  try {
    const { problems } = checkQuery(readQueryValues(request), noQuery)
    if (problems.length > 0) return invalidResponse(problems)
    description ??= JSON.stringify(makeOpenApi())
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' }
    return new Response(description, { headers })
  } catch (error) {
    return responseOfError(error)
  }
}
