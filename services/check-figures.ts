import { checkFigure } from '@/domain/checks/check-figure'
import type { CheckGround } from '@/domain/checks/check-ground'
import type { Figure, Finding } from '@/domain/figure/figure'
import { ServiceError } from '@/services/errors'

export interface CheckedFigure {
  figure: Figure
  findings: Finding[]
}

/**
 * Runs the guard rails over figures about to be entered. Answers each with its findings.
 * @throws ServiceError `invalid` that tells every grave finding, at `/figures/{index}`
 */
export function checkFigures(figures: readonly Figure[], ground: CheckGround): CheckedFigure[] {
  const checked = findInFigures(figures, ground)
  const grave = checked.flatMap(({ findings }, index) =>
    findings
      .filter((finding) => finding.grave)
      .map(({ code, message }) => ({ pointer: `/figures/${index}`, message: `${code}: ${message}` })),
  )
  if (grave.length > 0)
    throw new ServiceError('invalid', 'Findings that cannot be acknowledged stop this entry.', grave)
  return checked
}

/** The same without refusing: each figure with its findings, grave ones too. */
export function findInFigures(figures: readonly Figure[], ground: CheckGround): CheckedFigure[] {
  return figures.map((figure) => ({ figure, findings: checkFigure(figure, ground) }))
}
