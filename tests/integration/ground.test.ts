import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { askApi } from '@/tests/support/ask-api'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

let ledger: OpenLedger
let crisis: string
let people: Record<'administrator' | 'local' | 'contributor' | 'reader' | 'editor' | 'reviewer', ApiPerson>
let ids: { town: string; land: string; ministry: string; ombudsman: string; blast: string }

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  crisis = await ledger.loadTiny()
  const [keyed] = await ledger.sql`select (select id from places where key = 'town') as town,
    (select id from places where key = 'land') as land, (select id from sources where key = 'ministry') as ministry,
    (select id from sources where key = 'ombudsman') as ombudsman, (select id from events where key = 'blast') as blast`
  ids = keyed as typeof ids
  people = {
    administrator: await signInToApi(ledger.db, 'administrator', [{ role: 'administrator', crisis: null }]),
    local: await signInToApi(ledger.db, 'local', [{ role: 'administrator', crisis }]),
    contributor: await signInToApi(ledger.db, 'contributor', [{ role: 'contributor', crisis }]),
    reader: await signInToApi(ledger.db, 'reader', [{ role: 'reader', crisis: null }]),
    editor: await signInToApi(ledger.db, 'editor', [{ role: 'editor', crisis: null }]),
    reviewer: await signInToApi(ledger.db, 'reviewer', [{ role: 'reviewer', crisis: null }]),
  }
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

const settingsVersion = async () =>
  Number((await ledger.sql`select version from crises where id = ${crisis}`)[0]?.version)
const lastAudit = async () => (await ledger.sql`select * from audit_log order by seq desc limit 1`)[0]
const patch = (person: ApiPerson, address: string, version: number, body: unknown) =>
  sendToApi(person, { method: 'PATCH', address, body, headers: { 'if-match': String(version) } })
const place = (name: string, change: object = {}) => ({
  level: 'settlement',
  parent: ids.town,
  pcode: null,
  point: null,
  names: [{ name, language: 'en', usedBy: 'local' }],
  ...change,
})
const source = (name: string, change: object = {}) => ({
  names: [{ name, language: 'en' }],
  kind: 'media',
  parent: null,
  party: null,
  ...change,
})
const errorsOf = async (response: Response) =>
  (await response.json()).errors.map((one: { pointer: string }) => one.pointer)

