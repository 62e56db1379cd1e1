'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { differingLines, useFieldLines } from '@/components/entry/use-field-lines'
import { SideBySide } from '@/components/ui/side-by-side'
import { fieldsOfDispute, fieldsOfFigure, fieldsOfNote } from '@/domain/entry/fields-of-entered'
import type { Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'

/** A version that a person looked at. */
export type Seen =
  | { noun: 'figure'; content: Figure }
  | { noun: 'note'; content: Note }
  | { noun: 'dispute'; content: Dispute }

/** Shows what was seen beside what a refusal says stands now; undefined for what has no versions. */
export function comparing(seen: Seen | null): ((current: unknown) => ReactNode) | undefined {
  return seen ? (current) => <SeenBesideCurrent seen={seen} current={current} /> : undefined
}

/** The version that was looked at beside the newest one, as the API tells it, where they differ. */
export function SeenBesideCurrent({
  seen,
  current,
  headings,
}: {
  seen: Seen
  current: unknown
  /** What the two are called; where left out: what was seen, what stands now. */
  headings?: { left: string; right: string }
}) {
  const t = useTranslations('review')
  const tDesk = useTranslations('deskFigure')
  const { timeZone: zone } = useEntryCrisis()
  const lines = useFieldLines()
  const documentId = seen.content.citations[0]?.document.id ?? ''
  const now = { ...seen, content: current } as Seen
  const linesOf = (one: Seen) => {
    if (one.noun === 'figure') return lines.figure(fieldsOfFigure(one.content, zone, documentId))
    if (one.noun === 'note') return lines.note(fieldsOfNote(one.content, zone, documentId))
    return lines.dispute(fieldsOfDispute(one.content, zone, documentId))
  }
  const version = { name: t('versionName'), left: String(seen.content.version), right: String(now.content.version) }
  const [was, is] = [seen.content.state, now.content.state]
  const state = { name: tDesk('state'), left: tDesk(`states.${was}`), right: tDesk(`states.${is}`) }
  // Of one version that reads the same, something became.
  const isOfOne = seen.content.version === now.content.version && was !== is
  const rows = [isOfOne ? state : version, ...differingLines(linesOf(seen), linesOf(now), t('nothing'))]
  return <SideBySide left={t('youSaw')} right={t('standsNow')} {...headings} rows={rows} />
}
