'use client'

import { type ReactNode, useState } from 'react'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { GroundDialog } from '@/components/entry/ground-dialog'
import type { AddGround } from '@/components/entry/panel'
import type { Named } from '@/domain/entry/figure-fields'
import { blankGround, type GroundKind } from '@/domain/entry/ground-fields'

/** Opens the dialog for a source, place or event that is not there yet, wherever a form asks for one. `dialog` stands outside of forms. */
export function useGroundDialog(): { onAdd: AddGround; dialog: ReactNode } {
  const crisis = useEntryCrisis()
  const [adding, setAdding] = useState<{ kind: GroundKind; typed: string; onAdded: (added: Named) => void } | null>(
    null,
  )
  const dialog = adding && (
    <GroundDialog
      kind={adding.kind}
      initial={{ ...blankGround, name: adding.typed, usedBy: crisis.usages[0] ?? '' }}
      onAdded={(added) => {
        adding.onAdded(added)
        setAdding(null)
      }}
      onClose={() => setAdding(null)}
    />
  )
  return { onAdd: (kind, typed, onAdded) => setAdding({ kind, typed, onAdded }), dialog }
}
