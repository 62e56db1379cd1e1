'use client'

import { type ComponentType, useEffect, useRef, useState } from 'react'

interface Live {
  Chart: ComponentType<{ address: string; width: number }>
  /** The width the static drawing was made for, the factor it is shown at, and the height it takes. */
  width: number
  scale: number
  height: number
  /** Whether the reader came by keyboard. */
  isFocused: boolean
}

/**
 * The static drawings, wide and narrow, of which the room decides; when a reader reaches for the chart by pointer, focus or touch, the
 * live one takes the place of the drawing shown, at its very size. Nothing of the live one is loaded before, its data neither: they are
 * read from `data`, an address; null where there is nothing to explore. `wide` and `narrow` are SVG made by this project's own renderer.
 */
export function ChartDrawing({
  data,
  wide,
  narrow,
  label,
  alt,
}: {
  data: string | null
  wide: string
  narrow: string
  label: string
  alt: string
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [live, setLive] = useState<Live | null>(null)
  const isAsked = useRef(false)

  const wake = async () => {
    if (live || isAsked.current || data === null) return
    isAsked.current = true
    try {
      const { default: Chart, loadChart } = await import('@/components/charts/live-chart')
      await loadChart(data)
      const shown = [...(frame.current?.querySelectorAll('svg') ?? [])].find((svg) => svg.clientWidth > 0)
      if (!shown) return
      const box = shown.getBoundingClientRect()
      const { width } = shown.viewBox.baseVal
      const isFocused = document.activeElement === frame.current
      setLive({ Chart, width, scale: box.width / width, height: box.height, isFocused })
    } catch {
      // The static drawing says it all; the next reach tries again, a lost link may be back.
    } finally {
      isAsked.current = false
    }
  }

  // A frame of another width wants another drawing: the static ones know how to fit.
  useEffect(() => {
    if (!live || !frame.current) return
    const first = frame.current.clientWidth
    const observer = new ResizeObserver(([entry]) => {
      if (entry && Math.abs(entry.contentRect.width - first) > 1) setLive(null)
    })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [live])

  // Who came by keyboard goes on in the live chart with the arrow keys.
  useEffect(() => {
    if (!live?.isFocused) return
    // Recharts sets its surface a moment after it is mounted.
    const soon = setTimeout(() => frame.current?.querySelector<SVGElement>('.recharts-surface')?.focus(), 50)
    return () => clearTimeout(soon)
  }, [live])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing and its live form are no set of fields, and a section each would crowd the landmarks.
    <div
      ref={frame}
      role="group"
      aria-label={label}
      tabIndex={live || data === null ? undefined : 0}
      onPointerEnter={wake}
      onFocus={wake}
      onTouchStart={wake}
      className="@container"
    >
      {live && data !== null ? (
        <div style={{ height: live.height }}>
          <div style={{ width: live.width, transform: `scale(${live.scale})`, transformOrigin: '0 0' }}>
            <live.Chart address={data} width={live.width} />
          </div>
        </div>
      ) : (
        <div role="img" aria-label={alt}>
          <Drawing svg={wide} className="hidden max-w-[40rem] @min-[33.75rem]:block" />
          <Drawing svg={narrow} className="max-w-md @min-[33.75rem]:hidden" />
        </div>
      )}
    </div>
  )
}

function Drawing({ svg, className }: { svg: string; className: string }) {
  return (
    <div
      className={`drawing ${className}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the project's own renderer made it and escapes every text in it.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}
