import { cache } from 'react'
import type { Context } from '@/services/context'
import { ledgerConnection } from '@/services/ledger-connection'

/**
 * Who asks, and for what they are cleared. Nobody signs in yet: every request is an anonymous member of the public, answered in English.
 * One context per request, so that all of a page is computed for one moment.
 */
export const getContext = cache(async (): Promise<Context> => {
  const now = new Date()
  return { db: ledgerConnection().db, actor: null, audience: 'public', locale: 'en', now: () => now }
})
