import { describe, expect, it } from 'vitest'
import ar from '@/messages/ar.json'
import en from '@/messages/en.json'
import hy from '@/messages/hy.json'
import ru from '@/messages/ru.json'

/** The words of the pages that the public reads; those of the desk are in English. */
const ofThePublic = [
  'site',
  'nav',
  'home',
  'dashboard',
  'filter',
  'tile',
  'citation',
  'figures',
  'figure',
  'document',
  'displacement',
  'ombudsman',
  'sources',
  'corrections',
  'methodology',
  'sitreps',
  'contested',
  'notFound',
  'failure',
  'chart',
  'grades',
  'credibility',
  'sourceKinds',
  'verify',
  'subscriptions',
] as const

type Tree = { [name: string]: string | Tree }
function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, words]): [string, string][] =>
    typeof words === 'string' ? [[`${path}${name}`, words]] : flatten(words, `${path}${name}.`),
  )
}

/** What is put into a text: `{name}` and `{count, plural, …}`, without the words of its branches. */
const inserted = (text: string) =>
  [...new Set([...text.matchAll(/\{(\p{ASCII}+?)(?=[,}])/gu)].map(([, name]) => name?.trim()))]
    .filter((name) => /^[a-zA-Z]\w*$/.test(name ?? ''))
    .sort()

const english = new Map(flatten(Object.fromEntries(ofThePublic.map((name) => [name, en[name]]))))

describe.each([
  ['hy', hy, /\p{Script=Armenian}/u],
  ['ru', ru, /\p{Script=Cyrillic}/u],
  ['ar', ar, /\p{Script=Arabic}/u],
] as const)('the words of the public pages in %s', (_, messages, script) => {
  const own = new Map(flatten(messages as unknown as Tree))

  it('are all there, and none that no page asks for', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('take in what the English ones take in', () => {
    for (const [name, text] of english) expect([name, inserted(own.get(name) ?? '')]).toEqual([name, inserted(text)])
  })

  it('are in its script, but for names and abbreviations', () => {
    const names = /^(?:Attest|PDF|PNG|SVG|CSV|SHA-256 \{hash\}|\{reason\})$/
    const foreign = [...own].filter(([, text]) => !script.test(text) && !names.test(text))
    expect(foreign).toEqual([])
  })
})
