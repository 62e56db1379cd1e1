'use client'

import { Editor } from '@tiptap/core'
import { Placeholder, UndoRedo } from '@tiptap/extensions'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { useProseDesk } from '@/components/sitrep-desk/desk-context'
import { toDocument, toEditor } from '@/components/sitrep-desk/prose-json'
import { proseExtensions } from '@/components/sitrep-desk/prose-nodes'
import { ReferenceList } from '@/components/sitrep-desk/reference-list'
import { type Search, searchExtension } from '@/components/sitrep-desk/reference-search'
import { buttonClass } from '@/components/ui/button'
import { canonicalJson } from '@/domain/canonical/canonical-json'
import type { ProseDocument } from '@/domain/sitrep/written'

interface Props {
  /** Where it stands, as a JSON pointer into what is written. */
  at: string
  label: string
  /** Set where the label is seen already, as a heading. */
  isLabelHidden?: boolean
  value: ProseDocument
  onChange: (value: ProseDocument) => void
  /** Bullets alone. */
  isList?: boolean
  placeholder?: string
}

/** An editor of one section: paragraphs and bullets of text and references. `/` or `[[` looks for what can be referred to. */
export default function ProseEditor({ at, label, isLabelHidden, value, onChange, isList = false, placeholder }: Props) {
  const t = useTranslations('sitrepDesk.prose')
  const { values, isEditable, language, register, noteSeen } = useProseDesk()
  const id = useId()
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [search, setSearch] = useState<Search | null>(null)
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null)
  const latest = useRef({ onChange, value })
  latest.current.onChange = onChange
  /** What the editor holds, as it was last told or told itself: another value came from elsewhere. */
  const held = useRef(value)

  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor lives as long as its place; what it shows is put in below
  useEffect(() => {
    const made = new Editor({
      element: host.current,
      injectCSS: false,
      content: toEditor(held.current, isList ? 'bullet' : 'paragraph'),
      editable: isEditable,
      extensions: [
        ...proseExtensions({ values, words: { moved: (was, now) => t('moved', { was, now }) }, isList }),
        searchExtension({ onSearch: setSearch, onKey: (event) => keys.current?.(event) ?? false }),
        Placeholder.configure({ placeholder: placeholder ?? t('placeholder') }),
        UndoRedo,
      ],
      editorProps: {
        attributes: {
          class: 'prose-field',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-describedby': `${id}-hint`,
          'data-at': at,
          dir: 'auto',
          lang: language,
        },
      },
      onUpdate: ({ editor: changed }) => {
        held.current = toDocument(changed.getJSON())
        latest.current.onChange(held.current)
      },
    })
    setEditor(made)
    const forget = register(at, (index) => focusBlock(made, index))
    return () => {
      forget()
      setEditor(null)
      made.destroy()
    }
  }, [at])

  useEffect(() => {
    if (!editor || value === held.current) return
    if (canonicalJson(value) !== canonicalJson(held.current)) {
      editor.commands.setContent(toEditor(value, isList ? 'bullet' : 'paragraph'), { emitUpdate: false })
    }
    held.current = value
  }, [editor, value, isList])

  useEffect(() => {
    if (editor && editor.isEditable !== isEditable) editor.setEditable(isEditable, false)
  }, [editor, isEditable])

  return (
    <div className="relative">
      <div className={isLabelHidden ? 'flex justify-end' : 'flex flex-wrap items-baseline justify-between gap-x-4'}>
        {!isLabelHidden && (
          <p className="text-sm font-medium" aria-hidden="true">
            {label}
          </p>
        )}
        {isEditable && (
          <p className="flex gap-1 text-xs">
            {!isList && (
              <button
                type="button"
                className={`${buttonClass('quiet')} text-xs!`}
                aria-label={t('bulletIn', { section: label })}
                onClick={() => editor?.chain().focus().toggleNode('bullet', 'paragraph').run()}
              >
                {t('bullet')}
              </button>
            )}
            <button
              type="button"
              className={`${buttonClass('quiet')} text-xs!`}
              aria-label={t('insertIn', { section: label })}
              onClick={() =>
                editor
                  ?.chain()
                  .focus()
                  .insertContent({ type: 'text', text: startOfSearch(editor) })
                  .run()
              }
            >
              {t('insert')} <kbd className="rounded border border-line px-1">/</kbd>
            </button>
          </p>
        )}
      </div>
      <div ref={host} data-editor={at} />
      <p id={`${id}-hint`} className="sr-only">
        {t('hint')}
      </p>
      {search && editor && (
        <ReferenceList
          search={search}
          keys={keys}
          field={editor.view.dom}
          onPick={(found) => {
            noteSeen(found)
            search.pick(found.reference)
          }}
        />
      )}
    </div>
  )
}

/** A slash begins a search where a word could begin. */
function startOfSearch({ state }: Editor): string {
  const { nodeBefore } = state.selection.$from
  return nodeBefore?.isText && !/\s$/u.test(nodeBefore.text ?? '') ? ' /' : '/'
}

/** Puts the cursor at the end of a block of the document: blocks without words are not counted, as they are not kept. */
function focusBlock(editor: Editor, index: number): void {
  let count = -1
  let end = editor.state.doc.content.size
  editor.state.doc.forEach((node, offset) => {
    const isKept = node.content.childCount > 0 && toDocument({ content: [node.toJSON()] }).length > 0
    if (isKept) count += 1
    if (isKept && count === index) end = offset + node.nodeSize - 1
  })
  editor.chain().setTextSelection(end).run()
  editor.view.dom.scrollIntoView({ block: 'center' })
  editor.commands.focus(end)
}
