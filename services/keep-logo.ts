import { loadLogo, writeLogo } from '@/db/repositories/logos'
import type { Crisis } from '@/domain/crisis/crisis'
import type { CheckLogo, Logo } from '@/domain/logo/logo'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Keeps a picture that reports of a crisis may carry, looked through and cleaned by `check`. Settings then name it by the SHA-256 that is answered.
 * @throws ServiceError `forbidden`; `invalid` at `/file` with why it is refused
 */
export async function keepLogo({
  ctx,
  input: { crisis, file },
  check,
}: {
  ctx: Context
  input: { crisis: string; file: Uint8Array }
  check: CheckLogo
}): Promise<Pick<Logo, 'mediaType'> & { sha256: string }> {
  const actor = requireRole(ctx, crisis, 'administrator')
  const logo = check(file)
  if ('reason' in logo) {
    throw new ServiceError('invalid', 'The file cannot be used.', [{ pointer: '/file', message: logo.reason }])
  }
  return await runUseCase({ ctx, actor, action: 'keep-logo', crisis }, async (tx) => {
    const sha256 = await writeLogo(tx, crisis, logo)
    const details = { sha256, mediaType: logo.mediaType }
    return { result: details, subject: `crisis:${crisis}`, details, rows: details }
  })
}

/** The logo the reports of a crisis carry now, or null. @throws ServiceError `forbidden` */
export async function readLogo({ ctx, crisis }: { ctx: Context; crisis: Crisis }): Promise<Logo | null> {
  requireRole(ctx, crisis.id, 'administrator')
  return await loadLogo(ctx.db, crisis.id, crisis.report.logo)
}