describe('a crisis', () => {
  const made = { slug: 'made', title: 'Made', timeZone: 'Asia/Baku', startDay: '2024-01-01' }

  test('is created by an administrator of all crises alone', async () => {
    for (const person of [people.local, people.contributor, people.reader, people.editor, people.reviewer]) {
      expect((await sendToApi(person, { address: '/crises', body: made })).status).toBe(403)
    }
    const response = await sendToApi(people.administrator, { address: '/crises', body: made })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ slug: 'made', version: 1 })
    const read = await (await askApi('/crises/made')).json()
    expect(read).toMatchObject({ title: 'Made', fourEyes: true, cutOff: '24:00', languages: ['en'] })
  })

  test('needs an address of its own, a real zone and the four-eyes rule', async () => {
    const taken = await sendToApi(people.administrator, { address: '/crises', body: { ...made, title: 'Again' } })
    expect([taken.status, await errorsOf(taken)]).toEqual([422, ['/slug']])
    const body = { ...made, slug: 'other', timeZone: 'Mars/Olympus', fourEyes: false, startDay: '2024-02-30' }
    const impossible = await sendToApi(people.administrator, { address: '/crises', body })
    expect(impossible.status).toBe(422)
    expect((await errorsOf(impossible)).sort()).toEqual(['/fourEyes', '/startDay', '/timeZone'])
  })

  test('is changed by its administrators, and the log keeps before, after and why', async () => {
    const version = await settingsVersion()
    const body = { reason: 'The office moved.', contact: 'new@attest.example', cutOff: '18:00' }
    for (const person of [people.contributor, people.reader, people.editor, people.reviewer]) {
      expect((await patch(person, '/crises/tiny', version, body)).status).toBe(403)
    }
    const response = await patch(people.local, '/crises/tiny', version, body)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ version: version + 1 })
    expect(await lastAudit()).toMatchObject({
      action: 'change-crisis',
      actor_name: 'local',
      subject: `crisis:${crisis}`,
      details: {
        reason: 'The office moved.',
        before: { contact: 'desk@attest.example', cutOff: '24:00' },
        after: { contact: 'new@attest.example', cutOff: '18:00' },
      },
    })
  })

  test('changed from an old version is 409 with what stands now; figures do not make the version old', async () => {
    const version = await settingsVersion()
    const added = await sendToApi(people.contributor, { address: '/crises/tiny/places', body: place('Ford') })
    expect(added.status).toBe(201)
    expect(await settingsVersion()).toBe(version)
    const stale = await patch(people.local, '/crises/tiny', version - 1, { reason: 'Late.', title: 'Mine' })
    expect(stale.status).toBe(409)
    expect((await stale.json()).current).toMatchObject({ version, title: 'Tiny crisis' })
  })

  test('keeps its zone and its groups where figures depend on them, and names only what serves it', async () => {
    const [other] = await ledger.sql`select id from crises where slug = 'made'`
    const foreign = await sendToApi(people.administrator, { address: '/crises/made/sources', body: source('Foreign') })
    expect(other).toBeDefined()
    const { id } = await foreign.json()
    const body = {
      reason: 'A try.',
      timeZone: 'Asia/Baku',
      endDay: '2001-01-01',
      policy: { rules: ['preferred-sources'], preferredSources: [ids.ministry, id] },
    }
    const refused = await patch(people.local, '/crises/tiny', await settingsVersion(), body)
    expect(refused.status).toBe(422)
    expect((await errorsOf(refused)).sort()).toEqual(['/endDay', '/policy/preferredSources/1', '/timeZone'])
  })

  test('has its four-eyes rule switched on its own, with a reason, in an act of its own name', async () => {
    const version = await settingsVersion()
    const both = { reason: 'One person.', fourEyes: false, title: 'Tiny' }
    expect((await patch(people.local, '/crises/tiny', version, both)).status).toBe(422)
    expect((await patch(people.reviewer, '/crises/tiny', version, { reason: 'Mine.', fourEyes: false })).status).toBe(
      403,
    )
    expect((await patch(people.local, '/crises/tiny', version, { fourEyes: false, reason: ' ' })).status).toBe(422)
    const off = await patch(people.local, '/crises/tiny', version, { reason: 'One person.', fourEyes: false })
    expect(off.status).toBe(200)
    expect(await lastAudit()).toMatchObject({
      action: 'switch-four-eyes',
      details: { reason: 'One person.', before: { fourEyes: true }, after: { fourEyes: false } },
    })
    expect(await (await askApi('/crises/tiny')).json()).toMatchObject({ fourEyes: false })
    await patch(people.local, '/crises/tiny', version + 1, { reason: 'A second one came.', fourEyes: true })
  })

  test('a view as known before is chosen by the policy of then', async () => {
    const headline = async (query: string) => {
      const { items } = await (await askApi(`/crises/tiny/headlines?indicator=killed${query}`)).json()
      return items.map((one: { rule: string }) => one.rule)
    }
    expect(await headline('')).toEqual(['preferred-sources'])
    const before = new Date().toISOString()
    const policy = { rules: ['range'], preferredSources: [] }
    const response = await patch(people.local, '/crises/tiny', await settingsVersion(), { reason: 'Plain.', policy })
    expect(response.status).toBe(200)
    expect(await headline('')).toEqual(['range'])
    expect(await headline(`&knownAt=${before}`)).toEqual(['preferred-sources'])
    expect(await headline('&knownAt=2023-09-24')).toEqual(['preferred-sources'])
    const [figure] = await ledger.sql`select id from figures where key = 'toll-killed'`
    const ruleAt = async (at: string) =>
      (await (await askApi(`/figures/${figure?.id}?knownAt=${at}`)).json()).headline.rule
    expect([await ruleAt(new Date().toISOString()), await ruleAt(before)]).toEqual(['range', 'preferred-sources'])
  })
})

