import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { goldenDays } from '@/tests/support/golden-days'

const run = promisify(execFile)
/** West of Greenwich with summer time, by half hours, and as far east as it gets. */
const zones = ['America/St_Johns', 'Asia/Kathmandu', 'Pacific/Kiritimati']

async function composeIn(zone: string): Promise<Record<string, Sitrep>> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'tests/support/compose-golden.ts'], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

/** Versions of ICU set different spaces between digits and words: the only thing that may differ. */
const written = (sitrep: Sitrep | undefined) =>
  `${JSON.stringify(sitrep, null, 1)}\n`.replace(/[\u00a0\u2009\u202f]/g, ' ')

describe('golden sitreps', () => {
  it.each(zones)(
    'are composed byte for byte as they were, on a server in %s',
    async (zone) => {
      const composed = await composeIn(zone)
      for (const { name } of goldenDays) {
        await expect(written(composed[name])).toMatchFileSnapshot(`../../golden/${name}.json`)
      }
    },
    60_000,
  )
})
