'use client'

import { SignOutGuard } from '@/components/drafts/sign-out-guard'

/** Ends the session. One that is gone already is left all the same. `failed`: what to say where the server cannot be reached. */
export function SignOut({ failed }: { failed: string }) {
  const signOut = async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/api/auth/sign-out', { method: 'POST', headers, body: '{}' }).catch(() => null)
    if (response === null || (!response.ok && response.status !== 401)) throw new Error(failed)
  }
  return <SignOutGuard signOut={signOut} then="/sign-in" />
}
