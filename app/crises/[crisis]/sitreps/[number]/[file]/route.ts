import { findCrisis } from '@/app/_server/ask-crisis'
import { forRequest } from '@/app/_server/context'
import { problemResponse, responseOfError } from '@/app/_server/problem'
import { readEditionFile } from '@/services/read-edition-file'

/** The PDF of an edition in a language, `edition-2-ru.pdf`: an address that names all of it, for those who keep addresses. It never changes. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ crisis: string; number: string; file: string }> },
): Promise<Response> {
  const { crisis: slug, number, file } = await params
  return await forRequest(_, async () => {
    try {
      const { ctx, crisis } = await findCrisis(slug)
      const pdf = await readEditionFile({ ctx, crisis, number, file })
      if (!pdf) return problemResponse({ status: 404, title: 'Not found', detail: 'There is no such edition.' })
      const cached = ctx.actor ? 'private, no-store' : 'public, max-age=0, must-revalidate'
      return new Response(new Uint8Array(pdf), {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="${slug}-sitrep-${number}-${file}"`,
          'cache-control': cached,
          vary: 'Cookie',
        },
      })
    } catch (error) {
      return responseOfError(error)
    }
  })
}