describe('sources, places and events', () => {
  test('are added to a crisis by whoever enters in it, for all crises by administrators of all', async () => {
    const from = { start: '2023-09-28T08:00:00Z', end: '2023-09-28T09:00:00Z', precision: 'hour' }
    const event = { title: 'Fire', place: ids.town, from, to: null, parent: ids.blast }
    const bodies = { sources: source('Radio'), places: place('Mill'), events: event }
    for (const [noun, body] of Object.entries(bodies)) {
      const address = `/crises/tiny/${noun}`
      for (const person of [people.reader, people.editor, people.reviewer]) {
        expect((await sendToApi(person, { address, body })).status, noun).toBe(403)
      }
      const response = await sendToApi(people.contributor, { address, body })
      expect(response.status, noun).toBe(201)
      expect(await response.json()).toMatchObject({ id: expect.any(String), version: 1 })
      if (noun === 'events') continue
      for (const person of [people.contributor, people.local]) {
        expect((await sendToApi(person, { address: `/${noun}`, body: { ...body, parent: null } })).status).toBe(403)
      }
      const forAll = await sendToApi(people.administrator, { address: `/${noun}`, body: { ...body, parent: null } })
      expect(forAll.status).toBe(201)
    }
  })

  test('name no parent of another crisis, and no P-code twice', async () => {
    const elsewhere = await sendToApi(people.administrator, {
      address: '/crises/made/places',
      body: place('Elsewhere', { parent: null }),
    })
    const { id } = await elsewhere.json()
    const lost = await sendToApi(people.contributor, {
      address: '/crises/tiny/places',
      body: place('Lost', { parent: id }),
    })
    expect([lost.status, await errorsOf(lost)]).toEqual([422, ['/parent']])
    const coded = place('Coded', { pcode: 'ZZ01' })
    expect((await sendToApi(people.contributor, { address: '/crises/tiny/places', body: coded })).status).toBe(201)
    expect((await sendToApi(people.contributor, { address: '/crises/tiny/places', body: coded })).status).toBe(409)
  })

  test('a source takes new names from now on, and is called by its old one as known before', async () => {
    const before = new Date().toISOString()
    const names = [{ name: 'Ministry of Defence', language: 'en' }]
    const body = { reason: 'Renamed by decree.', names, party: 'south' }
    for (const person of [people.contributor, people.reviewer]) {
      expect((await patch(person, `/sources/${ids.ministry}`, 1, body)).status).toBe(403)
    }
    const response = await patch(people.local, `/sources/${ids.ministry}`, 1, body)
    expect([response.status, await response.json()]).toEqual([200, { id: ids.ministry, version: 2 }])
    const nameAt = async (query: string) => {
      const { items } = await (await askApi(`/crises/tiny/sources${query}`)).json()
      return items.find((one: { id: string }) => one.id === ids.ministry)?.name
    }
    expect(await nameAt('')).toBe('Ministry of Defence')
    expect(await nameAt(`?knownAt=${before}`)).toBe('Ministry')
    expect(await lastAudit()).toMatchObject({
      action: 'change-source',
      details: { before: { party: 'north', names: [{ name: 'Ministry' }] }, after: { party: 'south' } },
    })
    const stale = await patch(people.local, `/sources/${ids.ministry}`, 1, body)
    expect([stale.status, (await stale.json()).current]).toMatchObject([409, { version: 2, party: 'south' }])
    expect((await patch(people.local, '/sources/none', 1, body)).status).toBe(404)
  })

  test('a place takes and loses names, and never lies in itself', async () => {
    const names = [
      { name: 'Town', language: 'en', usedBy: 'local' },
      { name: 'Stadt', language: 'de', usedBy: 'elsewhere' },
    ]
    const address = `/places/${ids.town}`
    expect((await patch(people.local, address, 1, { reason: 'Both are in use.', names })).status).toBe(200)
    expect((await patch(people.local, address, 2, { reason: 'One is not.', names: names.slice(0, 1) })).status).toBe(
      200,
    )
    const kept =
      await ledger.sql`select name, closed_by from place_names where place_id = ${ids.town} order by position`
    expect(kept.map((row) => [row.name, row.closed_by])).toEqual([
      ['Town', null],
      ['Stadt', 'withdrawn'],
    ])
    const ring = [
      [44, 40],
      [45, 40],
      [45, 41],
      [44, 40],
    ]
    const boundary = { type: 'MultiPolygon', coordinates: [[ring]] }
    expect((await patch(people.local, address, 3, { reason: 'Drawn.', boundary })).status).toBe(200)
    expect((await lastAudit())?.details).toMatchObject({
      before: { boundary: null },
      after: { boundary: { positions: 4 } },
    })
    const circle = await patch(people.local, `/places/${ids.land}`, 1, { reason: 'A slip.', parent: ids.town })
    expect([circle.status, await errorsOf(circle)]).toEqual([422, ['/parent']])
  })

  test('an event is changed by administrators', async () => {
    const body = { reason: 'A plainer title.', title: 'Blast at the depot' }
    expect((await patch(people.contributor, `/events/${ids.blast}`, 1, body)).status).toBe(403)
    expect((await patch(people.local, `/events/${ids.blast}`, 1, body)).status).toBe(200)
    expect((await lastAudit())?.details).toMatchObject({
      before: { title: 'Blast' },
      after: { title: 'Blast at the depot' },
    })
  })
})

