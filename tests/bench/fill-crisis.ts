import type { Sql } from 'postgres'
import {
  type CrisisSize,
  claimants,
  countedParts,
  countedSizes,
  events,
  generatedCrisis,
  generatedId,
  generatedScope,
  keyOf,
  kinds,
  lastDay,
  places,
  publishers,
} from '@/tests/bench/large-crises'

const author = 'bench-author'
const approver = 'bench-approver'
const epoch = '2024-01-01T00:00:00Z'

/** What the generating SQL needs besides the tables: a schema of its own, dropped by `dropTools`. */
export async function createTools(sql: Sql): Promise<void> {
  await sql.unsafe(`
    drop schema if exists bench cascade;
    create schema bench;
    create function bench.id(kind int, crisis int, n bigint) returns text language sql immutable parallel safe
      return lpad(to_hex(crisis), 8, '0') || '-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0');
    create function bench.chance(crisis int, n bigint, salt int) returns int language sql immutable parallel safe
      return hashint8(n * 1000 + crisis * 7919::bigint + salt * 104729::bigint) & 2147483647;
    insert into people (id, name, created_at) values ('${author}', 'Bench author', '${epoch}'), ('${approver}', 'Bench approver', '${epoch}')
      on conflict do nothing;`)
}

export async function dropTools(sql: Sql): Promise<void> {
  await sql`drop schema bench cascade`
}

/** Writes one generated crisis: its ground row by row, its mass by one INSERT ... SELECT a table. */
export async function fillCrisis(sql: Sql, size: CrisisSize): Promise<void> {
  await fillGround(sql, size)
  for (const statement of massStatements(size)) await sql.unsafe(statement)
}

async function fillGround(sql: Sql, size: CrisisSize) {
  const { number, scopes } = size
  const { revision: _, ...crisis } = generatedCrisis(size)
  const count = (length: number) => Array.from({ length }, (_, n) => n)
  const version = { author_id: author, approver_id: approver, known_from: epoch }
  const crisis_id = crisis.id
  const json = (value: unknown) => sql.json(JSON.parse(JSON.stringify(value)))
  await sql`insert into crises ${sql({
    id: crisis.id,
    slug: crisis.slug,
    title: crisis.title,
    subtitle: crisis.subtitle,
    time_zone: crisis.timeZone,
    start_day: crisis.startDay,
    end_day: crisis.endDay,
    languages: json(crisis.languages),
    cut_off: crisis.cutOff,
    policy: json(crisis.policy),
    naming_preference: json(crisis.namingPreference),
    disclaimer: crisis.disclaimer,
    publisher: crisis.publisher,
    contact: crisis.contact,
    reconstruction: crisis.reconstruction,
    exercise: crisis.exercise,
    four_eyes: crisis.fourEyes,
    ombudsman: crisis.ombudsman,
    groups: json(crisis.groups),
    key_figures: json(crisis.keyFigures),
    charts: json(crisis.charts),
    claimant_order: json(crisis.claimantOrder),
  })}`
  await sql`insert into places ${sql(
    count(places).map((n) => ({
      id: generatedId('place', number, n),
      crisis_id,
      level: n === 0 ? 'admin1' : 'settlement',
      parent_id: n === 0 ? null : generatedId('place', number, 0),
      lat: 40,
      lon: 46,
    })),
  )}`
  await sql`insert into place_names ${sql(
    count(places * 2).map((n) => ({
      id: generatedId('name', number, n),
      crisis_id,
      place_id: generatedId('place', number, Math.floor(n / 2)),
      position: n % 2,
      name: `${n % 2 === 0 ? 'Town' : 'Burg'} ${number}-${Math.floor(n / 2)}`,
      language: 'en',
      used_by: n % 2 === 0 ? 'first' : 'second',
      ...version,
    })),
  )}`
  await sql`insert into sources ${sql(
    count(publishers).map((n) => ({
      id: generatedId('source', number, n),
      crisis_id,
      kind: n === 0 ? 'ombudsman' : n < claimants ? 'government' : 'media',
      party: n < claimants && n > 0 ? `party-${n % 3}` : null,
    })),
  )}`
  await sql`insert into source_names ${sql(
    count(publishers).map((n) => ({
      id: generatedId('name', number, 1000 + n),
      crisis_id,
      source_id: generatedId('source', number, n),
      position: 0,
      name: n < claimants ? `Office ${number}-${n}` : `Newspaper ${number}-${n}`,
      language: 'en',
      ...version,
    })),
  )}`
  await sql`insert into source_grades ${sql(
    count(publishers).map((n) => ({
      id: generatedId('grade', number, n),
      crisis_id,
      source_id: generatedId('source', number, n),
      reliability: 'ABCDEF'.charAt(n % 6),
      ...version,
    })),
  )}`
  await sql`insert into source_independences ${sql(
    count(claimants / 2).map((n) => ({
      id: generatedId('grade', number, 1000 + n),
      crisis_id,
      a: generatedId('source', number, n * 2),
      b: generatedId('source', number, n * 2 + 1),
      reason: 'Separate counts',
      ...version,
    })),
  )}`
  await sql`insert into events ${sql(
    count(events).map((n) => ({
      id: generatedId('event', number, n),
      crisis_id,
      title: `Event ${number}-${n}`,
      place_id: generatedId('place', number, n),
      started_at: `${crisis.startDay}T00:00:00Z`,
      started_precision: 'day',
      parent_id: n === 0 ? null : generatedId('event', number, 0),
    })),
  )}`
  await sql`insert into scopes ${sql(
    count(scopes).map((n) => {
      const selector = generatedScope(number, n)
      return {
        id: generatedId('scope', number, n),
        crisis_id,
        key: keyOf(selector),
        indicator: selector.indicator,
        population: json(selector.population),
        places: json(selector.places),
        events: json(selector.events),
        basis: selector.basis,
        unit: selector.unit,
      }
    }),
  )}`
}

