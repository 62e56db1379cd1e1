'use client'

import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { DraftState } from '@/components/drafts/draft-state'
import { useDraft } from '@/components/drafts/use-draft'

/** What was changed in a form, by the places of its controls, and the version that it changes. */
interface KeptChanges {
  changed: Record<string, string>
  version: number | null
}

export interface KeptFormHandle {
  /** The version that what came back was typed over; null where nothing did. What others changed since is not overwritten unseen. */
  basedOn: () => number | null
  /** What stands in the form is saved, and no draft any more. */
  forget: () => Promise<void>
  /** What stands in the form now is what it begins with. */
  beginAnew: () => void
}

/**
 * Keeps what is changed in the form it stands in, and puts it back after a reload. For forms whose controls are always the same: what is kept
 * goes by their order. `formId` names the form and what it is about, `label` what it does.
 */
export function KeptForm({
  formId,
  version,
  label,
  handle,
}: {
  formId: string
  version: number | null
  label: string
  handle: Ref<KeptFormHandle>
}) {
  const place = useRef<HTMLDivElement>(null)
  const standing = useRef<Record<string, string>>({})
  const based = useRef<number | null>(null)
  const latestVersion = useRef(version)
  latestVersion.current = version
  const controls = () => controlsOf(place.current?.closest('form') ?? null)
  const read = (): KeptChanges => {
    const changed = Object.entries(valuesOf(controls())).filter(([at, value]) => standing.current[at] !== value)
    return { changed: Object.fromEntries(changed), version: based.current ?? latestVersion.current }
  }
  const draft = useDraft<KeptChanges>(
    formId,
    { changed: {}, version },
    {
      reset: ({ changed, version: of }) => {
        based.current = of
        const values = { ...standing.current, ...changed }
        for (const [at, control] of controls()) put(control, values[at])
      },
      toLabel: ({ changed }) => `${label}: ${Object.values(changed).at(-1)?.slice(0, 80) ?? ''}`,
    },
  )
  const { keep, discard } = draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form as it stands when the page is new
  useEffect(() => {
    standing.current = valuesOf(controls())
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads what is current through refs
  useEffect(() => {
    const form = place.current?.closest('form')
    const note = () => keep(read())
    form?.addEventListener('input', note)
    return () => form?.removeEventListener('input', note)
  }, [keep])
  useImperativeHandle(handle, () => ({
    basedOn: () => based.current,
    forget: discard,
    beginAnew: () => {
      based.current = null
      standing.current = valuesOf(controls())
    },
  }))
  return (
    <div ref={place}>
      <DraftState view={draft.view} onKeepMine={() => draft.keepMine(read())} onTakeTheirs={() => draft.takeTheirs()} />
    </div>
  )
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const notKept = new Set(['file', 'hidden', 'password'])

/** The controls of a form, each with its name and its place among those of one name. */
function controlsOf(form: HTMLFormElement | null): [string, Control][] {
  const seen = new Map<string, number>()
  const all = [...(form?.querySelectorAll<Control>('input[name],textarea[name],select[name]') ?? [])]
  return all
    .filter(({ type }) => !notKept.has(type))
    .map((control) => {
      const before = seen.get(control.name) ?? 0
      seen.set(control.name, before + 1)
      return [`${control.name} ${before}`, control]
    })
}

const isTicked = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio'

function valuesOf(controls: [string, Control][]): Record<string, string> {
  return Object.fromEntries(
    controls.map(([at, control]) => [at, isTicked(control) ? String(control.checked) : control.value]),
  )
}

function put(control: Control, value: string | undefined): void {
  if (value === undefined) return
  if (isTicked(control)) control.checked = value === 'true'
  else control.value = value
}
