import { createHash } from 'node:crypto'
import { findCrisis } from '@/app/_server/ask-crisis'
import { forRequest } from '@/app/_server/context'
import { isNamedBy } from '@/app/_server/etag'
import { invalidResponse, responseOfError } from '@/app/_server/problem'
import { checkQuery, readQueryValues } from '@/app/_server/read-request'
import { noQuery } from '@/app/api/v1/_contract/query'
import type { Feed } from '@/domain/feed/feed'
import { writeAtom } from '@/formats/feed/write-atom'
import { writeJsonFeed } from '@/formats/feed/write-json-feed'

const formats = {
  'feed.atom': { type: 'application/atom+xml', write: writeAtom },
  'feed.json': { type: 'application/feed+json', write: writeJsonFeed },
}
export type FeedFile = keyof typeof formats

/** A handler of a feed of a crisis in one format, for whoever asks: what is new stands in it as soon as it is known. */
export function feedRoute(file: FeedFile, makeFeed: (slug: string, file: FeedFile) => Promise<Feed>) {
  const { type, write } = formats[file]
  return async (request: Request, { params }: { params: Promise<{ crisis: string }> }): Promise<Response> => {
    const { crisis: slug } = await params
    return await forRequest(request, async () => {
      try {
        const { problems } = checkQuery(readQueryValues(request), noQuery)
        if (problems.length > 0) return invalidResponse(problems)
        const { ctx } = await findCrisis(slug)
        const body = write(await makeFeed(slug, file))
        const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
        const headers: Record<string, string> = ctx.actor
          ? { 'cache-control': 'private, no-store' }
          : { etag: `"${tag}"`, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'Cookie' }
        if (!ctx.actor && isNamedBy(tag, request.headers.get('if-none-match')))
          return new Response(null, { status: 304, headers })
        return new Response(body, { headers: { ...headers, 'content-type': `${type}; charset=utf-8` } })
      } catch (error) {
        return responseOfError(error)
      }
    })
  }
}
