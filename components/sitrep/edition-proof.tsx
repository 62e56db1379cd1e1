import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FactList } from '@/components/figures/fact-list'
import { Section } from '@/components/ui/section'
import type { ListedSitrep } from '@/domain/sitrep/listed-sitrep'

/** What proves an edition, and the other editions of the same number. */
export function EditionProofView({
  listed,
  editions,
  path,
}: {
  listed: ListedSitrep
  editions: ListedSitrep[]
  path: string
}) {
  const t = useTranslations('sitreps')
  const code = (hash: string) => <code className="font-mono text-xs break-all">{hash}</code>
  return (
    <div className="mt-12 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <Section id="proof" title={t('proof')} subtitle={t('proofSubtitle')}>
        <FactList
          facts={[
            { name: t('contentHash'), value: code(listed.contentHash) },
            { name: t('pdfHash'), value: code(listed.pdfSha256) },
            ...(listed.dataPdfSha256 ? [{ name: t('dataPdfHash'), value: code(listed.dataPdfSha256) }] : []),
            { name: t('auditHead'), value: code(listed.auditHead) },
          ]}
        />
        <p className="mt-3 text-sm">
          <Link href="/verify" prefetch={false}>
            {t('verify')}
          </Link>
        </p>
      </Section>
      {editions.length > 1 && (
        <Section id="editions" title={t('editions')}>
          <ul className="text-sm">
            {editions.map(({ edition, erratum }) => (
              <li key={edition} className="border-t border-line py-2">
                {edition === listed.edition ? (
                  <span className="font-semibold">{t('editionOf', { edition })}</span>
                ) : (
                  <Link href={`${path}?edition=${edition}`} prefetch={false}>
                    {t('editionOf', { edition })}
                  </Link>
                )}
                {erratum && <span className="block text-xs text-muted">{erratum.what}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
