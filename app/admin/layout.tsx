import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SignedInFrame } from '@/app/_pages/signed-in-frame'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  const name = `${t('admin.nav.desk')} · ${t('site.name')}`
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false } }
}

/** The desk: for whoever is signed in. Each page says which role it is for (`forRoles`). */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return <SignedInFrame>{children}</SignedInFrame>
}
