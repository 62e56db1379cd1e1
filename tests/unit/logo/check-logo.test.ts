import { crc32, deflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLogo } from '@/formats/logo/check-logo'

const check = (svg: string) => checkLogo(Buffer.from(svg))
const kept = (svg: string) => {
  const logo = check(svg)
  if ('reason' in logo) throw new Error(logo.reason)
  return Buffer.from(logo.bytes).toString()
}
const svg = (inside: string, attributes = 'viewBox="0 0 40 20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`
const shape = '<rect width="10" height="10" fill="#0b5cad"/>'

describe('an SVG as a logo', () => {
  it('keeps its shapes, and nothing that drawing programs noted for themselves', () => {
    const written = kept(
      `<?xml version="1.0"?><!-- made by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg(
        `<metadata><rdf:RDF>somebody's name</rdf:RDF></metadata><sodipodi:namedview id="base"/><title>Office</title><g data-name="Layer 1">${shape}</g>`,
      )}`,
    )
    expect(written).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>Office</title><g><rect width="10" height="10" fill="#0b5cad"/></g></svg>',
    )
  })

  it('writes styles by class and by attribute out at the shapes', () => {
    const written = kept(
      svg(
        '<style>.a,.b{fill:#123456;font-family:Arial}.b{stroke:red}</style><path class="b" style="opacity:.5" d="M0 0h9v9z"/>',
      ),
    )
    expect(written).toContain('<path d="M0 0h9v9z" fill="#123456" stroke="red" opacity=".5"/>')
    expect(written).not.toContain('font-family')
  })

  it.each([
    ['a script', '<script>alert(1)</script>', 'script'],
    ['a handler', '<rect width="9" height="9" onload="alert(1)"/>', 'handler'],
    ['a document inside', '<foreignObject><body/></foreignObject>', 'foreignObject'],
    ['a picture from elsewhere', '<image href="https://example.org/a.png"/>', 'image'],
    ['an address', '<a href="https://example.org"><rect width="9" height="9"/></a>', '"a"'],
    ['a gradient from elsewhere', '<linearGradient xlink:href="https://example.org/#g"/>', 'outside'],
    ['a fill from elsewhere', '<rect width="9" height="9" fill="url(https://example.org/#g)"/>', 'outside'],
    ['a fill from elsewhere in a style', '<rect width="9" height="9" style="fill:url(//example.org/#g)"/>', 'outside'],
    ['letters', '<text x="1" y="9">Office</text>', 'outlines'],
    ['copies of copies', '<g id="a"/><use href="#a"/>', '"use"'],
    ['an animation', '<rect width="9" height="9"><animate attributeName="x"/></rect>', 'animate'],
    ['what is not closed', '<g><rect width="9" height="9"/>', 'well formed'],
  ])('is refused with %s', (_, inside, reason) => {
    const logo = check(svg(inside + shape))
    expect(logo).toHaveProperty('reason', expect.stringContaining(reason))
  })

  it('takes nothing over of a style sheet but rules for its shapes', () => {
    expect(kept(svg(`<style>@import "https://example.org/a.css";</style>${shape}`))).not.toMatch(/import|example/)
  })

  it('is refused with entities, with instructions, without a size, and too long', () => {
    const reasonOf = (text: string) => (check(text) as { reason: string }).reason
    expect(reasonOf(`<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`)).toContain('entities')
    expect(reasonOf(`<?xml-stylesheet href="https://example.org/a.css"?>${svg(shape)}`)).toContain('instructions')
    expect(reasonOf(svg(shape, ''))).toContain('how large')
    expect(reasonOf(svg(shape, 'viewBox="0 0 900 10"'))).toContain('8 times')
    expect(reasonOf(svg('<path d="M0 0"/>'.repeat(4000)))).toContain('too much')
    expect(reasonOf('not a picture')).toContain('neither')
    expect((checkLogo(Buffer.from([0xff, 0xfe, 0x00])) as { reason: string }).reason).toContain('neither')
    expect((checkLogo(Buffer.alloc(300 * 1024)) as { reason: string }).reason).toContain('256 KB')
  })

  it('never keeps anything that runs or loads, whatever is in it', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      'onload="x"',
      'href="https://e.org"',
      '<style>',
      '</style>',
      '.a{fill:url(https://e.org)}',
      '<![CDATA[',
      ']]>',
      '&#106;avascript:',
      '"',
      "'",
      '<g',
      '>',
      '/>',
      '</g>',
      '<!--',
      '-->',
      '<rect width="1" height="1"/>',
      'style="fill:url(#a)"',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const logo = check(svg(pieces.join('') + shape))
        if ('reason' in logo) return
        const written = Buffer.from(logo.bytes).toString()
        expect(written).not.toMatch(/<script|<style|\son\w+=|e\.org|javascript:/i)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a PNG as a logo', () => {
  const png = Buffer.from(new Resvg(svg(shape, 'viewBox="0 0 40 20" width="40" height="20"')).render().asPng())
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const withChunk = (added: Buffer) => Buffer.concat([png.subarray(0, 33), added, png.subarray(33)])

  it('keeps its pixels alone: texts, places and what follows its end are left out', () => {
    const told = Buffer.concat([withChunk(chunk('tEXt', Buffer.from('Author\0somebody'))), Buffer.from('<script>')])
    const logo = checkLogo(told)
    if ('reason' in logo) throw new Error(logo.reason)
    expect(logo.mediaType).toBe('image/png')
    expect(Buffer.from(logo.bytes).equals(png)).toBe(true)
  })

  it('is refused where it is damaged, holds other pixels than it says, or is too large', () => {
    const reasonOf = (file: Buffer) => (checkLogo(file) as { reason: string }).reason
    const wrong = Buffer.from(png)
    wrong[50] = (wrong[50] ?? 0) ^ 1
    expect(reasonOf(wrong)).toContain('damaged')
    expect(reasonOf(png.subarray(0, png.length - 4))).toContain('damaged')
    const head = Buffer.alloc(13)
    head.writeUInt32BE(1, 0)
    head.writeUInt32BE(1, 4)
    head.set([8, 6, 0, 0, 0], 8)
    const bomb = deflateSync(Buffer.alloc(5_000_000))
    const ends = [chunk('IDAT', bomb), chunk('IEND', Buffer.alloc(0))]
    expect(reasonOf(Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), ...ends]))).toContain('damaged')
    head.writeUInt32BE(5000, 0)
    expect(reasonOf(Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), ...ends]))).toContain('5000')
  })
})
