'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { useDesk } from '@/components/drafts/drafts-provider'
import { closedOutbox, type OutboxView } from '@/components/drafts/outbox-view'
import type { OutboxEntry } from '@/components/drafts/submission'

const never = () => () => {}

/** How many submissions wait, are under way or need attention, and which; changes as they do. */
export function useOutbox(): OutboxView {
  const outbox = useDesk()?.outbox
  return useSyncExternalStore(
    outbox?.subscribe ?? never,
    () => outbox?.getView() ?? closedOutbox,
    () => closedOutbox,
  )
}

/**
 * The refused entry that a page is asked to mend (`?again=`): its form's values and what the server said. Undefined while it is looked for, null
 * when there is none (any more).
 */
export function useRefusedEntry(key: string | null): OutboxEntry | null | undefined {
  const desk = useDesk()
  const [found, setFound] = useState<{ key: string; entry: OutboxEntry | null }>()
  useEffect(() => {
    if (!desk || key === null) return
    let isCurrent = true
    const show = (entry: OutboxEntry | null) => isCurrent && setFound({ key, entry })
    desk.outbox.read(key).then(show, () => show(null))
    return () => {
      isCurrent = false
    }
  }, [desk, key])
  if (key === null) return null
  return found?.key === key ? found.entry : undefined
}
