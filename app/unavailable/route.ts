import { localeOf, localeOfCookies } from '@/app/_i18n/locale-of'
import { wordsOf } from '@/app/_i18n/words'
import { publicContext } from '@/app/_server/context'
import { readReturnPath, renderUnavailablePage } from '@/app/unavailable/unavailable-page'
import { checkReadiness } from '@/services/check-readiness'
import { ServiceError } from '@/services/errors'

/**
 * Where a page leads that could not reach the ledger: 503 with a sentence, and back to the page (`from`) as soon as the ledger answers.
 */
export async function GET(request: Request): Promise<Response> {
  const from = readReturnPath(new URL(request.url).searchParams.get('from'))
  try {
    await checkReadiness({ ctx: publicContext() })
    return new Response(null, { status: 307, headers: { location: from, 'cache-control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    // In the language of the page that was wanted, whose address may name it.
    const cookie = localeOfCookies(request.headers.get('cookie')) ?? undefined
    const locale = localeOf(new URL(from, request.url), cookie)
    const nonce = request.headers.get('x-nonce') ?? ''
    return new Response(renderUnavailablePage({ from, nonce, locale, words: await wordsOf(locale) }), {
      status: 503,
      headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '10', 'cache-control': 'no-store' },
    })
  }
}
