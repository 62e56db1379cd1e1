import type { ReactNode } from 'react'

/** A whole archived text with its quotes marked where they stand. `marked`: character offsets, in any order; overlapping ones are joined. */
export function ArchivedText({
  text,
  language,
  marked,
}: {
  text: string
  language: string
  marked: { start: number; end: number }[]
}) {
  return (
    <div lang={language} dir="auto" className="max-w-[70ch] border-t border-line pt-4 whitespace-pre-wrap">
      {markSpans(text, marked)}
    </div>
  )
}

function markSpans(text: string, marked: { start: number; end: number }[]): ReactNode[] {
  const parts: ReactNode[] = []
  let from = 0
  for (const { start, end } of joinOverlaps(marked)) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>)
    from = end
  }
  return [...parts, text.slice(from)]
}

function joinOverlaps(spans: { start: number; end: number }[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}
