import { useLocale, useTranslations } from 'next-intl'
import { FactList } from '@/components/figures/fact-list'
import { Section } from '@/components/ui/section'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Indicator } from '@/domain/indicator/indicator'

const topics = ['kept', 'quantity', 'headline', 'time', 'clocks', 'people', 'truth', 'corrections'] as const

/** How a number gets here: the rules of the ledger, this crisis's own choices, and the codelist with its definitions. */
export function MethodologyText({
  crisis,
  rules,
  limits,
  indicators,
}: {
  crisis: Crisis
  rules: string[]
  /** What the public is not shown, a sentence each. */
  limits: string[]
  indicators: readonly Indicator[]
}) {
  const t = useTranslations('methodology')
  return (
    <div className="space-y-12">
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {topics.map((topic) => (
          <Section key={topic} id={topic} title={t(`${topic}.title`)}>
            <p className="max-w-[65ch]">{t(`${topic}.text`)}</p>
          </Section>
        ))}
      </div>
      <Section id="crisis" title={t('crisis.title')} subtitle={crisis.title}>
        <FactList
          facts={[
            { name: t('crisis.rules'), value: <RuleList rules={rules} /> },
            { name: t('crisis.zone'), value: crisis.timeZone },
            { name: t('crisis.cutOff'), value: crisis.cutOff },
            { name: t('crisis.fourEyes'), value: crisis.fourEyes ? t('crisis.fourEyesOn') : t('crisis.fourEyesOff') },
            { name: t('crisis.known'), value: crisis.reconstruction ? t('crisis.reconstructed') : t('crisis.live') },
            { name: t('crisis.naming'), value: crisis.namingPreference.join(', ') },
            { name: t('crisis.contact'), value: crisis.contact },
          ]}
        />
        {limits.map((limit) => (
          <p key={limit} className="mt-4 max-w-[65ch]">
            {limit}
          </p>
        ))}
      </Section>
      <Section id="codelist" title={t('codelist.title')} subtitle={t('codelist.subtitle')}>
        <Codelist indicators={indicators} />
      </Section>
    </div>
  )
}

function RuleList({ rules }: { rules: string[] }) {
  return (
    <ol className="list-decimal ps-5">
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ol>
  )
}

function Codelist({ indicators }: { indicators: readonly Indicator[] }) {
  const locale = useLocale()
  const t = useTranslations('methodology.codelist')
  const heads = [t('indicator'), t('definition'), t('measure'), t('unit'), t('window'), t('stale')]
  return (
    <table className="cards-on-phone w-full border-collapse text-sm">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr className="border-b border-ink text-xs text-muted">
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-semibold first:ps-0 last:pe-0 ${index > 3 ? 'text-end' : 'text-start'}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <tr key={indicator.key} className="border-b border-line align-baseline">
            <th scope="row" className="py-2 pe-3 text-start font-semibold">
              {indicator.labels[locale] ?? indicator.labels.en}
            </th>
            <td className="px-3 py-2">{indicator.definition}</td>
            <td data-label={t('measure')} className="px-3 py-2 whitespace-nowrap">
              {t(`measures.${indicator.measure}`)}
            </td>
            <td data-label={t('unit')} className="px-3 py-2">
              {t(`units.${indicator.unit}`)}
            </td>
            <td data-label={t('window')} className="px-3 py-2 text-end whitespace-nowrap">
              {t('hours', { count: indicator.windowHours })}
            </td>
            <td data-label={t('stale')} className="py-2 ps-3 text-end whitespace-nowrap">
              {t('hours', { count: indicator.staleHours })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
