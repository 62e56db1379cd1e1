import { describe, expect, it } from 'vitest'
import { makeChartFormat } from '@/domain/chart/chart-format'
import { buildDailyBars } from '@/domain/chart/daily-bars'
import { layoutChart } from '@/domain/chart/layout/layout-chart'
import { textWidth } from '@/domain/chart/layout/text-width'
import { buildStepChart } from '@/domain/chart/step-chart'
import { makeChartFile } from '@/formats/chart/chart-files'
import { renderChartSvg } from '@/formats/svg/chart-svg'
import { renderSparklineSvg } from '@/formats/svg/sparkline-svg'
import { exact, zone } from '@/tests/support/make-figure'
import {
  arrivalsRequest,
  killedRequest,
  killedScope,
  makeRequest,
  makeSlice,
  makeSpec,
  named,
  said,
} from '@/tests/unit/chart/sample-slices'

const models = () => [
  buildStepChart(arrivalsRequest()),
  buildStepChart(killedRequest()),
  buildDailyBars(arrivalsRequest()),
]

/** The same looked at from another year: their times say theirs. */
const laterModels = () => {
  const format = makeChartFormat('en', zone)
  const [arrivals, killed] = [arrivalsRequest(), killedRequest()].map((request) => ({ ...request, format }))
  return arrivals && killed ? [buildStepChart(arrivals), buildStepChart(killed), buildDailyBars(arrivals)] : []
}

/** A chart of as many claimants as asked for, all ending near one another, with long names. */
function crowded(count: number) {
  const figures = Array.from({ length: count }, (_, index) =>
    said(named(`c${index}`, `Regional Commission of Inquiry number ${index}`), '2023-09-20T12:00', exact(100 + index)),
  )
  return buildStepChart(makeRequest(makeSlice(figures), makeSpec([{ label: 'Killed', scope: killedScope }])))
}

describe('a laid-out chart', () => {
  it.each([328, 600, 660, 900])('keeps every text inside its %i px and no two names on one another', (width) => {
    for (const model of [...models(), ...laterModels(), crowded(3), crowded(7), crowded(12)]) {
      const { labels, annotations, notes, xTicks, height } = layoutChart(model, { width })
      for (const { x, y, lines, anchor } of [...labels, ...annotations, ...notes]) {
        const widest = Math.max(...lines.map(({ text, strong }) => textWidth(text, 12, strong ? 600 : 400)))
        expect(anchor === 'end' ? x - widest : x).toBeGreaterThanOrEqual(0)
        expect(anchor === 'end' ? x : x + widest).toBeLessThanOrEqual(width)
        expect(y + (lines.length - 1) * 16).toBeLessThanOrEqual(height)
      }
      for (const [index, a] of labels.entries()) {
        for (const b of labels.slice(index + 1)) {
          const isSameColumn = Math.abs(a.x - b.x) < 1
          const [upper, lower] = a.y < b.y ? [a, b] : [b, a]
          if (isSameColumn) expect(lower.y - upper.y).toBeGreaterThanOrEqual(upper.lines.length * 16)
        }
      }
      const edges = xTicks.map(
        ({ labelX, label }) => [labelX - textWidth(label, 12) / 2, labelX + textWidth(label, 12) / 2] as const,
      )
      for (const [index, [left]] of edges.entries())
        if (index > 0) expect(left).toBeGreaterThan(edges[index - 1]?.[1] ?? 0)
    }
  })

  it('draws steps, never slopes', () => {
    for (const { path } of layoutChart(buildStepChart(arrivalsRequest()), { width: 600 }).lines) {
      expect(path).toMatch(/^M[\d.]+ [\d.]+([HV][\d.]+|M[\d.]+ [\d.]+)*$/)
    }
  })

  it('tells lines apart without colour: a shape each, dashes from the fourth on', () => {
    const { lines } = layoutChart(crowded(5), { width: 600 })
    expect(new Set(lines.map(({ shape }) => shape)).size).toBe(5)
    expect(lines.map(({ dash }) => dash !== '')).toEqual([false, false, false, true, true])
  })
})

