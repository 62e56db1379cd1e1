import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'

/** The static fonts shipped with the project: what is drawn looks the same on every machine. */
const fontFolder = path.join(process.cwd(), 'formats', 'pdf', 'fonts')

let fontFiles: string[] | null = null

function shippedFonts(): string[] {
  fontFiles ??= existsSync(fontFolder)
    ? readdirSync(fontFolder)
        .filter((name) => name.endsWith('.ttf'))
        .map((name) => path.join(fontFolder, name))
    : []
  return fontFiles
}

/**
 * Draws an SVG (of a theme with plain colours, not "screen") as PNG bytes with the shipped fonts; `scale` 2 for sharp screens and print.
 * Throws an Error where the SVG cannot be read.
 */
export function renderChartPng(svg: string, scale = 2): Uint8Array {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: shippedFonts(), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  })
  return drawn.render().asPng()
}
