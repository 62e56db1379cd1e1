import { openCitationBook } from '@/domain/citation/citation-book'
import type { Scope } from '@/domain/figure/scope'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import type { Headline } from '@/domain/reconciliation/headline'
import { wordHeadline } from '@/domain/wording/word-headline'
import { makeWording, plainText } from '@/domain/wording/wording'

/** The reconciled answer for a scope with its sentence, which carries no marks: the citations stand on the figures. */
export function wordedHeadline(view: LedgerView, scope: Scope): Headline {
  const { viewpoint, crisis, indicators } = view.slice
  const wording = makeWording(viewpoint.locale, crisis, indicators, viewpoint.asOf)
  const headline = view.headlineOf(scope)
  return { ...headline, sentence: plainText(wordHeadline(wording, view, openCitationBook(wording, {}), headline)) }
}
