import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { wants } from '@/domain/sending/subscription'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { ownNameOf } from '@/domain/wording/language-names'

/** What the form was answered with. */
export const subscribeOutcomes = ['asked', 'invalid', 'too-many', 'conflict'] as const
export type SubscribeOutcome = (typeof subscribeOutcomes)[number]

/** Asks for an address to which a crisis's sitreps are mailed. Needs no scripts. `isAvailable`: whether mails can be sent at all. */
export function SubscribeForm({
  crisis,
  languages,
  isAvailable,
  outcome,
}: {
  crisis: string
  languages: readonly Locale[]
  isAvailable: boolean
  outcome: SubscribeOutcome | null
}) {
  const t = useTranslations('subscriptions')
  const isWrong = outcome === 'invalid'
  return (
    <Section
      id="subscribe"
      title={t('title')}
      subtitle={t('subtitle')}
      className="no-print mt-12 max-w-[65ch] scroll-mt-6"
    >
      {outcome === 'asked' && (
        <p role="status" className="mb-4 border-s-4 border-accent bg-surface px-4 py-3 text-sm">
          {t('asked')}
        </p>
      )}
      {outcome !== null && outcome !== 'asked' && (
        <p id="subscribe-problem" role="alert" className="mb-4 border-s-4 border-series-5 bg-surface px-4 py-3 text-sm">
          {t(`troubles.${outcome}`)}
        </p>
      )}
      {!isAvailable ? (
        <p className="text-sm text-muted">{t('unavailable')}</p>
      ) : (
        <form method="post" action="/api/subscriptions/subscribe" className="space-y-4">
          <input type="hidden" name="crisis" value={crisis} />
          <div>
            <label htmlFor="subscribe-email" className="mb-1 block text-sm font-medium">
              {t('email')}
            </label>
            <input
              id="subscribe-email"
              type="email"
              name="email"
              required
              maxLength={254}
              autoComplete="email"
              aria-invalid={isWrong ? true : undefined}
              aria-describedby={isWrong ? 'subscribe-problem' : undefined}
              className="field min-h-11!"
            />
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <div>
              <label htmlFor="subscribe-language" className="mb-1 block text-sm font-medium">
                {t('language')}
              </label>
              <select
                id="subscribe-language"
                name="language"
                aria-describedby="subscribe-language-hint"
                className="field min-h-11!"
              >
                {languages.map((language) => (
                  <option key={language} value={language} lang={language}>
                    {ownNameOf(language)}
                  </option>
                ))}
              </select>
              <p id="subscribe-language-hint" className="mt-1 text-xs text-muted">
                {t('languageHint')}
              </p>
            </div>
            <fieldset>
              <legend className="mb-1 text-sm font-medium">{t('wants')}</legend>
              {wants.map((one, index) => (
                <label key={one} className="flex min-h-11 items-center gap-2.5 text-sm">
                  <input
                    type="radio"
                    name="wants"
                    value={one}
                    defaultChecked={index === 0}
                    className="size-5 accent-accent"
                  />
                  {t(`wantsWhat.${one}`)}
                </label>
              ))}
            </fieldset>
          </div>
          <button type="submit" className={`${buttonClass('primary')} min-h-11`}>
            {t('submit')}
          </button>
          <p className="text-xs text-muted">{t('privacy')}</p>
        </form>
      )}
    </Section>
  )
}
