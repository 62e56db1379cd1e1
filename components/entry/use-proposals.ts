'use client'

import { useMemo, useState } from 'react'
import type { TextMark } from '@/components/entry/text-paragraph'
import type { TextSpan } from '@/domain/document/text-steps'
import { type ProposedFigure, proposeFigures } from '@/domain/reading/propose-figures'

/** The figures that a text seems to hold; what was entered or rejected is proposed no more. `marks`: what was entered, in the text. */
export function useProposals(text: string | null, language: string, marks: readonly TextMark[]) {
  const [rejected, setRejected] = useState<readonly number[]>([])
  const proposed = useMemo(() => (text === null ? [] : proposeFigures(text, { language })), [text, language])
  const proposals = useMemo(
    () =>
      proposed.filter(
        ({ start, end }) => !rejected.includes(start) && !marks.some((mark) => mark.start < end && mark.end > start),
      ),
    [proposed, rejected, marks],
  )
  return {
    proposals,
    reject: ({ start }: ProposedFigure) => setRejected((before) => [...before, start]),
    /** The one in the span, and the nearest before and after it, around the ends of the text. */
    at: (span: TextSpan | null) => proposals.find(({ start, end }) => span && start < span.end && end > span.start),
    after: (span: TextSpan | null) => proposals.find(({ start }) => start >= (span?.end ?? 0)) ?? proposals[0],
    before: (span: TextSpan | null) => proposals.findLast(({ end }) => end <= (span?.start ?? 0)) ?? proposals.at(-1),
  }
}
