'use client'

import dynamic from 'next/dynamic'

/** The editor's code is fetched once the page is there; until then its place is kept. */
export const ProseField = dynamic(() => import('@/components/sitrep-desk/prose-editor'), {
  ssr: false,
  loading: () => <div className="prose-field" aria-hidden="true" />,
})
