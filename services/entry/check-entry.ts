import type { Transaction } from '@/db/client'
import { loadIndicators } from '@/db/repositories/read-crises'
import { readCheckGround, readPlaceIds } from '@/db/repositories/read-for-writing'
import type { CrisisForWriting } from '@/db/repositories/write-crisis'
import type { NewFigureVersion } from '@/db/repositories/write-figures'
import { type CheckGround, prepareChecks } from '@/domain/checks/check-ground'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import { type CheckedFigure, checkFigures, findInFigures } from '@/services/check-figures'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'

/**
 * Runs the guard rails over an entry against what the ledger holds of its scopes, wholes and parts, known or waiting. Answers every figure
 * with its findings.
 * @throws ServiceError `invalid` for an unknown indicator, a whole that does not exist, a grave finding
 */
export async function checkEntry(
  tx: Transaction,
  crisis: CrisisForWriting,
  versions: readonly NewFigureVersion[],
  asked: Pick<Context, 'now' | 'locale'>,
): Promise<CheckedFigure[]> {
  return checkFigures(figuresOf(versions), await prepareGround(tx, crisis, versions, asked))
}

/** The same without refusing grave findings: for whoever is still typing. @throws ServiceError `invalid` for an unknown indicator, a whole that does not exist */
export async function findInEntry(
  tx: Transaction,
  crisis: CrisisForWriting,
  versions: readonly NewFigureVersion[],
  asked: Pick<Context, 'now' | 'locale'>,
): Promise<CheckedFigure[]> {
  return findInFigures(figuresOf(versions), await prepareGround(tx, crisis, versions, asked))
}

const figuresOf = (versions: readonly NewFigureVersion[]) => versions.map(({ figure }) => figure)

async function prepareGround(
  tx: Transaction,
  crisis: CrisisForWriting,
  versions: readonly NewFigureVersion[],
  asked: Pick<Context, 'now' | 'locale'>,
): Promise<CheckGround> {
  const entered = figuresOf(versions)
  const own = new Set(entered.map(({ id }) => id))
  const wholes = entered.flatMap(({ partOf }) => (partOf === null ? [] : [partOf]))
  const known = await readCheckGround(tx, crisis, {
    scopeKeys: entered.map((figure) => scopeKey(scopeOf(figure))),
    figureIds: [...own, ...wholes],
    statementIds: [...new Set(entered.map(({ statement }) => statement.id))],
  })
  const figures = [...known.filter(({ id }) => !own.has(id)), ...entered]
  const indicators = await loadIndicators(tx)
  requireKnown(versions, { indicators: indicators.map(({ key }) => key), figures: figures.map(({ id }) => id) })
  const now = asked.now().toISOString()
  return prepareChecks(figures, { now, indicators, places: await readPlaceIds(tx, crisis.id), locale: asked.locale })
}

function requireKnown(versions: readonly NewFigureVersion[], known: { indicators: string[]; figures: string[] }) {
  const errors = versions.flatMap(({ figure: { indicator, partOf } }, index) => [
    ...(known.indicators.includes(indicator)
      ? []
      : [{ pointer: `/figures/${index}/indicator`, message: `"${indicator}" is not in the codelist.` }]),
    ...(partOf === null || known.figures.includes(partOf)
      ? []
      : [{ pointer: `/figures/${index}/partOf`, message: 'The crisis has no such figure.' }]),
  ])
  if (errors.length > 0) throw new ServiceError('invalid', 'Some fields cannot be used.', errors)
}
