import { type NextRequest, NextResponse } from 'next/server'
import { localeCookie, localeHeader, localeOf, readLocale } from '@/app/_i18n/locale-of'
import { isDevelopment } from '@/config/env'

/**
 * Sets the content security policy, with a nonce of its own for every request. Next reads the nonce from the request's
 * policy for its own scripts; pages read it from `x-nonce`. Tells pages in `x-path` at what address they are asked, to lead back to it
 * after signing in, and in `x-locale` in which language; one that an address asks for is kept for the pages after it. The API's policy, without a nonce, stands in next.config.mjs. Rights are never checked here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const locale = localeOf(request.nextUrl, request.cookies.get(localeCookie)?.value)
  headers.set(localeHeader, locale)
  const response = NextResponse.next({ request: { headers } })
  const isPage = request.headers.get('accept')?.includes('text/html') && !request.nextUrl.pathname.includes('/charts/')
  if (isPage && readLocale(request.nextUrl.searchParams.get('lang')) === locale) {
    response.cookies.set(localeCookie, locale, { path: '/', maxAge: 31_536_000, sameSite: 'lax' })
  }
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: ['/((?!_next/static/|api/).*)'] }

function contentSecurityPolicy(nonce: string, path: string): string {
  // React's development build explains errors by eval.
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment() ? " 'unsafe-eval'" : ''}`
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Static SVG and Recharts position by style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${path.startsWith('/embed/') ? '*' : "'none'"}`,
  ].join('; ')
}
