import { Extension, mergeAttributes, Node, textblockTypeInputRule } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import { fromPastedText, type ReferenceAttributes, toEditor, toReference } from '@/components/sitrep-desk/prose-json'
import type { ReferenceValues } from '@/components/sitrep-desk/reference-values'
import { referenceKey } from '@/domain/sitrep/written'

/*
 * What prose may hold, as the editor's schema: paragraphs and bullets of text and references. No marks, no headings, no tables: whatever is
 * pasted becomes that or nothing.
 */

const Text = Node.create({ name: 'text', group: 'inline' })

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes), 0],
})

const isInBullet = ({ selection }: EditorState) => selection.$from.parent.type.name === 'bullet'

/** One bullet; those that follow one another are a list. */
const Bullet = Node.create({
  name: 'bullet',
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', {}, ['li', mergeAttributes(HTMLAttributes), 0]],
  addInputRules() {
    return [textblockTypeInputRule({ find: /^\s*[-*•]\s$/, type: this.type })]
  },
  addKeyboardShortcuts() {
    const leave = () =>
      this.editor.schema.nodes.paragraph !== undefined &&
      isInBullet(this.editor.state) &&
      this.editor.commands.setNode('paragraph')
    return {
      Enter: () => {
        const { selection } = this.editor.state
        if (!isInBullet(this.editor.state)) return false
        if (selection.$from.parent.content.size === 0) return leave()
        return this.editor.commands.command(({ tr, dispatch }) => {
          if (dispatch) tr.deleteSelection().split(tr.selection.from).scrollIntoView()
          return true
        })
      },
      Backspace: () => {
        const { empty, $from } = this.editor.state.selection
        return empty && $from.parentOffset === 0 && leave()
      },
    }
  },
})

/** A number, sentence or note of the ledger, which shows what it reads now. */
const makeReference = (values: ReferenceValues, words: ReferenceWords) =>
  Node.create({
    name: 'reference',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ kind: { rendered: false }, id: { rendered: false } }),
    parseHTML: () => [
      {
        tag: 'span[data-reference]',
        getAttrs: (element) => {
          const [, kind, id] = /^(figure|headline|sentence|note):(.{1,80})$/.exec(element.dataset.reference ?? '') ?? []
          return kind ? { kind, id } : false
        },
      },
    ],
    renderHTML: ({ node }) => ['span', { 'data-reference': keyOf(node.attrs as ReferenceAttributes) }],
    renderText: ({ node }) => values.get(keyOf(node.attrs as ReferenceAttributes))?.text ?? '[…]',
    addNodeView:
      () =>
      ({ node }) => {
        const key = keyOf(node.attrs as ReferenceAttributes)
        const dom = document.createElement('span')
        dom.className = 'reference'
        dom.dataset.reference = key
        const show = () => showValue(dom, values.get(key), words)
        show()
        return { dom, destroy: values.subscribe(show), ignoreMutation: () => true }
      },
  })

export interface ReferenceWords {
  /** "was 25, now 27", for whoever hears it. */
  moved: (was: string, now: string) => string
}

const keyOf = (attributes: ReferenceAttributes) => referenceKey(toReference(attributes))

function showValue(dom: HTMLElement, value: ReturnType<ReferenceValues['get']>, words: ReferenceWords) {
  const element = (tag: string, text: string) => Object.assign(document.createElement(tag), { textContent: text })
  const { text = '…', was = null, cite = [], who = '' } = value ?? {}
  dom.title = [who, was === null ? '' : words.moved(was, text)].filter(Boolean).join('. ')
  dom.toggleAttribute('data-moved', was !== null)
  dom.toggleAttribute('data-lost', text === '[…]')
  dom.replaceChildren(
    ...(was === null ? [] : [element('del', was), document.createTextNode(' ')]),
    element(was === null ? 'span' : 'ins', text),
    ...(cite.length > 0 ? [element('sup', ` [${cite.join(', ')}]`)] : []),
  )
}

/** Pasted text comes as its lines; only what was copied in such an editor keeps its references. */
const Paste = Extension.create({
  name: 'pasteAsText',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handlePaste: (_, event) => {
            const data = event.clipboardData
            if (!data || data.getData('text/html').includes('data-pm-slice')) return false
            const document = fromPastedText(data.getData('text/plain'))
            if (document.length === 0) return true
            const [only] = document
            // One line goes on in the sentence it is pasted into.
            if (document.length === 1 && only)
              return editor.commands.insertContent({ type: 'text', text: String(only.content[0]) })
            const hasParagraphs = editor.schema.nodes.paragraph !== undefined
            const blocks = hasParagraphs ? document : document.map((block) => ({ ...block, kind: 'bullet' as const }))
            return editor.commands.insertContent(toEditor(blocks).content ?? [])
          },
          handleDrop: (_, event) => !event.dataTransfer?.getData('text/html').includes('data-pm-slice'),
        },
      }),
    ]
  },
})

/** The nodes of a section's editor; `isList`: of one that holds bullets alone, as highlights do. */
export function proseExtensions({
  values,
  words,
  isList,
}: {
  values: ReferenceValues
  words: ReferenceWords
  isList: boolean
}) {
  const Document = Node.create({ name: 'doc', topNode: true, content: isList ? 'bullet+' : 'block+' })
  return [Document, Text, ...(isList ? [] : [Paragraph]), Bullet, makeReference(values, words), Paste]
}
