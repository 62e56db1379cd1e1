import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Headline } from '@/domain/reconciliation/headline'
import { asOfText, quantityText, type Wording } from '@/domain/wording/wording'

/** Who stands by what for the same people: every position of a headline, and the rule by which the headline was chosen. */
export function PositionList({ headline, wording, here }: { headline: Headline; wording: Wording; here: string }) {
  const t = useTranslations('figure')
  const root = `/crises/${wording.crisis.slug}/figures`
  return (
    <>
      <ul className="text-sm">
        {headline.positions.map((position) => (
          <li
            key={position.figure}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-line py-2 sm:grid-cols-[minmax(0,1fr)_8rem_7rem]"
          >
            <span>
              {position.figure === here ? (
                <span className="font-semibold">{position.claimant.name}</span>
              ) : (
                <Link href={`${root}/${position.figure}`} prefetch={false} className="text-ink decoration-line">
                  {position.claimant.name}
                </Link>
              )}
              {position.derived && (
                <span className="block text-xs text-muted">{wording.words.derived(position.derived)}</span>
              )}
              {position.coverage && <span className="block text-xs text-muted">{position.coverage}</span>}
            </span>
            <span className={`text-end font-semibold ${position.earlier ? 'text-muted' : ''}`}>
              {quantityText(wording, position.quantity)}
              {position.earlier && <span className="block text-xs font-normal">{wording.words.earlier}</span>}
            </span>
            <span className="col-span-2 text-muted sm:col-span-1">{asOfText(wording, position.asOf)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-muted">
        {t('rule', { rule: wording.words.rules[headline.rule] })}{' '}
        {headline.decidedBy && t('decidedBy', { rule: t(`decisionRules.${headline.decidedBy}`) })}{' '}
        {/* An editor's reason is told as it was written; of the others the rule says it all, and their words are English. */}
        {(headline.rule === 'resolved' || wording.language === 'en') && <bdi>{headline.rationale}</bdi>}
      </p>
    </>
  )
}
