import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { type Asker, getAsker } from '@/app/_server/context'
import type { SignedIn } from '@/services/accounts/read-actor'

/** Who is signed in at this browser; everybody else is led to sign in, and from there back to this page. */
export async function requireSession(): Promise<Asker & { signedIn: SignedIn }> {
  const path = (await headers()).get('x-path') ?? '/admin'
  const { ctx, signedIn } = await orStandIn(path, getAsker)
  if (signedIn?.via !== 'session') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return { ctx, signedIn }
}
