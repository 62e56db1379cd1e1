import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SignedInFrame } from '@/app/_pages/signed-in-frame'

export const metadata: Metadata = { robots: { index: false } }

/** One's own account, in the frame of the desk. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return <SignedInFrame>{children}</SignedInFrame>
}
