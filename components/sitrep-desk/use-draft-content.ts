'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey } from '@/components/drafts/new-key'
import { sendRequest } from '@/components/drafts/send-request'
import type { Problem } from '@/components/drafts/submission'
import { type Draft, useDraft } from '@/components/drafts/use-draft'
import { canonicalJson } from '@/domain/canonical/canonical-json'
import type { DraftContent, SitrepDraft } from '@/domain/sitrep/draft'
import { type DraftPart, mergeDrafts } from '@/domain/sitrep/merge-drafts'

/** What is kept on the device: the content, and the saved one it goes on from. */
interface Kept {
  content: DraftContent
  base: { version: number; content: DraftContent }
}

/** Where the words are. `away` and `sign-in`: on this device until the server has them. */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'away' | 'sign-in' | 'refused'

export interface Conflict {
  theirs: SitrepDraft
  /** What both changed: a person chooses. */
  parts: DraftPart[]
}

export interface DraftContentState {
  content: DraftContent
  change: (next: (content: DraftContent) => DraftContent) => void
  /** The draft as the server has it. */
  saved: SitrepDraft
  status: SaveStatus
  /** Why it was not saved. */
  problem: Problem | null
  conflict: Conflict | null
  /** Somebody saved meanwhile, and it went together: who, and what they changed. */
  joined: { by: string; parts: DraftPart[] } | null
  forgetJoined: () => void
  settle: (chosen: Partial<Record<DraftPart, 'mine' | 'theirs'>>) => void
  /** Saves what is not saved; the draft as it is saved then, null where something is not. */
  save: () => Promise<SitrepDraft | null>
  /** How it is kept on this device. */
  kept: Draft<Kept>
  keepMine: () => void
}

const isSame = (a: DraftContent, b: DraftContent) => a === b || canonicalJson(a) === canonicalJson(b)
const openStates = ['draft', 'requested', 'approved']

/** From the first change on; a pause saves sooner. Each save is a version: not every letter is one. */
const saveAfterPause = 1500
const saveAtLeast = 10_000
const tryAgainAfter = 5000

/**
 * A draft's content as one types: kept on the device at once, saved with the version it goes on from, and joined with what somebody else saved
 * meanwhile.
 */
