import { NextResponse } from 'next/server'
import { readReturnPath } from '@/app/unavailable/unavailable-page'

/** Keeps the theme a reader chose, and leads back to where they were. For browsers without JavaScript; with it the switch sets the cookie. */
export async function POST(request: Request): Promise<Response> {
  const choice = (await request.formData().catch(() => null))?.get('theme')
  const referrer = request.headers.get('referer')
  const from = referrer && URL.canParse(referrer) ? new URL(referrer) : null
  // The page that asks may be of another site: what its address holds leads nowhere else.
  const back = readReturnPath(from && from.pathname + from.search)
  const response = new NextResponse(null, { status: 303, headers: { location: back } })
  if (choice === 'dark' || choice === 'light') {
    response.cookies.set('theme', choice, { path: '/', maxAge: 31_536_000, sameSite: 'lax' })
  }
  return response
}
