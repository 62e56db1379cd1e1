import { describe, expect, it } from 'vitest'
import { beginDraft } from '@/domain/sitrep/begin-draft'
import type { DraftContent } from '@/domain/sitrep/draft'
import { mergeDrafts } from '@/domain/sitrep/merge-drafts'
import type { ProseDocument } from '@/domain/sitrep/written'
import { at } from '@/tests/support/make-figure'
import { crisis } from '@/tests/support/make-slice'

const base: DraftContent = {
  ...beginDraft(crisis, {
    kind: 'situation-report',
    asOf: at('2023-09-30T00:00'),
    knownAt: at('2023-09-30T00:00'),
    before: null,
  }),
  seen: { 'figure:a': '2' },
}
const saying = (text: string): ProseDocument => [{ kind: 'paragraph', content: [text] }]
const writing = (change: Partial<DraftContent['written']>, from = base): DraftContent => ({
  ...from,
  written: { ...from.written, ...change },
})
const health = (needs: string) => ({ sector: 'health' as const, needs: saying(needs), response: [], gaps: [] })
const shelter = (needs: string) => ({ sector: 'shelter' as const, needs: saying(needs), response: [], gaps: [] })

describe('what two people made of one draft', () => {
  it('goes together where they wrote in different sections', () => {
    const mine = writing({ overview: saying('Mine.') })
    const theirs = { ...writing({ access: saying('Theirs.') }), nextIssue: at('2023-10-02T00:00') }
    const { merged, theirs: parts, conflicts } = mergeDrafts({ base, mine, theirs })
    expect(conflicts).toEqual([])
    expect(parts).toEqual(['nextIssue', 'access'])
    expect(merged).toEqual({ ...theirs, written: { ...theirs.written, overview: saying('Mine.') } })
  })

  it('is asked about where both wrote in one, and what stands here stays until then', () => {
    const mine = writing({ overview: saying('Mine.') })
    const theirs = writing({ overview: saying('Theirs.'), notes: saying('A note.') })
    const asked = mergeDrafts({ base, mine, theirs })
    expect(asked.conflicts).toEqual(['overview'])
    expect(asked.merged.written).toMatchObject({ overview: saying('Mine.'), notes: saying('A note.') })
    const settled = mergeDrafts({ base, mine, theirs }, { overview: 'theirs' })
    expect(settled.conflicts).toEqual([])
    expect(settled.merged.written.overview).toEqual(saying('Theirs.'))
  })

  it('is no question where both wrote the same', () => {
    const same = writing({ overview: saying('The same.') })
    expect(mergeDrafts({ base, mine: same, theirs: structuredClone(same) })).toMatchObject({
      merged: same,
      conflicts: [],
    })
  })

  it('keeps sectors apart, in the order of the cluster list, and one that was left out out', () => {
    const from = writing({ sectors: [health('Beds.')] })
    const mine = writing({ sectors: [health('Beds.'), shelter('Tents.')] }, from)
    const theirs = writing({ sectors: [] }, from)
    const { merged, conflicts } = mergeDrafts({ base: from, mine, theirs })
    expect(conflicts).toEqual([])
    expect(merged.written.sectors).toEqual([shelter('Tents.')])
    const added = writing({ sectors: [health('Beds.'), { ...shelter('Beds.'), sector: 'education' }] }, from)
    expect(mergeDrafts({ base: from, mine, theirs: added }).merged.written.sectors.map(({ sector }) => sector)).toEqual(
      ['education', 'health', 'shelter'],
    )
  })

  it('holds what each of them saw of the references', () => {
    const mine = { ...base, seen: { ...base.seen, 'figure:b': '7' } }
    const theirs = { ...base, seen: { ...base.seen, 'figure:c': '9' } }
    expect(mergeDrafts({ base, mine, theirs }).merged.seen).toEqual({
      'figure:a': '2',
      'figure:b': '7',
      'figure:c': '9',
    })
  })
})