describe('the codelist', () => {
  const row = {
    key: 'buried',
    group: 'casualties',
    unit: 'persons',
    measure: 'running-total',
    windowHours: 24,
    staleHours: 96,
    labels: { en: 'Buried' },
    definition: 'People laid to rest.',
  }

  test('is changed by administrators of all crises alone', async () => {
    expect((await sendToApi(people.local, { address: '/indicators', body: row })).status).toBe(403)
    expect((await sendToApi(people.administrator, { address: '/indicators', body: row })).status).toBe(201)
    const twice = await sendToApi(people.administrator, { address: '/indicators', body: row })
    expect([twice.status, await errorsOf(twice)]).toEqual([422, ['/key']])
    const body = { reason: 'Told apart.', unit: 'objects', labels: { en: 'Graves', ru: 'Могилы' } }
    expect((await patch(people.local, '/indicators/buried', 1, body)).status).toBe(403)
    const changed = await patch(people.administrator, '/indicators/buried', 1, body)
    expect([changed.status, await changed.json()]).toEqual([200, { key: 'buried', version: 2 }])
  })

  test('never changes what a key in use counts', async () => {
    const unit = await patch(people.administrator, '/indicators/killed', 1, { reason: 'A try.', unit: 'households' })
    expect([unit.status, await errorsOf(unit)]).toEqual([422, ['/unit']])
    const label = { reason: 'Clearer.', labels: { en: 'People killed' } }
    expect((await patch(people.administrator, '/indicators/killed', 1, label)).status).toBe(200)
    await expect(ledger.sql`update indicators set unit = 'households' where key = 'killed'`).rejects.toThrow('stay')
  })
})