export function useDraftContent(given: SitrepDraft, userId: string): DraftContentState {
  const [content, setContent] = useState(given.content)
  const [saved, setSaved] = useState(given)
  const [status, setStatus] = useState<SaveStatus>('saved')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [joined, setJoined] = useState<DraftContentState['joined']>(null)
  const now = useRef({ content: given.content, saved: given, conflict: null as Conflict | null })
  const timers = useRef<{ pause?: number; most?: number }>({})
  const changedAt = useRef(0)
  const saving = useRef<Promise<SitrepDraft | null> | null>(null)
  /** The same content sent again after the link broke goes under the same key. */
  const sending = useRef<{ text: string; key: string } | null>(null)

  const toKept = (): Kept => {
    const { saved: base } = now.current
    return { content: now.current.content, base: { version: base.version, content: base.content } }
  }
  const kept = useDraft<Kept>(`sitrep ${given.id}`, toKept(), { reset: (values) => restore(values) })

  const show = (next: DraftContent) => {
    now.current.content = next
    setContent(next)
  }
  const know = (next: SitrepDraft) => {
    now.current.saved = next
    setSaved(next)
  }
  const clear = () => {
    clearTimeout(timers.current.pause)
    clearTimeout(timers.current.most)
    timers.current = {}
  }
  const saveSoon = (pause = saveAfterPause) => {
    clearTimeout(timers.current.pause)
    timers.current.pause = window.setTimeout(() => void save(), pause)
    timers.current.most ??= window.setTimeout(() => void save(), saveAtLeast)
  }

  /** Goes on from what the server has now: joins what can be joined, and asks about the rest. */
  const join = (base: Kept['base'], theirs: SitrepDraft) => {
    const mine = now.current.content
    const { merged, theirs: parts, conflicts } = mergeDrafts({ base: base.content, mine, theirs: theirs.content })
    if (conflicts.length > 0) {
      now.current.conflict = { theirs, parts: conflicts }
      setConflict(now.current.conflict)
      // Until it is settled this goes on from what both began with, also after a reload.
      now.current.saved = { ...now.current.saved, version: base.version, content: base.content }
      kept.keep(toKept())
      setStatus('unsaved')
      return
    }
    know(theirs)
    show(merged)
    if (parts.length > 0) setJoined({ by: theirs.updatedBy, parts })
    if (isSame(merged, theirs.content)) settleKept()
    else touch()
  }

  const settleKept = () => {
    setStatus('saved')
    void kept.discard().then(() => {
      if (!isSame(now.current.content, now.current.saved.content)) kept.keep(toKept())
    })
  }

  /** Takes note that something is not saved. */
  const touch = () => {
    kept.keep(toKept())
    setStatus((before) => (before === 'saving' ? before : 'unsaved'))
    if (!now.current.conflict) saveSoon()
  }

  const restore = ({ content: mine, base }: Kept) => {
    const { saved: theirs } = now.current
    if (isSame(mine, theirs.content)) {
      show(theirs.content)
      if (theirs.version !== base.version) settleKept()
      return
    }
    show(mine)
    if (!openStates.includes(theirs.state)) return
    if (theirs.version === base.version) touch()
    else join(base, theirs)
  }

  const save = (): Promise<SitrepDraft | null> => {
    saving.current ??= saveOnce().finally(() => {
      saving.current = null
    })
    return saving.current
  }
  const saveOnce = async (): Promise<SitrepDraft | null> => {
    clear()
    const { content: sent, saved: base, conflict: asked } = now.current
    if (asked) return null
    if (isSame(sent, base.content)) {
      setStatus('saved')
      return base
    }
    setStatus('saving')
    const body = JSON.stringify(sent)
    const text = `${base.version} ${body}`
    if (sending.current?.text !== text) sending.current = { text, key: newKey() }
    const verdict = await sendRequest(
      {
        method: 'PATCH',
        path: `/api/v1/sitreps/${given.id}`,
        idempotencyKey: sending.current.key,
        body,
        ifMatch: `"${base.version}"`,
      },
      userId,
      { actedAt: changedAt.current },
    )
    if (verdict.is === 'accepted') {
      sending.current = null
      setProblem(null)
      know({ ...(verdict.answer as SitrepDraft), content: sent })
      if (isSame(now.current.content, sent)) {
        settleKept()
        return now.current.saved
      }
      kept.keep(toKept())
      setStatus('unsaved')
      saveSoon()
      return null
    }
    if (verdict.is === 'refused') {
      const current = verdict.problem.status === 409 ? (verdict.problem.current as SitrepDraft | null) : null
      if (current && openStates.includes(current.state) && current.version !== base.version) {
        join(base, current)
        return null
      }
      if (current) know({ ...current, content: base.content })
      setProblem(verdict.problem)
      setStatus('refused')
      return null
    }
    setStatus(verdict.is)
    timers.current.pause = window.setTimeout(() => void save(), tryAgainAfter)
    return null
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page was given anew is compared with what is known now
  useEffect(() => {
    const { saved: known, content: mine } = now.current
    if (given === known || given.version < known.version || now.current.conflict) return
    if (given.version === known.version) know({ ...given, content: known.content })
    else if (isSame(mine, known.content)) {
      know(given)
      show(given.content)
    } else join(known, given)
  }, [given])

  // biome-ignore lint/correctness/useExhaustiveDependencies: for the life of the page
  useEffect(() => {
    const gone = new AbortController()
    const wake = () => !isSame(now.current.content, now.current.saved.content) && void save()
    window.addEventListener('online', wake, { signal: gone.signal })
    document.addEventListener('visibilitychange', wake, { signal: gone.signal })
    return () => {
      gone.abort()
      clear()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: reads what is current through the ref
  const change = useCallback((next: (content: DraftContent) => DraftContent) => {
    changedAt.current = Date.now()
    show(next(now.current.content))
    setProblem(null)
    touch()
  }, [])

  const settle: DraftContentState['settle'] = (chosen) => {
    const { conflict: asked, saved: base, content: mine } = now.current
    if (!asked) return
    const { merged } = mergeDrafts({ base: base.content, mine, theirs: asked.theirs.content }, chosen)
    now.current.conflict = null
    changedAt.current = Date.now()
    setConflict(null)
    know(asked.theirs)
    show(merged)
    touch()
    void save()
  }

  return {
    content,
    change,
    saved,
    status,
    problem,
    conflict,
    joined,
    forgetJoined: () => setJoined(null),
    settle,
    save,
    kept,
    keepMine: () => void kept.keepMine(toKept()),
  }
}
