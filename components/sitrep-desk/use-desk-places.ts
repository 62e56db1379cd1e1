'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import type { DraftContent } from '@/domain/sitrep/draft'
import type { DraftPart } from '@/domain/sitrep/merge-drafts'
import type { SectionKey } from '@/domain/sitrep/section-keys'
import type { Sector } from '@/domain/sitrep/written'

interface Places {
  content: DraftContent
  /** What sections and sectors are called in the report's language. */
  headings: Record<SectionKey, string>
  sectorNames: Record<Sector, string>
  settingsHref: string
  /** Brings the page's writing into sight, where it stands behind a tab. */
  onShow: () => void
}

/** The places of a draft's page, by the pointers of what is to be mended ("/overview/2", "/sectors/0/needs/1"): what they are called, and the way there. */
export function useDeskPlaces({ content, headings, sectorNames, settingsHref, onShow }: Places) {
  const t = useTranslations('sitrepDesk')
  const router = useRouter()
  const places = useRef(new Map<string, (index: number) => void>())
  const register = useMemo(
    () => (at: string, focus: (index: number) => void) => {
      places.current.set(at, focus)
      return () => places.current.delete(at)
    },
    [],
  )
  const partName = (part: DraftPart): string =>
    part in sectorNames
      ? sectorNames[part as Sector]
      : part === 'highlights' || part === 'overview'
        ? headings[part]
        : t(`parts.${part as Exclude<DraftPart, Sector | 'highlights' | 'overview'>}`)
  const placeName = (at: string): string => {
    const [, section = '', index = '', part = ''] = at.split('/')
    if (section === 'sectors') {
      const sector = content.written.sectors[Number(index)]?.sector
      return sector ? `${sectorNames[sector]}: ${t(`sectors.${part as 'needs'}`)}` : headings.needs
    }
    if (section === 'contact' || section === 'leftOut') return headings.contact
    return partName(section as DraftPart)
  }
  const jump = (at: string) => {
    onShow()
    const [, section = '', index = '', part] = at.split('/')
    if (section === 'contact') return router.push(settingsHref)
    const place = part === undefined ? `/${section}` : `/sectors/${index}/${part}`
    const block = Number(at.split('/').at(-1))
    // What stood behind a tab is there after the next paint.
    requestAnimationFrame(() => {
      const focus = places.current.get(place)
      if (focus) return focus(Number.isNaN(block) ? 0 : block)
      const field = document.getElementById(section === 'leftOut' ? `section-on-${index}` : `frame-${section}`)
      field?.closest('details')?.setAttribute('open', '')
      field?.scrollIntoView({ block: 'center' })
      field?.focus()
    })
  }
  return { register, partName, placeName, jump }
}
