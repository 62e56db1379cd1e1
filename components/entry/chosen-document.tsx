'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { DraftItem } from '@/components/drafts/outbox-view'
import { useOutbox } from '@/components/drafts/use-outbox'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { Field } from '@/components/entry/field'
import type { DeskDocument } from '@/components/entry/panel'
import { Picker } from '@/components/entry/picker'
import type { Again } from '@/components/entry/use-correction'
import type { DocumentDetail } from '@/domain/document/listed-document'
import { typeTime } from '@/domain/time/read-typed-time'

/**
 * A form for a document that is chosen in it. The choice stands in the page's address, and so with the draft that is begun for it: a page that is
 * opened anew goes on with the document of its newest draft, and a refused entry with its own and no other.
 */
export function ChosenDocument({
  again,
  children,
}: {
  again: Again | null
  children: (document: DeskDocument, again: Again | null) => ReactNode
}) {
  const t = useTranslations('entry')
  const { timeZone } = useEntryCrisis()
  const [document, setDocument] = useState<DeskDocument | null>(null)
  const [error, setError] = useState<string>()
  const { isOpen, drafts } = useOutbox()
  const ofEntry = documentOfForm(again?.entry.submission.form?.id)
  /** What was asked for last, by the person or by the page: an answer to an earlier question is late. */
  const asked = useRef<string | null>(null)

  const choose = async (id: string) => {
    asked.current = id
    setError(undefined)
    const response = await fetch(`/api/v1/documents/${id}`, { cache: 'no-store' }).catch(() => null)
    const detail: DocumentDetail | null = response?.ok ? await response.json() : null
    if (asked.current !== id) return
    if (!detail) return setError(t('noDocument'))
    const { title, publisher, publishedAt: at, publishedPrecision, language, text } = detail
    const published = at && typeTime({ start: at, end: at, precision: publishedPrecision ?? 'minute' }, timeZone)
    // Before the form is there: its draft is kept with this address.
    putIntoAddress(id)
    setDocument({ id, title, publisher, publishedAt: at, publishedPrecision, language, text, published })
  }
  const clear = () => {
    asked.current = ''
    putIntoAddress(null)
    setDocument(null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when what is kept here is known; later the person chooses
  useEffect(() => {
    if (asked.current !== null) return
    const inAddress = new URLSearchParams(window.location.search).get(parameter)
    const known = ofEntry ?? inAddress ?? (isOpen ? newestHere(drafts) : null)
    if (known !== null) void choose(known)
    else if (isOpen) asked.current = ''
  }, [isOpen])
  return (
    <div className="space-y-4">
      <div className="max-w-3xl">
        <Field id="document" label={t('documentLabel')} aside={t('documentHint')} error={error}>
          <Picker
            id="document"
            kind="document"
            shown={document?.title ?? ''}
            placeholder={t('figure.search')}
            describedBy="document-hint"
            isInvalid={error !== undefined}
            onPick={({ id }) => void choose(id)}
            onClear={clear}
          />
        </Field>
      </div>
      {document && children(document, document.id === ofEntry ? again : null)}
    </div>
  )
}

const parameter = 'document'

function putIntoAddress(id: string | null): void {
  const address = new URL(window.location.href)
  if (id === null) address.searchParams.delete(parameter)
  else address.searchParams.set(parameter, id)
  window.history.replaceState(null, '', address)
}

/** The document that a form is about, by its name: "table of document 1a2b". */
function documentOfForm(formId = ''): string | null {
  return / of document (\S+)/.exec(formId)?.[1] ?? null
}

/** The document of the newest draft that was begun at this page. */
function newestHere(drafts: readonly DraftItem[]): string | null {
  const [newest] = drafts
    .filter(({ href }) => href?.split('?', 1)[0] === window.location.pathname)
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
  return documentOfForm(newest?.id)
}
