import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
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
      <BulkApproval
        crisis={crisis}
        userId={userId}
        figures={figures.map(({ id, version, figure, hindrance }) => ({
          id,
          version,
          title: figureTitle(figure, wording),
          quote: figure.citations[0]?.quote ?? '',
          language: figure.citations[0]?.language ?? '',
          // A whole may be ticked with its parts.
          hindrance: hindrance === null || hindrance === 'whole-waits' ? null : t(`hindrances.${hindrance}`),
        }))}
      />
      <p className="mt-4">
        <Link href={back}>{t('backToQueue')}</Link>
      </p>
    </section>
  )
}
