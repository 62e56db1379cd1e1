import { describe, expect, it } from 'vitest'
import { fromPastedText, toDocument, toEditor } from '@/components/sitrep-desk/prose-json'
import { type ProseDocument, proseDocumentSchema } from '@/domain/sitrep/written'

describe('prose in the editor', () => {
  it('comes back as it went in', () => {
    const document: ProseDocument = [
      { kind: 'paragraph', content: ['The office counted ', { figure: 'a' }, ' killed; ', { sentence: 'toll' }] },
      { kind: 'bullet', content: [{ note: 'n' }] },
      { kind: 'bullet', content: [{ headline: 'toll' }, ' in all parts.'] },
    ]
    expect(toDocument(toEditor(document))).toEqual(document)
  })

  it('is nothing where only blocks without words stand', () => {
    expect(toDocument(toEditor([]))).toEqual([])
    expect(toDocument({ content: [{ type: 'paragraph', content: [{ type: 'text', text: '  ' }] }] })).toEqual([])
  })

  it('fits what is kept, however long a text is pasted', () => {
    const long = `${'слово '.repeat(3000)}\u0000конец`
    const document = toDocument({ content: [{ type: 'paragraph', content: [{ type: 'text', text: long }] }] })
    expect(proseDocumentSchema.safeParse(document).success).toBe(true)
    expect(document[0]?.content.join('')).toBe(long.replace('\u0000', ''))
  })

  it('takes pasted text line by line, lists as lists', () => {
    expect(fromPastedText('First.\r\n\n- one\n• two\n')).toEqual([
      { kind: 'paragraph', content: ['First.'] },
      { kind: 'bullet', content: ['one'] },
      { kind: 'bullet', content: ['two'] },
    ])
  })
})
