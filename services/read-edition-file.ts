import { loadEditionIn } from '@/db/repositories/find-editions'
import type { Crisis } from '@/domain/crisis/crisis'
import { locales } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { listEditions } from '@/services/read-sitreps'

const fileName = new RegExp(`^edition-([1-9]\\d{0,3})-(${locales.join('|')})\\.pdf$`)

/** The PDF that a file name, `edition-2-ru.pdf`, means of a published sitrep; null where there is none in that language. */
export async function readEditionFile({
  ctx,
  crisis,
  number,
  file,
}: {
  ctx: Context
  crisis: Crisis
  number: string
  file: string
}): Promise<Buffer | null> {
  const [, edition, named] = fileName.exec(file) ?? []
  const language = locales.find((one) => one === named)
  if (!language || !/^[1-9]\d{0,5}$/.test(number)) return null
  const editions = await listEditions({ ctx, crisis, number: Number(number) })
  const listed = editions.find((one) => one.edition === Number(edition))
  if (!listed) return null
  const key = { sitrepId: listed.id, edition: listed.edition, language }
  const found = await asServiceErrors(() => loadEditionIn(ctx.db, key))
  return found?.content.language === language ? found.pdf : null
}