describe('importing places', () => {
  const text = `Location,Admin Level,P-Code,Name,Parent P-Code
#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent
ZZZ,1,IM01,North,ZZZ
ZZZ,2,IM0101,Ford,IM01
`
  const address = '/crises/tiny/place-imports'
  const places = async () => (await ledger.sql`select pcode, parent_id from places order by pcode`).length

  test('is checked first, then one batch; the same file twice adds nothing', async () => {
    for (const person of [people.contributor, people.reader, people.reviewer]) {
      expect((await sendToApi(person, { address, body: { kind: 'places', text } })).status).toBe(403)
      expect((await sendToApi(person, { address: `${address}/check`, body: { kind: 'places', text } })).status).toBe(
        403,
      )
    }
    const before = await places()
    const checked = await sendToApi(people.local, { address: `${address}/check`, body: { kind: 'places', text } })
    expect((await checked.json()).counts).toEqual({ new: 2, changed: 0, same: 0, bad: 0 })
    expect(await places()).toBe(before)
    const imports = await Promise.all(
      [1, 2].map(() => sendToApi(people.local, { address, body: { kind: 'places', text } })),
    )
    const counts = await Promise.all(imports.map(async (one) => (await one.json()).counts))
    expect(counts.map((one) => one.new).sort()).toEqual([0, 2])
    expect(await places()).toBe(before + 2)
    const [ford] =
      await ledger.sql`select parent.pcode from places join places parent on parent.id = places.parent_id where places.pcode = 'IM0101'`
    expect(ford?.pcode).toBe('IM01')
    const again = await sendToApi(people.local, { address, body: { kind: 'places', text } })
    expect((await again.json()).counts).toEqual({ new: 0, changed: 0, same: 2, bad: 0 })
    expect(await lastAudit()).toMatchObject({ action: 'import-places', details: { same: 2 } })
  })

  test('is all or nothing where a line is bad, unless bad lines are left out', async () => {
    const flawed = `${text}ZZZ,9,IM0102,Mill,IM01\nZZZ,2,IM0103,Weir,IM01\n`
    const before = await places()
    const refused = await sendToApi(people.local, { address, body: { kind: 'places', text: flawed } })
    expect([refused.status, (await refused.json()).detail]).toEqual([422, expect.stringContaining('line 5')])
    expect(await places()).toBe(before)
    const body = { kind: 'places', text: flawed, skipBad: true }
    expect((await (await sendToApi(people.local, { address, body })).json()).counts).toMatchObject({ new: 1, bad: 1 })
  })

  test('a name the gazetteer lacks is added, and the names it has stay', async () => {
    const renamed = text.replace('Ford', 'Furt')
    const body = { kind: 'places', text: renamed, usedBy: 'elsewhere' }
    expect((await (await sendToApi(people.local, { address, body })).json()).counts).toMatchObject({
      changed: 1,
      same: 1,
    })
    const names = await ledger.sql`select name, used_by from place_names join places on places.id = place_id
      where pcode = 'IM0101' and known_to is null order by position`
    expect(names.map(({ name, used_by }) => [name, used_by])).toEqual([
      ['Ford', 'international'],
      ['Furt', 'elsewhere'],
    ])
  })

  test('boundaries are attached by P-code or by choice, and refused with a sentence where they are none', async () => {
    const ring = [
      [44, 40],
      [45, 40],
      [45, 41],
      [44, 40],
    ]
    const feature = (properties: object, coordinates: unknown) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates },
    })
    const features = [
      feature({ ADM1_PCODE: 'IM01', name: 'North' }, [ring]),
      feature({ name: 'Open' }, [ring.slice(0, 3)]),
      feature({ name: 'Somewhere' }, [ring]),
    ]
    const geojson = JSON.stringify({ type: 'FeatureCollection', features })
    const checked = await sendToApi(people.local, {
      address: `${address}/check`,
      body: { kind: 'boundaries', text: geojson },
    })
    const { features: found } = await checked.json()
    expect(found.map((one: { place: { name: string } | null }) => one.place?.name ?? null)).toEqual([
      'North',
      null,
      null,
    ])
    expect(found[1].message).toContain('ring')
    const attach = (choices: object[]) =>
      sendToApi(people.local, { address, body: { kind: 'boundaries', text: geojson, choices } })
    const wrong = await attach([
      { feature: 1, place: found[0].place.id },
      { feature: 9, place: ids.town },
      { feature: 2, place: 'none' },
    ])
    expect([wrong.status, await errorsOf(wrong)]).toEqual([422, ['/choices/0', '/choices/1', '/choices/2']])
    const attached = await attach([
      { feature: 0, place: found[0].place.id },
      { feature: 2, place: ids.town },
    ])
    expect(await attached.json()).toEqual({ attached: 2 })
    const [north] = await ledger.sql`select boundary from places where pcode = 'IM01'`
    expect(north?.boundary).toEqual({ type: 'MultiPolygon', coordinates: [[ring]] })
    const hostile = await sendToApi(people.local, {
      address,
      body: { kind: 'boundaries', text: '['.repeat(100_000), choices: [{ feature: 0, place: ids.town }] },
    })
    expect(hostile.status).toBe(422)
  })
})

