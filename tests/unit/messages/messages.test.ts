import { describe, expect, it } from 'vitest'
import ar from '@/messages/ar.json'
import en from '@/messages/en.json'
import hy from '@/messages/hy.json'
import ru from '@/messages/ru.json'

type Tree = { [name: string]: string | Tree }
function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, words]): [string, string][] =>
    typeof words === 'string' ? [[`${path}${name}`, words]] : flatten(words, `${path}${name}.`),
  )
}

/** Of a choice between words, `{noun, select, figure {figure} …}`, the words of a branch look like something put in. */
const withoutBranches = (text: string) => (text.includes(', select,') ? text.replace(/\w+ \{\w+\}/g, '') : text)
/** What is put into a text: `{name}` and `{count, plural, …}`, without the words of its branches. */
const inserted = (text: string) =>
  [...new Set([...withoutBranches(text).matchAll(/\{(\p{ASCII}+?)(?=[,}])/gu)].map(([, name]) => name?.trim()))]
    .filter((name) => /^[a-zA-Z]\w*$/.test(name ?? ''))
    .sort()

const english = new Map(flatten(en))

describe.each([
  ['hy', hy, /\p{Script=Armenian}/u],
  ['ru', ru, /\p{Script=Cyrillic}/u],
  ['ar', ar, /\p{Script=Arabic}/u],
] as const)('the words of the screens in %s', (_, messages, script) => {
  const own = new Map(flatten(messages as unknown as Tree))

  it('are all there, and none that no page asks for', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('take in what the English ones take in', () => {
    for (const [name, text] of english) expect([name, inserted(own.get(name) ?? '')]).toEqual([name, inserted(text)])
  })

  it('are in its script, but for names and abbreviations', () => {
    const names = /Attest|PDF|PNG|SVG|CSV|SHA-256|P-code|ReliefWeb|en, hy, ru, ar/g
    const foreign = [...own].filter(([, text]) => {
      const said = text.replace(/\{\w+\}/g, '').replace(names, '')
      return /\p{L}/u.test(said) && !script.test(said)
    })
    expect(foreign).toEqual([])
  })
})
