import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { Feed } from '@/domain/feed/feed'
import { writeAtom } from '@/formats/feed/write-atom'
import { writeJsonFeed } from '@/formats/feed/write-json-feed'

const feed: Feed = {
  title: 'Corrections – A & B',
  subtitle: 'Old, new, why',
  language: 'en',
  home: 'https://attest.example/crises/a/corrections',
  self: 'https://attest.example/crises/a/corrections/feed.atom',
  author: 'Test desk',
  since: '2023-09-19T00:00:00.000Z',
  entries: [
    {
      id: 'https://attest.example/crises/a/corrections#f:1',
      url: 'https://attest.example/crises/a/figures/f',
      title: 'Killed <in town>',
      text: 'Was: 12\nNow: 5\u0007',
      at: '2023-09-22T12:00:00.000Z',
    },
  ],
}

test('an Atom feed has all that RFC 4287 requires, and text is text', () => {
  const xml = writeAtom(feed)
  expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"')).toBe(true)
  expect(xml).not.toContain('\u0007')
  const { document } = parseHTML(`<body>${xml.replace(/^<\?.*\?>\n/, '')}</body>`)
  const root = document.querySelector('feed')
  const only = (name: string) => [...(root?.children ?? [])].filter(({ localName }) => localName === name)
  for (const name of ['id', 'title', 'updated', 'author']) expect(only(name), name).toHaveLength(1)
  expect(only('updated')[0]?.textContent).toBe('2023-09-22T12:00:00.000Z')
  expect(only('link').map((link) => link.getAttribute('rel'))).toEqual(['self', 'alternate'])
  const entry = document.querySelector('entry')
  for (const name of ['id', 'title', 'updated', 'content']) expect(entry?.querySelector(name), name).not.toBeNull()
  expect(entry?.querySelector('title')?.textContent).toBe('Killed <in town>')
})

test('a feed without entries is as old as what it could tell of', () => {
  expect(writeAtom({ ...feed, entries: [] })).toContain('<updated>2023-09-19T00:00:00.000Z</updated>')
})

test('a JSON feed is of version 1.1 with its own address', () => {
  const json = JSON.parse(writeJsonFeed(feed))
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: feed.self,
    home_page_url: feed.home,
    items: [{ id: feed.entries[0]?.id, date_published: '2023-09-22T12:00:00.000Z' }],
  })
})
