'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Previewed } from '@/components/sitrep-desk/use-preview'

/** A PDF that is open, page by page. */
export interface OpenPdf {
  pages: { width: number; height: number }[]
  /** Draws a page so many device pixels wide. */
  draw: (index: number, width: number) => Promise<HTMLCanvasElement>
  close: () => void
}
export type OpenPages = (bytes: Uint8Array<ArrayBuffer>) => Promise<OpenPdf>

/** So far beyond what is seen pages are drawn already. */
const margin = '400px'

/**
 * The pages of the PDF one under another. A new PDF's pages take the place of the old ones as they are drawn, those in sight first; nothing is
 * blank in between.
 */
export function PreviewPages({ previewed, openPages }: { previewed: Previewed; openPages: OpenPages }) {
  const t = useTranslations('sitrepDesk.preview')
  const [sizes, setSizes] = useState<OpenPdf['pages']>([])
  const frame = useRef<HTMLOListElement>(null)
  const pdf = useRef<{ open: OpenPdf; serial: number } | null>(null)
  const inSight = useRef(new Set<number>())
  const drawn = useRef(new Map<number, string>())
  const latest = useRef(previewed.serial)
  latest.current = previewed.serial

  const drawInSight = async () => {
    const current = pdf.current
    const list = frame.current
    if (!current || !list) return
    for (const index of [...inSight.current].sort((a, b) => a - b)) {
      const place = list.children[index]?.firstElementChild
      if (!(place instanceof HTMLElement) || !current.open.pages[index] || place.clientWidth === 0) continue
      const width = Math.round(place.clientWidth * Math.min(window.devicePixelRatio, 2))
      const state = `${current.serial} ${width}`
      if (drawn.current.get(index) === state) continue
      const canvas = await current.open.draw(index, width)
      if (pdf.current !== current) return
      canvas.className = 'block h-auto w-full'
      place.replaceChildren(canvas)
      drawn.current.set(index, state)
    }
    list.dataset.shown = String(current.serial)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a PDF is opened once
  useEffect(() => {
    let isOld = false
    void openPages(previewed.pdf).then(async (open) => {
      if (isOld) return open.close()
      const before = pdf.current
      pdf.current = { open, serial: previewed.serial }
      setSizes((known) => (isSameSizes(known, open.pages) ? known : open.pages))
      await drawInSight()
      before?.open.close()
    })
    return () => {
      isOld = true
    }
  }, [previewed])

  // biome-ignore lint/correctness/useExhaustiveDependencies: watches the places of as many pages as there are
  useEffect(() => {
    const list = frame.current
    if (!list) return
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = [...list.children].indexOf(target)
          if (isIntersecting) inSight.current.add(index)
          else inSight.current.delete(index)
        }
        void drawInSight()
      },
      { rootMargin: margin },
    )
    const size = new ResizeObserver(() => void drawInSight())
    for (const page of list.children) sight.observe(page)
    size.observe(list)
    for (const index of [...inSight.current]) if (index >= sizes.length) inSight.current.delete(index)
    return () => {
      sight.disconnect()
      size.disconnect()
    }
  }, [sizes])

  useEffect(
    () => () => {
      pdf.current?.open.close()
      pdf.current = null
    },
    [],
  )

  return (
    <ol ref={frame} className="space-y-3" data-preview="" aria-label={t('pages', { count: sizes.length })}>
      {sizes.map(({ width, height }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page has no identity but its place
        <li key={index}>
          <div
            role="img"
            aria-label={t('page', { page: index + 1, of: sizes.length })}
            className="overflow-hidden border border-line bg-white"
            style={{ aspectRatio: `${width} / ${height}` }}
          />
        </li>
      ))}
    </ol>
  )
}

const isSameSizes = (a: OpenPdf['pages'], b: OpenPdf['pages']) =>
  a.length === b.length &&
  a.every(({ width, height }, index) => width === b[index]?.width && height === b[index]?.height)
