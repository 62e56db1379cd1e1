import { Extension, type Range } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import { toAttributes } from '@/components/sitrep-desk/prose-json'
import type { Reference } from '@/domain/sitrep/written'

/** A search that is being typed in a text. */
export interface Search {
  typed: string
  /** Where its list stands: at the cursor. */
  place: () => DOMRect | null
  /** Puts a reference in its place. */
  pick: (reference: Reference) => void
}

interface Options {
  /** Null: there is none any more. */
  onSearch: (search: Search | null) => void
  /** A key while a search is open; true where the list took it. */
  onKey: (event: KeyboardEvent) => boolean
}

/** Opens a search at `/` where a word could begin, and at `[[` anywhere. */
export function searchExtension({ onSearch, onKey }: Options) {
  return Extension.create({
    name: 'referenceSearch',
    addProseMirrorPlugins() {
      const { editor } = this
      const insert = (range: Range, reference: Reference) =>
        editor
          .chain()
          .focus()
          .insertContentAt(range, { type: 'reference', attrs: toAttributes(reference) })
          .run()
      const tell = ({ query, clientRect, range }: SuggestionProps<never, Reference>) =>
        onSearch({
          typed: query.trim(),
          place: () => clientRect?.() ?? null,
          pick: (reference) => insert(range, reference),
        })
      return ['/', '[['].map((char) =>
        Suggestion<never, Reference>({
          editor,
          char,
          pluginKey: new PluginKey(`reference ${char}`),
          allowSpaces: true,
          allowedPrefixes: char === '/' ? [' ', '\u00a0', '('] : null,
          decorationClass: 'reference-search',
          dismissOnOutsideClick: true,
          allow: () => editor.isEditable,
          render: () => ({
            onStart: tell,
            onUpdate: tell,
            onKeyDown: ({ event }) => onKey(event),
            onExit: () => onSearch(null),
          }),
        }),
      )
    },
  })
}
