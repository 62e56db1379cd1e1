import { readReturnPath } from '@/app/unavailable/unavailable-page'

/** Where to go on to after signing in: a page of this site, or the desk where none is named. Not the sign-in page itself, which would go round. */
export function readNextPath(next: string | string[] | undefined): string {
  const path = typeof next === 'string' ? readReturnPath(next) : '/'
  return path === '/' || /^\/(sign-in|api)(\/|\?|$)/.test(path) ? '/admin' : path
}
