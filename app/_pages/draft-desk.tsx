'use client'

import { DraftDesk, type DraftDeskProps } from '@/components/sitrep-desk/draft-desk'

/** PDF.js is fetched with the first pages, and not before. */
const openPages = async (bytes: Uint8Array<ArrayBuffer>) => (await import('@/formats/pdf/draw-pages')).openPages(bytes)

/** The screen of a draft, with what draws PDFs. */
export function DraftDeskWithPages(props: DraftDeskProps) {
  return <DraftDesk {...props} openPages={openPages} />
}
