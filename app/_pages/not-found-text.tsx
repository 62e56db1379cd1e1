import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getContext } from '@/app/_server/context'
import { NotFoundLinks } from '@/components/site/not-found-links'
import { ServiceError } from '@/services/errors'
import { readCrises } from '@/services/read-crises'

/** Says that nothing stands at the address, and where to go instead: the published crises, or the pages of this one. */
export async function NotFoundText({ isInCrisis = false }: { isInCrisis?: boolean }) {
  const t = await getTranslations('notFound')
  const crises = isInCrisis ? [] : await listCrises()
  return (
    <div className="max-w-prose py-16">
      <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
      {isInCrisis ? (
        <>
          <p className="mt-3 text-muted">{t('crisis')}</p>
          <NotFoundLinks overview={t('tryOverview')} figures={t('tryFigures')} sitreps={t('trySitreps')} />
        </>
      ) : (
        <>
          <p className="mt-3 text-muted">{t('page')}</p>
          {crises.length > 0 && (
            <>
              <p className="mt-6">{t('crises')}</p>
              <ul className="mt-2 list-disc space-y-1 ps-5">
                {crises.map(({ slug, title }) => (
                  <li key={slug}>
                    <Link href={`/crises/${slug}`}>{title}</Link>{' '}
                    <span className="text-sm text-muted">/crises/{slug}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="mt-6">
            <Link href="/">{t('home')}</Link>
          </p>
        </>
      )}
    </div>
  )
}

/** A page that is not there stays one while the ledger is away: then it names no crises. */
async function listCrises() {
  try {
    return (await readCrises({ ctx: await getContext() })).map(({ crisis }) => crisis)
  } catch (error) {
    if (error instanceof ServiceError) return []
    throw error
  }
}
