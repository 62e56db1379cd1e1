import type { Crisis, ScopeSelector } from '@/domain/crisis/crisis'
import type { Citation, Claimant, Dispute, Figure } from '@/domain/figure/figure'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { type LedgerView, openView } from '@/domain/ledger/ledger-view'
import { everyone } from '@/domain/population/population'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { isolateForeign } from '@/domain/wording/isolate'
import { fullSubjectOf, makeWording, quantityText, type Wording } from '@/domain/wording/wording'

/** The language the desk of a crisis writes in: its titles, labels, events, caveats and notes. */
export function writtenIn({ languages }: Pick<Crisis, 'languages'>): Locale {
  return languages[0] ?? 'en'
}

/** Says a text of the crisis in a language, as far as the crisis has a phrase for it. */
function phrasesOf({ phrases }: Pick<Crisis, 'phrases'>, locale: Locale): (text: string) => string {
  const own = phrases[locale] ?? {}
  return (text) => isolateForeign(own[text] ?? text, locale)
}

/** The crisis's own texts in a language; what has no phrase stays as it was written. */
export function localizeCrisis(crisis: Crisis, locale: Locale): Crisis {
  if (locale === writtenIn(crisis)) return crisis
  const say = phrasesOf(crisis, locale)
  const sayLabelled = <Labelled extends { label: string }>(labelled: Labelled): Labelled => ({
    ...labelled,
    label: say(labelled.label),
  })
  return {
    ...crisis,
    title: say(crisis.title),
    subtitle: say(crisis.subtitle),
    disclaimer: say(crisis.disclaimer),
    publisher: say(crisis.publisher),
    contact: say(crisis.contact),
    groups: crisis.groups.map(sayLabelled),
    keyFigures: crisis.keyFigures.map((keyFigure) => ({
      ...sayLabelled(keyFigure),
      parts: keyFigure.parts.map(sayLabelled),
    })),
    charts: crisis.charts.map((chart) => ({
      ...chart,
      subtitle: say(chart.subtitle),
      lines: chart.lines.map(sayLabelled),
    })),
    report: {
      ...crisis.report,
      organisation: crisis.report.organisation && say(crisis.report.organisation),
      footer: say(crisis.report.footer),
      logo: crisis.report.logo && { ...crisis.report.logo, alt: say(crisis.report.logo.alt) },
    },
  }
}

/**
 * All that a slice says in the language of its viewpoint: texts of the crisis by its phrases, names of the other direction isolated. A label
 * without a phrase gives way to what its scope says in words.
 */
export function localizeSlice(slice: LedgerSlice): LedgerSlice {
  const { crisis, viewpoint } = slice
  const { locale } = viewpoint
  if (locale === writtenIn(crisis)) return slice
  const translate = translator(crisis, locale, makeWording(locale, localizeCrisis(crisis, locale), slice.indicators))
  const said = {
    ...slice,
    figures: slice.figures.map(translate.figure),
    notes: slice.notes.map((note) => ({
      ...note,
      saidBy: translate.claimant(note.saidBy),
      speaker: note.speaker && translate.text(note.speaker),
      places: note.places.map((place) => ({ ...place, name: translate.name(place.name) })),
      citations: note.citations.map(translate.citation),
    })),
    documents: slice.documents.map((document) => ({ ...document, publisher: translate.publisher(document.publisher) })),
    events: slice.events.map((event) => ({ ...event, title: translate.text(event.title) })),
    closed: slice.closed.map(({ was, now, reason, at }) => ({
      was: translate.figure(was),
      now: now && translate.figure(now),
      reason: translate.text(reason),
      at,
    })),
  }
  return { ...said, crisis: labelByScope(crisis, locale, openView(said)) }
}

/** Says figures that were read outside a slice in a language, as a slice says its own. */
export function figureLocalizer(
  crisis: Crisis,
  indicators: LedgerSlice['indicators'],
  locale: Locale,
): <One extends Figure>(figure: One) => One {
  if (locale === writtenIn(crisis)) return (figure) => figure
  const translate = translator(crisis, locale, makeWording(locale, crisis, indicators))
  return (figure) => ({ ...figure, ...translate.figure(figure) })
}