describe('the preview of a policy', () => {
  const address = '/crises/tiny/policy-preview'

  test('shows each key figure under every policy, and writes nothing', async () => {
    const body = { policy: { rules: ['most-recent'], preferredSources: [ids.ombudsman] } }
    for (const person of [people.contributor, people.editor, people.reader]) {
      expect((await sendToApi(person, { address, body })).status).toBe(403)
    }
    const before = await lastAudit()
    const { items } = await (await sendToApi(people.local, { address, body })).json()
    expect(items).toHaveLength(1)
    const shown = Object.fromEntries(
      items[0].choices.map((one: { policy: string; text: string }) => [one.policy, one.text]),
    )
    // The ministry's six is resolved; the ombudsman's "at least 2" is the other standing position.
    expect(items[0].positions.map(({ text }: { text: string }) => text).sort()).toEqual(['6', 'at least 2'])
    expect(shown).toMatchObject({
      resolved: '6',
      'preferred-sources': 'at least 2',
      range: 'at least 2',
      proposed: '6',
    })
    expect((await lastAudit())?.seq).toBe(before?.seq)
  })
})

describe('the audit log', () => {
  const items = async (person: ApiPerson, query = '') =>
    (await (await askApi(`/audit${query}`, person.headers)).json()).items

  test('is for administrators: of all crises all of it, of certain crises their acts', async () => {
    expect((await askApi('/audit')).status).toBe(401)
    for (const person of [people.contributor, people.reader, people.editor, people.reviewer]) {
      expect((await askApi('/audit', person.headers)).status).toBe(403)
      expect((await askApi('/audit.csv', person.headers)).status).toBe(403)
    }
    const [all, own] = [await items(people.administrator, '?limit=1000'), await items(people.local, '?limit=1000')]
    expect(all.length).toBeGreaterThan(own.length)
    expect(new Set(own.map((one: { crisis: { slug: string } }) => one.crisis.slug))).toEqual(new Set(['tiny']))
    expect(all.map(({ seq }: { seq: number }) => seq)).toEqual(
      all.map(({ seq }: { seq: number }) => seq).toSorted((a: number, b: number) => b - a),
    )
  })

  test('is filtered by person, action, crisis and days, and goes page by page', async () => {
    const acts = await items(people.administrator, `?person=${people.local.id}&action=switch-four-eyes&crisis=tiny`)
    expect(acts.map((one: { details: { after: unknown } }) => one.details.after)).toEqual([
      { fourEyes: true },
      { fourEyes: false },
    ])
    expect(await items(people.administrator, '?to=2001-01-01')).toEqual([])
    expect(await items(people.local, '?crisis=made')).toEqual([])
    const first = await (await askApi('/audit?limit=2', people.local.headers)).json()
    const second = await (await askApi(`/audit?limit=2&cursor=${first.nextCursor}`, people.local.headers)).json()
    expect(second.items[0].seq).toBeLessThan(first.items[1].seq)
    expect((await askApi('/audit?limit=2&cursor=WyJ4Il0', people.local.headers)).status).toBe(400)
    expect((await askApi('/audit?colour=red', people.local.headers)).status).toBe(400)
  })

  test('as CSV it has before, after and why, and no cell a spreadsheet would run', async () => {
    await sendToApi(people.contributor, { address: '/crises/tiny/places', body: place('=HYPERLINK("x")') })
    const version = await settingsVersion()
    await patch(people.local, '/crises/tiny', version, { reason: '=1+1', contact: '@somebody' })
    const response = await askApi('/audit.csv?crisis=tiny', people.local.headers)
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const csv = await response.text()
    expect(csv).toContain(",'=1+1,")
    const cells = csv.split(/[\r\n]+/).flatMap((row) => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [])
    expect(cells.filter((cell) => /^"?[=+@]/.test(cell))).toEqual([])
  })

  test('a correction tells what stood and what stands, and keeps the quotes out of the log', async () => {
    const [figure] = await ledger.sql`select id from figures where key = 'toll-killed'`
    const quantity = { low: 6, high: 6, qualifier: 'about', words: 'about 6' }
    const response = await patch(people.contributor, `/figures/${figure?.id}`, 2, {
      reason: 'It says about.',
      quantity,
    })
    expect(response.status).toBe(200)
    const act = await lastAudit()
    expect(act).toMatchObject({
      action: 'correct-figure',
      details: {
        reason: 'It says about.',
        before: { quantity: { qualifier: 'exact', words: '6' } },
        after: { quantity: { qualifier: 'about', words: 'about 6' } },
      },
    })
    expect(JSON.stringify(act?.details)).not.toContain('6 killed')
  })
})
