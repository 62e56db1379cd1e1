import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Dispute } from '@/domain/figure/figure'
import { asOfText, type Wording } from '@/domain/wording/wording'

/** Who denies or questions a figure, in their own words, and what it is that they deny. */
export function DisputeList({
  disputes,
  wording,
  isOfDesk = false,
}: {
  disputes: Dispute[]
  wording: Wording
  /** Whoever works on them is shown the way to the desk. */
  isOfDesk?: boolean
}) {
  const t = useTranslations('figure')
  const tDesk = useTranslations('deskFigure')
  return (
    <ul>
      {disputes.map((dispute) => (
        <li key={dispute.id} className="border-t border-line py-3 text-sm">
          <p className="font-medium">
            {dispute.by.name}
            {dispute.statedAt && (
              <span className="font-normal text-muted">, {asOfText(wording, dispute.statedAt)}</span>
            )}
          </p>
          {isOfDesk && (
            <Link href={`/admin/crises/${wording.crisis.slug}/disputes/${dispute.id}`} prefetch={false}>
              {tDesk('workOn')}
            </Link>
          )}
          <p className="text-muted">{t('disputeAspect', { aspect: t(`aspects.${dispute.aspect}`) })}</p>
          {dispute.citations.map((citation) => (
            <figure key={citation.id} className="mt-2">
              <blockquote lang={citation.language} dir="auto" className="border-s-2 border-line ps-3">
                <q>{citation.quote}</q>
              </blockquote>
              <figcaption className="ps-3.5 text-xs text-muted">
                <Link href={`/crises/${wording.crisis.slug}/documents/${citation.document.id}`} prefetch={false}>
                  {citation.document.title}
                </Link>
                , {citation.document.publisher.name}
              </figcaption>
            </figure>
          ))}
        </li>
      ))}
    </ul>
  )
}