describe('a chart as SVG', () => {
  it('has no style element or attribute and no text under 12 px', () => {
    for (const model of models()) {
      const svg = renderChartSvg(model, { width: 328, theme: 'screen', idPrefix: 'a' })
      expect(svg).not.toMatch(/<style|style=|class=|<script/)
      for (const [, size] of svg.matchAll(/font-size="(\d+)"/g)) expect(Number(size)).toBeGreaterThanOrEqual(12)
    }
  })

  it('names the page’s custom properties on the screen and plain colours elsewhere', () => {
    const [model] = models()
    if (!model) throw new Error('no chart')
    expect(renderChartSvg(model, { width: 600, theme: 'screen', idPrefix: 'a' })).toContain('var(--series-1)')
    expect(renderChartSvg(model, { width: 600, theme: 'print', idPrefix: 'a' })).not.toContain('var(')
  })

  it('is named and described for those who cannot see it, by ids of its own', () => {
    const [model] = models()
    if (!model) throw new Error('no chart')
    const svg = renderChartSvg(model, { width: 600, theme: 'light', idPrefix: 'left' })
    expect(svg).toContain('role="img"')
    expect(svg).toContain('aria-labelledby="left-title left-desc"')
    expect(svg).toContain(`<title id="left-title">${model.title}</title>`)
  })

  it('escapes what sources wrote', () => {
    const figures = [said(named('x', '<b>"A" & B</b>'), '2023-09-20T12:00', exact(3))]
    const model = buildStepChart(makeRequest(makeSlice(figures), makeSpec([{ label: 'Killed', scope: killedScope }])))
    const svg = renderChartSvg(model, { width: 600, theme: 'light', idPrefix: 'a' })
    expect(svg).not.toContain('<b>')
    expect(svg).toContain('&#60;b&#62;&#34;A&#34; &#38; B&#60;/b&#62;')
  })

  it('says "No figure reported" where there is nothing to draw', () => {
    const model = buildStepChart(makeRequest(makeSlice([]), makeSpec([{ label: 'Killed', scope: killedScope }])))
    expect(renderChartSvg(model, { width: 600, theme: 'light', idPrefix: 'a' })).toContain('>No figure reported</text>')
  })

  it('isolates right-to-left texts, so that places mean the same in a page of either direction', () => {
    const model = { ...buildStepChart(arrivalsRequest()), direction: 'rtl' as const, language: 'ar' as const }
    const svg = renderChartSvg(model, { width: 600, theme: 'light', idPrefix: 'a' })
    expect(svg).toContain('direction="ltr"')
    expect(svg).toContain('>\u2067UNHCR\u2069</text>')
  })
})

describe('a chart as a file', () => {
  const file = (extension: 'svg' | 'png' | 'csv') =>
    makeChartFile({
      model: buildStepChart(killedRequest()),
      extension,
      address: 'https://example.org/crises/x',
      sources: [{ n: 1, citationText: '=Office, "Statement"' }],
    })

  it('is a PNG at twice its width', () => {
    const { body, contentType } = file('png')
    expect(contentType).toBe('image/png')
    expect([...body.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(new DataView(body.buffer, body.byteOffset).getUint32(16)).toBe(1440)
  })

  it('is an SVG that carries title, sources and address', () => {
    const text = new TextDecoder().decode(file('svg').body)
    expect(text).toContain('People killed: at least 200 as of 20 Sep, 21:30')
    expect(text).toContain('https://example.org/crises/x')
  })

  it('is a CSV in which plain counts are numbers, bounds are words, and every row is cited', () => {
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file('csv').body).trim().split('\r\n')
    expect(lines[0]).toContain('As of,Claimant,Count,Value,Remark,Source')
    expect(lines.some((line) => line.includes(',25,'))).toBe(true)
    expect(lines.some((line) => line.includes(',at least 200,'))).toBe(true)
    expect(lines.some((line) => line.includes(`"'=Office`))).toBe(true)
  })
})

describe('a sparkline as SVG', () => {
  it('is empty with fewer than two statements', () => {
    expect(renderSparklineSvg({ points: [{ x: 1, y: 1 }], alt: '' }, { theme: 'light' })).toBe('')
    const svg = renderSparklineSvg(
      {
        points: [
          { x: 0, y: 0.5 },
          { x: 1, y: 1 },
        ],
        alt: '1 → 2',
      },
      { theme: 'print' },
    )
    expect(svg).toContain('<title>1 → 2</title>')
  })
})
