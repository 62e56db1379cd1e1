'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useRefusedEntry } from '@/components/drafts/use-outbox'
import { ChosenDocument } from '@/components/entry/chosen-document'
import type { EntryLine } from '@/components/entry/entry-lines'
import { type FigureHandle, FigurePanel } from '@/components/entry/figure-panel'
import { useGroundDialog } from '@/components/entry/use-ground-dialog'

/** One figure of a document that is chosen in the form; its quote is typed. */
export function SingleFigure({ again }: { again: string | null }) {
  const t = useTranslations('entry')
  const refused = useRefusedEntry(again)
  const handle = useRef<FigureHandle>(null)
  const [lines, setLines] = useState<EntryLine[]>([])
  const [told, setTold] = useState('')
  const { onAdd, dialog } = useGroundDialog()
  if (refused === undefined) return <p className="text-sm text-muted">{t('opening')}</p>
  return (
    <>
      <ChosenDocument again={again !== null && refused ? { key: again, entry: refused } : null}>
        {(document, again) => (
          <div className="max-w-3xl">
            <FigurePanel
              key={document.id}
              document={document}
              paragraphs={[]}
              lines={lines}
              again={again}
              changing={null}
              handle={handle}
              onSaved={(line, label) => {
                setLines((before) => [...before, line])
                setTold(t(line.state === 'waiting' ? 'told.waits' : 'told.saved', { label }))
              }}
              onAdd={onAdd}
            />
          </div>
        )}
      </ChosenDocument>
      <p role="status" className="mt-3 text-sm">
        {told}
      </p>
      {dialog}
    </>
  )
}
