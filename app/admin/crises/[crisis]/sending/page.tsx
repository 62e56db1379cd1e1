import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import { minuteText } from '@/app/_pages/moment-text'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { ActButton } from '@/components/sending/act-button'
import { eventKey } from '@/components/sending/event-key'
import { ReliefWebForm } from '@/components/sending/reliefweb-form'
import { WebhookForm } from '@/components/sending/webhook-form'
import { RunTable } from '@/components/sitrep/run-table'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Delivery } from '@/domain/sending/webhook'
import { listed } from '@/domain/wording/punctuation'
import { canSendMail } from '@/services/accounts/send-mail'
import { readCrisis } from '@/services/read-crises'
import { listEditions } from '@/services/read-sitreps'
import { listSending } from '@/services/sending/list-sending'
import { listWebhooks } from '@/services/sending/manage-webhooks'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sending')
  return { title: t('title') }
}

/** How a crisis's editions go out: by mail, to other programs, to ReliefWeb; and what did not arrive. */
export default async function SendingPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  return administeredCrisis(slug, async ({ ctx }) => {
    const crisis = await readCrisis({ ctx, slug })
    const [t, tVerify, mail, { webhooks, deliveries }, editions] = await Promise.all([
      getTranslations('sending'),
      getTranslations('verify'),
      listSending({ ctx, crisis }),
      listWebhooks({ ctx, crisis }),
      listEditions({ ctx, crisis }),
    ])
    const standing = webhooks.filter(({ endedAt }) => endedAt === null)
    const latest = editions.filter(({ supersededBy }) => supersededBy === null).slice(0, 10)
    const total = (state: string) =>
      mail.subscribers.filter((one) => one.state === state).reduce((sum, { count }) => sum + count, 0)
    return (
      <>
        <PageHeading title={t('title')} subtitle={t('subtitle')} />
        <div className="space-y-12">
          <Section id="mail" title={t('mail')} subtitle={canSendMail() ? t('mailHint') : t('noMail')}>
            <p className="text-sm">
              {t('subscribers', { confirmed: total('confirmed'), waiting: total('waiting'), ended: total('ended') })}
            </p>
            {total('confirmed') > 0 && (
              <p className="mt-1 text-sm text-muted">
                {mail.subscribers
                  .filter(({ state }) => state === 'confirmed')
                  .map(({ language, wants, count }) =>
                    t('subscribersOf', {
                      count,
                      language: tVerify(`languages.${language}`),
                      wants: t(`wants.${wants}`),
                    }),
                  )
                  .join(' · ')}
              </p>
            )}
            {mail.mailings.length > 0 && (
              <p className="mt-1 text-sm text-muted">
                {mail.mailings.map(({ state, count }) => t(`mailings.${state}`, { count })).join(' · ')}
              </p>
            )}
            <h3 className="mt-6 mb-2 text-base font-semibold">{t('troubled')}</h3>
            {mail.troubled.length === 0 ? (
              <Empty>{t('troubledEmpty')}</Empty>
            ) : (
              <RunTable
                caption={t('troubled')}
                isCaptionSeen={false}
                columns={(['report', 'to', 'state', 'tries', 'when', 'said'] as const).map((name) => ({
                  label: t(`columns.${name}`),
                  align: 'start',
                }))}
                rows={mail.troubled.map(({ number, edition, domain, state, attempts, at, error }) => [
                  [
                    {
                      text: t('edition', { number, edition }),
                      href: `/crises/${slug}/sitreps/${number}?edition=${edition}`,
                    },
                  ],
                  [{ text: domain ?? '' }],
                  [{ text: t(`mailStates.${state}`) }],
                  [{ text: String(attempts) }],
                  [{ text: minuteText(ctx.locale, at), muted: true }],
                  [{ text: error ?? '', muted: true }],
                ])}
              />
            )}
          </Section>
          <Section id="webhooks" title={t('webhooks')} subtitle={t('webhooksHint')}>
            {standing.length === 0 ? (
              <Empty>{t('webhooksEmpty')}</Empty>
            ) : (
              <ul className="mb-6 divide-y divide-line border-y border-line">
                {standing.map(({ id, url, events, createdAt, createdBy }) => (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                    <div className="min-w-0">
                      <p className="text-sm font-medium break-all">{url}</p>
                      <p className="text-xs text-muted">
                        {listed(
                          ctx.locale,
                          events.map((event) => t(`eventNames.${eventKey(event)}`)),
                        )}{' '}
                        · {t('registered', { by: createdBy, when: minuteText(ctx.locale, createdAt) })}
                      </p>
                    </div>
                    <ActButton
                      address={`/crises/${slug}/webhooks/${id}/remove`}
                      submit={t('remove')}
                      label={`${t('remove')}: ${url}`}
                    />
                  </li>
                ))}
              </ul>
            )}
            <div className="max-w-xl">
              <h3 className="mb-3 text-base font-semibold">{t('registerTitle')}</h3>
              <WebhookForm slug={slug} />
            </div>
          </Section>
          <Section id="deliveries" title={t('deliveries')} subtitle={t('deliveriesHint')}>
            {deliveries.length === 0 && <Empty>{t('deliveriesEmpty')}</Empty>}
            <ul className="divide-y divide-line border-t border-line">
              {deliveries.map((delivery) => (
                <DeliveryLine
                  key={delivery.id}
                  delivery={delivery}
                  slug={slug}
                  isStanding={standing.some(({ id }) => id === delivery.webhook)}
                />
              ))}
            </ul>
            {webhooks.length > standing.length && (
              <>
                <h3 className="mt-8 mb-2 text-base font-semibold">{t('ended')}</h3>
                <ul className="text-sm text-muted">
                  {webhooks
                    .filter(({ endedAt }) => endedAt !== null)
                    .map(({ id, url, endedWhy }) => (
                      <li key={id} className="border-t border-line py-2 break-all">
                        {url} · {endedWhy}
                      </li>
                    ))}
                </ul>
              </>
            )}
          </Section>
          <Section id="reliefweb" title={t('reliefWeb')} subtitle={t('reliefWebHint')}>
            {latest.length > 0 && (
              <ul className="mb-6 flex flex-wrap gap-x-6 gap-y-1 text-sm">
                {latest.map(({ number, edition }) => (
                  <li key={number}>
                    <a
                      href={`/api/v1/crises/${slug}/sitreps/${number}/reliefweb?edition=${edition}`}
                      className="inline-block py-2"
                    >
                      {t('package', { number, edition })}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            <div className="max-w-xl">
              <ReliefWebForm
                key={JSON.stringify(crisis.reliefWeb)}
                slug={slug}
                version={crisis.version}
                settings={crisis.reliefWeb}
              />
            </div>
          </Section>
        </div>
      </>
    )
  })
}

async function DeliveryLine({ delivery, slug, isStanding }: { delivery: Delivery; slug: string; isStanding: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('sending'), getLocale()])
  const { id, url, event, state, attempts, createdAt, nextAt, status, error, milliseconds } = delivery
  const facts = [
    t(`deliveryStates.${state}`),
    attempts > 0 ? t('triesMade', { count: attempts }) : null,
    status === null ? null : t('answered', { status, milliseconds: milliseconds ?? 0 }),
    error,
    state === 'waiting' && attempts > 0 ? t('again', { when: minuteText(locale, nextAt) }) : null,
  ]
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="text-sm">
          <span className="font-medium">{t(`eventNames.${eventKey(event)}`)}</span>{' '}
          <span className="break-all text-muted">{url}</span>
        </p>
        <p className="text-xs text-muted">{facts.filter(Boolean).join(' · ')}</p>
        <p className="text-xs break-all text-muted">
          {minuteText(locale, createdAt)} · {id}
        </p>
      </div>
      {isStanding && state !== 'sending' && (
        <ActButton
          address={`/crises/${slug}/webhook-deliveries/${id}/redeliver`}
          submit={t('redeliver')}
          label={`${t('redeliver')}: ${id}`}
        />
      )}
    </li>
  )
}
