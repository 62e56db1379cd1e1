import type { JSONContent } from '@tiptap/core'
import type { ProseBlock, ProseDocument, ProseRun, Reference } from '@/domain/sitrep/written'

/** The longest run of text the document takes. */
const longestText = 5000

/** A document as the editor holds it: an empty one has one empty block to write in. */
export function toEditor(document: ProseDocument, emptyKind: ProseBlock['kind'] = 'paragraph'): JSONContent {
  const blocks = document.length > 0 ? document : [{ kind: emptyKind, content: [] }]
  return {
    type: 'doc',
    content: blocks.map(({ kind, content }) => ({
      type: kind,
      content: content.map((run) =>
        typeof run === 'string' ? { type: 'text', text: run } : { type: 'reference', attrs: toAttributes(run) },
      ),
    })),
  }
}

/** What is in the editor as a document: text and references, nothing else; blocks without words are left out. */
export function toDocument(json: JSONContent): ProseDocument {
  return (json.content ?? []).flatMap((block): ProseDocument => {
    const content = (block.content ?? []).flatMap(toRuns)
    const isEmpty = content.every((run) => typeof run === 'string' && run.trim() === '')
    return isEmpty ? [] : [{ kind: block.type === 'bullet' ? 'bullet' : 'paragraph', content }]
  })
}

function toRuns({ type, text = '', attrs }: JSONContent): ProseRun[] {
  if (type === 'reference') return [toReference({ kind: attrs?.kind, id: attrs?.id })]
  const kept = text.replaceAll('\0', '')
  return kept.match(new RegExp(`[^]{1,${longestText}}`, 'gu')) ?? []
}

export interface ReferenceAttributes {
  kind: 'figure' | 'headline' | 'sentence' | 'note'
  id: string
}

export function toAttributes(reference: Reference): ReferenceAttributes {
  const [[kind = '', id = ''] = []] = Object.entries(reference)
  return { kind: kind as ReferenceAttributes['kind'], id: String(id) }
}

export function toReference({ kind, id }: ReferenceAttributes): Reference {
  return { [kind]: id } as unknown as Reference
}

/** Lines of pasted text as blocks: what began as a list goes on as one. */
export function fromPastedText(text: string): ProseDocument {
  return text
    .replaceAll('\0', '')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, item] = /^[-*•·–‣]\s+(.+)$/u.exec(line) ?? []
      return item === undefined ? { kind: 'paragraph', content: [line] } : { kind: 'bullet', content: [item] }
    })
}