function translator(crisis: Crisis, locale: Locale, wording: Wording) {
  const text = phrasesOf(crisis, locale)
  const name = (given: string) => isolateForeign(given, locale)
  const claimant = (one: Claimant): Claimant => ({ ...one, name: name(one.name) })
  const publisher = <Named extends { name: string }>(one: Named): Named => ({ ...one, name: name(one.name) })
  const citation = (one: Citation): Citation => ({
    ...one,
    document: { ...one.document, publisher: publisher(one.document.publisher) },
  })
  const dispute = (one: Dispute): Dispute => ({
    ...one,
    by: claimant(one.by),
    citations: one.citations.map(citation),
  })
  const figure = (one: Figure): Figure => ({
    ...one,
    places: one.places.map((place) => ({ ...place, name: name(place.name) })),
    events: one.events.map(({ id, title }) => ({ id, title: text(title) })),
    claimant: claimant(one.claimant),
    statement: { ...one.statement, speaker: one.statement.speaker && text(one.statement.speaker) },
    officeCheck: one.officeCheck && {
      ...one.officeCheck,
      method: text(one.officeCheck.method),
      by: text(one.officeCheck.by),
    },
    coverage: one.coverage && text(one.coverage),
    derived: one.derived && { ...one.derived, arithmetic: arithmeticOf(wording, one.derived) },
    citations: one.citations.map(citation),
    disputes: one.disputes.map(dispute),
    reason: one.reason && text(one.reason),
  })
  return { text, name, claimant, publisher, citation, figure }
}

/** "412 households × 4.1" in the words of a language. */
function arithmeticOf(wording: Wording, { from, unit, factor }: NonNullable<Figure['derived']>): string {
  const counted = { population: everyone, unit, indicator: null, label: '', group: null }
  const amount = { text: quantityText(wording, from), quantity: from }
  return `${wording.words.counted(counted, amount)} × ${wording.format.number(factor)}`
}

/** The crisis in the language, with the scopes' own words for labels that have no phrase. */
function labelByScope(written: Crisis, locale: Locale, view: LedgerView): Crisis {
  const crisis = localizeCrisis(written, locale)
  const wording = makeWording(locale, crisis, view.slice.indicators, view.slice.viewpoint.asOf)
  // A crisis that is given in the language already holds the phrases themselves.
  const known = new Set([
    ...Object.keys(written.phrases[locale] ?? {}),
    ...Object.values(written.phrases[locale] ?? {}),
  ])
  const subject = (scope: ScopeSelector) => wording.words.sentenceCase(fullSubjectOf(wording, view.scopeOf(scope)))
  const isKnown = (label = '') => known.has(label.replace(/[\u2068\u2069]/g, ''))
  return {
    ...crisis,
    keyFigures: crisis.keyFigures.map((keyFigure, index) => ({
      ...keyFigure,
      label: isKnown(written.keyFigures[index]?.label) ? keyFigure.label : subject(keyFigure.scope),
      parts: keyFigure.parts.map((part, place) => ({
        ...part,
        label: isKnown(written.keyFigures[index]?.parts[place]?.label)
          ? part.label
          : wording.words.counted(
              { ...part.scope, indicator: null, label: '', group: groupOf(crisis, part.scope) },
              null,
            ),
      })),
    })),
    charts: crisis.charts.map((chart, index) => {
      const lines = chart.lines.map((line, place) => ({
        ...line,
        label: isKnown(written.charts[index]?.lines[place]?.label) ? line.label : subject(line.scope),
      }))
      const subtitle = isKnown(written.charts[index]?.subtitle) ? chart.subtitle : (lines[0]?.label ?? '')
      return { ...chart, subtitle, lines }
    }),
  }
}

const groupOf = ({ groups }: Crisis, { population }: ScopeSelector) =>
  groups.find(({ slug }) => slug === population.group)?.label ?? null
