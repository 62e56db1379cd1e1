import { ServiceError } from '@/services/errors'

/**
 * Refuses a change of something that has changed since the person saw it. `seen`: the version they saw.
 * @throws ServiceError `conflict`
 */
export function requireVersion({ version }: { version: number }, seen: number): void {
  if (version === seen) return
  throw new ServiceError('conflict', `Version ${version} stands by now: look at it before you change it.`)
}
