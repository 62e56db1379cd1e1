import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { toEntryCrisis } from '@/app/_pages/load-entry-crisis'
import { EntryCrisisProvider } from '@/components/entry/entry-context'
import { figureTitle } from '@/components/figures/figure-row'
import { BulkApproval } from '@/components/review/bulk-approval'
import type { Wording } from '@/domain/wording/wording'
import type { Waiting } from '@/domain/workflow/waiting'

/** The figures of one document that wait, to be approved at once. */
export async function ReviewBulk({
  items,
  crisis,
  wording,
  userId,
  back,
}: {
  items: Waiting[]
  crisis: string
  wording: Wording
  userId: string
  back: string
}) {
  const t = await getTranslations('review')
  const figures = items.filter((item) => item.kind === 'figure')
  return (
    <section aria-labelledby="bulk">
      <h2 id="bulk" className="mb-2 text-lg font-semibold">
        {t('bulkTitle')}
      </h2>
      <EntryCrisisProvider crisis={toEntryCrisis(wording)}>
        <BulkApproval
          crisis={crisis}
          userId={userId}
          figures={figures.map(({ figure, hindrance }) => ({
            figure,
            title: figureTitle(figure, wording),
            // A whole may be ticked with its parts.
            hindrance: hindrance === null || hindrance === 'whole-waits' ? null : t(`hindrances.${hindrance}`),
          }))}
        />
      </EntryCrisisProvider>
      <p className="mt-4">
        <Link href={back}>{t('backToQueue')}</Link>
      </p>
    </section>
  )
}
