import { makeOpenApi } from '@/app/api/v1/_contract/openapi'

/** The API's own description, OpenAPI 3.1. It changes with a release alone. */
export const GET = () => Response.json(makeOpenApi(), { headers: { 'Cache-Control': 'public, max-age=300' } })
