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
 * The pages of the PDF one under another. A new PDF’s pages take the place of the old ones as they are drawn, those in sight first; nothing is
 * blank in between.
 */
export function PreviewPages({ previewed, openPages }: { previewed: Previewed; openPages: OpenPages }) {
  const t = useTranslations('sitrepDesk.preview')
  const [sizes, setSizes] = useState<OpenPdf['pages']>([])
  const frame = useRef<HTMLOListElement>(null)
  const pdf = useRef<{ open: OpenPdf; serial: number } | null>(null)
  const near = useRef(new Set<number>())
  const drawn = useRef(new Map<number, string>())

  /** Draws one page anew where its drawing is of an earlier PDF or of another width. False when a newer PDF came meanwhile. */
  const drawPage = async (current: { open: OpenPdf; serial: number }, index: number): Promise<boolean> => {
    const place = frame.current?.children[index]?.firstElementChild
    if (!(place instanceof HTMLElement) || !current.open.pages[index] || place.clientWidth === 0) return true
    const width = Math.round(place.clientWidth * Math.min(window.devicePixelRatio, 2))
    const state = `${current.serial} ${width}`
    if (drawn.current.get(index) === state) return true
    const canvas = await current.open.draw(index, width)
    if (pdf.current !== current) return false
    canvas.className = 'block h-auto w-full'
    place.replaceChildren(canvas)
    drawn.current.set(index, state)
    return true
  }

  const drawNear = async () => {
    const current = pdf.current
    const list = frame.current
    if (!current || !list) return
    const pages = [...near.current].sort((a, b) => a - b)
    const seen = pages.filter((index) => isSeen(list.children[index]))
    // Side by side: while one is drawn the next is read.
    const isShown = (await Promise.all(seen.map((index) => drawPage(current, index)))).every(Boolean)
    if (!isShown) return
    list.dataset.shown = String(current.serial)
    for (const index of pages) if (!(await drawPage(current, index))) return
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a PDF is opened once
  useEffect(() => {
    let isOld = false
    void openPages(previewed.pdf).then(async (open) => {
      if (isOld) return open.close()
      const before = pdf.current
      pdf.current = { open, serial: previewed.serial }
      setSizes((known) => (isSameSizes(known, open.pages) ? known : open.pages))
      await drawNear()
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
          if (isIntersecting) near.current.add(index)
          else near.current.delete(index)
        }
        void drawNear()
      },
      { rootMargin: margin },
    )
    const size = new ResizeObserver(() => void drawNear())
    for (const page of list.children) sight.observe(page)
    size.observe(list)
    for (const index of [...near.current]) if (index >= sizes.length) near.current.delete(index)
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

/** Whether any of it stands in the window. */
function isSeen(page: Element | undefined): boolean {
  if (!page) return false
  const { top, bottom } = page.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

const isSameSizes = (a: OpenPdf['pages'], b: OpenPdf['pages']) =>
  a.length === b.length &&
  a.every(({ width, height }, index) => width === b[index]?.width && height === b[index]?.height)
