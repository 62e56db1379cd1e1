'use client'

import { memo } from 'react'

/** A stretch of the text that something was entered from. `n`: its number in the list beside it; null for none. */
export interface TextMark {
  start: number
  end: number
  kind: 'approved' | 'submitted' | 'returned' | 'waiting' | 'proposed'
  n: number | null
}

const looks: Record<TextMark['kind'], string> = {
  approved: 'border-b-2 border-series-3',
  submitted: 'border-b-2 border-series-1',
  returned: 'border-b-2 border-dashed border-series-5',
  waiting: 'border-b-2 border-dotted border-muted',
  proposed: 'border-b border-dotted border-muted',
}

interface Props {
  text: string
  start: number
  /** Those that touch this paragraph; the same array while they are the same. */
  marks: readonly TextMark[]
  /** Of the selection, as far as it lies in this paragraph; -1 for none. */
  selectedFrom: number
  selectedTo: number
}

/** One paragraph, cut where marks and the selection begin and end. Offsets stand on the pieces, to read a selection made by hand. */
export const TextParagraph = memo(function TextParagraph({ text, start, marks, selectedFrom, selectedTo }: Props) {
  const end = start + text.length
  const edges = [start, end, selectedFrom, selectedTo, ...marks.flatMap((mark) => [mark.start, mark.end])]
  const cuts = [...new Set(edges.filter((edge) => edge >= start && edge <= end))].sort((a, b) => a - b)
  return (
    <p className="mt-[0.9em] first:mt-0">
      {cuts.slice(0, -1).map((from, index) => {
        const to = cuts[index + 1] ?? end
        const covering = marks.filter((mark) => mark.start <= from && mark.end >= to)
        const ending = marks.filter((mark) => mark.end === to && mark.n !== null)
        const isSelected = selectedFrom >= 0 && from >= selectedFrom && to <= selectedTo
        const look = [
          covering.length > 0 ? looks[covering.at(-1)?.kind ?? 'submitted'] : '',
          isSelected ? 'bg-highlight' : '',
        ]
        return (
          <span key={from}>
            <span
              data-start={from}
              data-selected={isSelected || undefined}
              className={look.filter(Boolean).join(' ') || undefined}
            >
              {text.slice(from - start, to - start)}
            </span>
            {ending.map(({ n }) => (
              <sup key={n} aria-hidden="true" className="ms-px text-[0.65em] text-muted select-none">
                {n}
              </sup>
            ))}
          </span>
        )
      })}
    </p>
  )
})
