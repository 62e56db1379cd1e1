import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFigure } from '@/domain/checks/check-figure'
import { prepareChecks } from '@/domain/checks/check-ground'
import type { AssignedIds } from '@/domain/dataset/assign-ids'
import { prepareEntries } from '@/domain/dataset/build-entries'
import { mergeDataset } from '@/domain/dataset/merge-dataset'
import { resolveCrisis } from '@/domain/dataset/resolve-crisis'
import { scopeOf } from '@/domain/figure/scope'
import { codelist } from '@/domain/indicator/codelist'
import { reconcile } from '@/domain/reconciliation/reconcile'
import { parseWhen } from '@/domain/time/local-time'

const folder = new URL('../../../scripts/demo/nagorno-karabakh-2023/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
const dataset = mergeDataset(names.sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
/** Keys stand for themselves, so that answers can be read. */
const ids: AssignedIds = { crisis: dataset.crisis.slug, of: (_, key) => key, ofMaybe: (_, key) => key }
const entries = prepareEntries(dataset, {
  ids,
  newId: () => 'citation',
  indicators: codelist,
  now: '2027-01-01T00:00:00.000Z',
})
const crisis = resolveCrisis(dataset, ids)
const disputes = dataset.disputes.map((dispute) => entries.buildDispute(dispute))
const figures = dataset.statements.flatMap((statement) =>
  statement.figures.map((figure) => ({
    ...entries.buildFigure(figure, statement),
    disputes: disputes.filter((dispute) => dispute.figure === figure.key),
  })),
)

/** The answer to the scope of a figure; `asOf` and `knownAt` in local time, a day being its end. */
function answer(key: string, asOf: string, knownAt: string) {
  const figure = figures.find(({ id }) => id === key)
  if (!figure) throw new Error(`No figure "${key}".`)
  const viewpoint = {
    asOf: parseWhen(asOf, crisis.timeZone).end,
    knownAt: parseWhen(knownAt, crisis.timeZone).end,
    audience: 'public',
    locale: 'en',
  } as const
  const indicator = codelist.find((one) => one.key === figure.indicator) ?? null
  const context = { viewpoint, policy: crisis.policy, indicator, resolutions: [], independences: [] }
  const headline = reconcile(scopeOf(figure), figures, context)
  const standing = headline.positions.filter(({ earlier }) => !earlier)
  return {
    headline,
    standing: standing.map(({ figure }) => figure),
    claimants: standing.map(({ claimant }) => claimant.id),
    earlier: headline.positions.filter(({ earlier }) => earlier).map(({ claimant }) => claimant.id),
  }
}

describe('Nagorno-Karabakh as of 19 September 2023, 16:30', () => {
  const at = (key: string) => answer(key, '2023-09-19T16:30', '2023-09-19')

  it('has at least 2 civilians killed, of them at least 1 child, from the ombudsman alone, and 11 injured', () => {
    expect(at('hrd-1600-killed-civilians').standing).toEqual(['hrd-1600-killed-civilians'])
    expect(at('hrd-1600-killed-civilians').headline.quantity).toMatchObject({ qualifier: 'at-least', low: 2 })
    expect(at('hrd-1600-killed-children').headline.quantity).toMatchObject({ qualifier: 'at-least', low: 1 })
    expect(at('hrd-1600-injured').headline.quantity).toMatchObject({ qualifier: 'exact', low: 11 })
  })
})

describe('Nagorno-Karabakh at the end of 19 September 2023', () => {
  const at = (key: string) => answer(key, '2023-09-19', '2023-09-19')

  it('has 27 killed with the caveat of coverage, of them 2 civilians', () => {
    expect(at('hrd-2230-killed').headline.positions).toMatchObject([
      { figure: 'hrd-2230-killed', quantity: { low: 27 } },
    ])
    expect(at('hrd-2230-killed').headline.positions[0]?.coverage).toMatch(/Askeran and Martuni/)
    expect(at('hrd-2230-killed-civilians').standing).toContain('hrd-2230-killed-civilians')
    expect(figures.find(({ id }) => id === 'hrd-2230-killed-civilians')).toMatchObject({ partOf: 'hrd-2230-killed' })
  })

  it('has more than 200 injured and 29 injured civilians', () => {
    expect(at('hrd-2230-injured').headline.quantity).toMatchObject({ qualifier: 'more-than', low: 200 })
    expect(at('hrd-2143-injured-civilians').headline.quantity).toMatchObject({ qualifier: 'exact', low: 29 })
  })

  it('has six killed on the mined road, denied in an aspect not specified, which does not make it contested', () => {
    const { headline } = at('az-mines-killed')
    expect(headline.quantity).toMatchObject({ qualifier: 'exact', low: 6 })
    expect(headline.positions[0]?.disputes.map(({ aspect }) => aspect)).toEqual(['unspecified'])
    expect(headline.agreement).toBe('single')
  })

  it('keeps the three wordings for the same four as parts of the six in one statement', () => {
    const parts = figures.filter(({ partOf }) => partOf === 'az-mines-killed')
    expect(parts.map(({ population, quantity }) => `${quantity.low} ${population.role}`).sort()).toEqual([
      '2 road-worker',
      '4 interior-ministry',
      '4 police',
      '4 soldier',
    ])
    expect(new Set(parts.map(({ statement }) => statement.id)).size).toBe(1)
  })
})

describe('Nagorno-Karabakh at the end of 20 September 2023', () => {
  const at = (key: string) => answer(key, '2023-09-20', '2023-09-20')

  it('has at least 200 killed, 10 civilians, 5 children, more than 400 injured', () => {
    expect(at('hrd-2130-killed').headline.quantity).toMatchObject({ qualifier: 'at-least', low: 200 })
    expect(at('hrd-2130-killed-civilians').headline.quantity).toMatchObject({ qualifier: 'exact', low: 10 })
    expect(at('hrd-2130-killed-children').headline.quantity).toMatchObject({ qualifier: 'exact', low: 5 })
    expect(at('hrd-2130-injured').headline.quantity).toMatchObject({ qualifier: 'more-than', low: 400 })
  })

  it('leaves 40 and 400 injured civilians unresolved', () => {
    const { headline, standing } = at('hrd-2130-injured-civilians-40')
    expect(headline.quantity).toBeNull()
    expect(headline.findings.map(({ code }) => code)).toEqual(['relays-differ'])
    expect(standing).toEqual(['hrd-2130-injured-civilians-40', 'hrd-2130-injured-civilians-400'])
  })

  it('has 10,000 evacuated from the ombudsman, and those whom Russian peacekeepers moved apart', () => {
    expect(at('hrd-2130-evacuated').claimants).toEqual(['human-rights-defender'])
    expect(at('hrd-2130-evacuated').headline.quantity).toMatchObject({ low: 10_000 })
    expect(at('mod-russia-20sep-evacuated').standing).toEqual(['mod-russia-20sep-evening-evacuated'])
  })

  it('knew neither the 200 nor the 10 at noon', () => {
    const atNoon = (key: string) => answer(key, '2023-09-20', '2023-09-20T12:00').standing
    expect(atNoon('hrd-2130-killed')).toEqual(['hrd-2230-killed'])
    expect(atNoon('hrd-2130-killed-civilians')).not.toContain('hrd-2130-killed-civilians')
  })
})

describe('arrivals in Armenia at the end of 30 September 2023', () => {
  it('are above 100,000 by one claimant, earlier positions outside the range', () => {
    const { headline, claimants, earlier } = answer('ga-30sep-arrived', '2023-09-30', '2023-09-30')
    expect(headline.quantity).toMatchObject({ qualifier: 'exact', low: 100_417 })
    expect(claimants).toEqual(['government-of-armenia'])
    expect(earlier).toContain('unhcr')
  })

  it('never take the 120,000 for a position', () => {
    const { headline } = answer('ga-30sep-arrived', '2024-12-31', '2026-12-31')
    expect(headline.positions.map(({ quantity }) => quantity.high)).not.toContain(120_000)
    expect(answer('dw-population-before', '2024-12-31', '2026-12-31').headline.positions).toEqual([])
  })
})

describe('the guard rails on the figures of Nagorno-Karabakh', () => {
  const now = parseWhen(dataset.documents[0]?.retrievedAt ?? '', crisis.timeZone).end
  const ground = prepareChecks(figures, { now, indicators: codelist, places: dataset.places.map(({ key }) => key) })
  const findings = figures.flatMap((figure) =>
    checkFigure(figure, ground).map(({ code, grave }) => ({ figure: figure.id, code, grave })),
  )

  it('find nothing grave', () => {
    expect(findings.filter(({ grave }) => grave)).toEqual([])
  })

  it('leave open what nobody can settle: relays that differ, and the ten-fold jump that one of them makes', () => {
    const accepted = new Set(
      dataset.statements.flatMap((statement) =>
        statement.figures.flatMap(({ key, acknowledged }) => acknowledged.map(({ code }) => `${key} ${code}`)),
      ),
    )
    const ofAge = ['stale', 'no-as-of']
    const open = findings.filter(({ figure, code }) => !ofAge.includes(code) && !accepted.has(`${figure} ${code}`))
    expect(open.map(({ figure, code }) => `${code} ${figure}`).sort()).toEqual([
      'relays-differ ga-28sep-cabinet-26sep-22800',
      'relays-differ ga-28sep-cabinet-26sep-26600',
      'relays-differ ga-28sep-cabinet-66500',
      'relays-differ ga-28sep-cabinet-68386',
      'relays-differ health-az-injured',
      'relays-differ health-az-injured-512',
      'relays-differ hrd-2130-injured-civilians-40',
      'relays-differ hrd-2130-injured-civilians-400',
      'ten-times-jump hrd-2130-injured-civilians-400',
    ])
  })
})