/** Statements of three figures each, at moments spread over the crisis's days; shapes and shares are listed in docs/performance.md. */
function massStatements({ number, figures, scopes, days }: CrisisSize): string[] {
  const statements = Math.ceil(figures / 3)
  const id = (kind: keyof typeof kinds, n: string) => `bench.id(${kinds[kind]}, ${number}, ${n})`
  const chance = (n: string, salt: number) => `bench.chance(${number}, ${n}, ${salt})`
  const crisis = `'${generatedId('crisis', number, 0)}'`
  const lastMoment = `timestamptz '${lastDay} 22:00+00'`
  const saidAt = (k: string) =>
    `date_trunc('minute', ${lastMoment} - interval '${days} days' * (1 - (${k})::float8 / ${statements}))`
  const claimantOf = (k: string) => `(${chance(k, 1)} % ${claimants})`
  // More is said of the first scopes than of the last.
  const leadOf = (k: string) => `floor(${scopes} * power((${chance(k, 2)} % 10000) / 10000.0, 1.5))::int`
  const mediaOf = (k: string) => `${statements} + ${k} / 2`
  const sizes = `(array[${countedSizes.join(',')}])[1 + s % ${countedSizes.length}]`
  const isPart = `(array[${countedParts.join(',')}])[1 + s % ${countedParts.length}]`

  const figure = `
    select n, k, j, c, s, said, is_relay, ${chance('n', 3)} as luck,
      case when is_relay then 10 else 1 end * (1 + floor(${sizes} * (k::float8 / ${statements}) * (1 + (c % 5) * 0.02)))::bigint as value
    from (
      select n, k, j, ${claimantOf('k')} as c, ${saidAt('k')} as said, j = 2 and ${chance('k', 4)} % 500 = 0 as is_relay,
        (${leadOf('k')} + case when j = 2 and ${chance('k', 4)} % 500 = 0 then 0 else j end) % ${scopes} as s
      from (select n, (n - 1) / 3 + 1 as k, ((n - 1) % 3)::int as j from generate_series(1, ${figures}::bigint) n) numbered
    ) placed`
  const knownFrom = `said + interval '2 hours' + interval '1 minute' * (luck % 600)`
  const isCorrected = 'luck % 50 = 0'
  const isWithdrawn = 'luck % 200 = 7'
  const correctedAt = `${knownFrom} + interval '36 hours'`

  const version = (v: 1 | 2) => `
    select ${id('figure', 'n')}, ${v}, ${crisis}, ${id('scope', 's')}, ${id('source', 'c')},
      case q when 'at-most' then null when 'unquantified' then null else ${v === 1 ? 'value' : 'value + 1 + luck % 3'} end,
      case q when 'at-least' then null when 'more-than' then null when 'unquantified' then null
        when 'between' then value + value / 10 + 5 else ${v === 1 ? 'value' : 'value + 1 + luck % 3'} end,
      q, case q when 'unquantified' then 'dozens' else q || ' ' || value end,
      false, case when luck % 40 = 3 then 'estimate' when luck % 400 = 5 then 'projection' else 'count' end,
      as_of_start, as_of_end, as_of_precision, case when as_of_start is not null then p < 600 end,
      case when luck % 100 = 9 then 'excludes two hospitals' end,
      case when j > 0 and not is_relay and ${isPart} and s > 0 then ${id('figure', 'n - 1')} end,
      (1 + luck % 6)::text, case when luck % 100 = 1 then 'internal' when luck % 50 = 2 then 'partners' else 'public' end,
      '${author}', '${approver}', ${v === 1 ? 'null' : "'The source corrected itself'"},
      ${v === 1 ? knownFrom : correctedAt},
      ${v === 1 ? `case when ${isCorrected} then ${correctedAt} when ${isWithdrawn} then ${knownFrom} + interval '48 hours' end` : 'null::timestamptz'},
      ${v === 1 ? `case when ${isCorrected} then 'corrected' when ${isWithdrawn} then 'withdrawn' end` : 'null'},
      ${v === 1 ? `case when ${isCorrected} then 'The source corrected itself' when ${isWithdrawn} then 'Entered in error' end` : 'null'},
      ${v === 1 ? `case when ${isCorrected} or ${isWithdrawn} then '${approver}' end` : 'null'}
    from (
      select *,
        case when p >= 995 then null when p < 600 then said when p < 750 then date_trunc('hour', said) - interval '1 hour'
          else date_trunc('day', said) - interval '1 day' end as as_of_start,
        case when p >= 995 then null when p < 600 then said when p < 750 then date_trunc('hour', said) else date_trunc('day', said) end as as_of_end,
        case when p >= 995 then null when p < 600 then 'minute' when p < 750 then 'hour' else 'day' end as as_of_precision,
        case when w < 70 then 'exact' when w < 80 then 'at-least' when w < 88 then 'more-than' when w < 96 then 'about'
          when w < 99 then 'between' else 'unquantified' end as q
      from (select figure.*, luck / 7 % 1000 as p, luck / 11 % 100 as w from (${figure}) figure) drawn
    ) worded`

  const citation = (v: 1 | 2) => `
    select ${id('citation', `n * 8 + ${v * 2} + m`)}, ${crisis}, ${id('figure', 'n')}, null, null, ${v}, m,
      case when m = 0 then ${id('document', 'k')} else ${id('document', mediaOf('k'))} end,
      'as of this evening their number was ' || value || ', the office said', 'en',
      case when m = 0 then 'direct' else 'relayed' end, null::int, null::int
    from (${figure}) figure cross join generate_series(0, 1) m
    where (m = 0 or luck % 10 < 3) ${v === 2 ? `and ${isCorrected}` : ''}`

  const isDisputed = 'luck % 300 = 11'
  const stated = "said, said, 'minute', true, null"
  return [
    `insert into statements (id, crisis_id, claimant_id, speaker, occasion, said_start, said_end, said_precision, said_stated)
      select ${id('statement', 'k')}, ${crisis}, ${id('source', claimantOf('k'))}, case when k % 4 = 0 then 'A spokesperson' end,
        'Bulletin ' || k, ${saidAt('k')}, ${saidAt('k')}, 'minute', true from generate_series(1, ${statements}::bigint) k`,
    `insert into documents (id, crisis_id, publisher_id, title, url, published_at, published_precision, language, retrieved_at, text, sha256,
        sensitivity, full_text, known_from)
      select ${id('document', 'd')}, ${crisis},
        case when d <= ${statements} then ${id('source', claimantOf('d'))} else ${id('source', `${claimants} + d % ${publishers - claimants}`)} end,
        'Update ' || d || ' on the situation', 'https://www.example.org/${number}/' || d, ${saidAt('k')} + interval '30 minutes', 'minute', 'en',
        ${saidAt('k')} + interval '1 hour', repeat('As of this evening their number was told by the office. ', 6),
        encode(sha256(convert_to(d::text, 'UTF8')), 'hex'), case when ${chance('d', 5)} % 50 = 0 then 'partners' else 'public' end, 'internal',
        ${saidAt('k')} + interval '1 hour'
      from (select d, case when d <= ${statements} then d else (d - ${statements}) * 2 end as k
        from generate_series(1, ${statements} + ${Math.ceil(statements / 2)}::bigint) d) listed`,
    `insert into figures (id, crisis_id, statement_id, claimant_id)
      select ${id('figure', 'n')}, ${crisis}, ${id('statement', 'k')}, ${id('source', 'c')} from (${figure}) figure`,
    ...([1, 2] as const).flatMap((v) => [
      `insert into figure_versions (figure_id, version, crisis_id, scope_id, claimant_id, low, high, qualifier, words, basis_assumed, nature,
          as_of_start, as_of_end, as_of_precision, as_of_stated, coverage, part_of, credibility, sensitivity, author_id, approver_id, reason,
          known_from, known_to, closed_by, closed_reason, closer_id)
        ${version(v)} ${v === 2 ? `where ${isCorrected}` : ''}`,
      `insert into citations (id, crisis_id, figure_id, note_id, dispute_id, version, position, document_id, quote, language, relation, quote_start, quote_end)
        ${citation(v)}`,
    ]),
    `insert into scope_claimants (scope_id, claimant_id)
      select distinct scope_id, claimant_id from figure_versions where crisis_id = ${crisis}`,
    `insert into relayed_statements (crisis_id, scope_id, statement_id)
      select ${crisis}, scope_id, statement_id from figure_versions join figures on figures.id = figure_id
      where figure_versions.crisis_id = ${crisis} group by 1, 2, 3 having count(distinct figure_id) > 1`,
    `insert into figure_checks (id, crisis_id, figure_id, method, checked_by, checked_at, author_id, known_from)
      select ${id('grade', '100000 + n')}, ${crisis}, ${id('figure', 'n')}, 'Called the office', 'Desk', ${knownFrom}, '${author}', ${knownFrom}
      from (${figure}) figure where luck % 100 = 13`,
    `insert into disputes (id, crisis_id, figure_id) select ${id('dispute', 'n')}, ${crisis}, ${id('figure', 'n')} from (${figure}) figure where ${isDisputed}`,
    `insert into dispute_versions (dispute_id, version, crisis_id, by_id, aspect, stated_start, stated_end, stated_precision, stated_stated, stated_note,
        words, author_id, approver_id, known_from)
      select ${id('dispute', 'n')}, 1, ${crisis}, ${id('source', `(c + 1) % ${claimants}`)}, case when n % 2 = 0 then 'number' else 'unspecified' end,
        ${stated}, 'denied it', '${author}', '${approver}', ${knownFrom} + interval '6 hours' from (${figure}) figure where ${isDisputed}`,
    `insert into citations (id, crisis_id, dispute_id, version, position, document_id, quote, language, relation)
      select ${id('citation', 'n * 8')}, ${crisis}, ${id('dispute', 'n')}, 1, 0, ${id('document', mediaOf('k'))}, 'The other office denied it.', 'en', 'relayed'
      from (${figure}) figure where ${isDisputed}`,
    `insert into notes (id, crisis_id) select ${id('note', 'd')}, ${crisis} from generate_series(1, ${days}) d`,
    `insert into note_versions (note_id, version, crisis_id, kind, text, said_by_id, as_of_start, as_of_end, as_of_precision, as_of_stated, places, figures,
        sensitivity, author_id, approver_id, known_from)
      select ${id('note', 'd')}, 1, ${crisis}, (array['displacement', 'protection', 'access'])[1 + d % 3], 'Families left for the next town, day ' || d,
        ${id('source', `d % ${claimants}`)}, ${lastMoment} - interval '1 day' * (${days} - d), ${lastMoment} - interval '1 day' * (${days} - d), 'minute', true,
        jsonb_build_array(jsonb_build_object('role', 'from', 'id', ${id('place', `d % ${places}`)})), '[]', 'public', '${author}', '${approver}',
        ${lastMoment} - interval '1 day' * (${days} - d)
      from generate_series(1, ${days}) d`,
    `insert into citations (id, crisis_id, note_id, version, position, document_id, quote, language, relation)
      select ${id('citation', 'd * 8 + 1')}, ${crisis}, ${id('note', 'd')}, 1, 0, ${id('document', `1 + d * ${statements}::bigint / ${days + 1}`)}, 'Families left.', 'en', 'direct'
      from generate_series(1, ${days}::bigint) d`,
  ]
}
