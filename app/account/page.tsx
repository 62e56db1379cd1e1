import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dayText, minuteText } from '@/app/_pages/moment-text'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { requireSession } from '@/app/_pages/require-session'
import { roleNames } from '@/app/_pages/role-names'
import { ActForm } from '@/components/account/act-form'
import { KeyForm } from '@/components/account/key-form'
import { PasswordForm } from '@/components/account/password-form'
import { SecondStep } from '@/components/account/second-step'
import { SignOutEverywhere } from '@/components/account/sign-out-everywhere'
import { TextField } from '@/components/account/text-field'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { listed } from '@/domain/wording/punctuation'
import { keyLifetimes, readOwnAccount } from '@/services/accounts/own-account'
import { readCrises } from '@/services/read-crises'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.own')
  return { title: t('title') }
}

/** One's own name, password, second step, sessions and keys. */
export default async function AccountPage() {
  const { ctx, signedIn } = await requireSession()
  const t = await getTranslations('account')
  const { account, sessions, keys, crises } = await orStandIn('/account', async () => {
    const [own, crises] = await Promise.all([readOwnAccount({ ctx }), readCrises({ ctx })])
    return { ...own, crises }
  })
  const titleOf = (id: string) => crises.find(({ crisis }) => crisis.id === id)?.crisis.title ?? id
  const roles = await roleNames(account.roles, titleOf)
  const now = ctx.now().toISOString()
  return (
    <>
      <PageHeading title={t('own.title')} subtitle={t('own.subtitle', { email: account.email })} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 lg:grid-cols-2">
        <Section title={t('own.nameTitle')}>
          <div className="max-w-md">
            <ActForm act="change-name" submit={t('own.save')}>
              <TextField
                name="name"
                label={t('name')}
                hint={t('nameHint')}
                defaultValue={account.name}
                autoComplete="name"
              />
            </ActForm>
          </div>
          <p className="mt-5 text-sm">
            <span className="text-muted">{t('own.roles')}:</span> {listed(ctx.locale, roles) || t('own.noRoles')}
          </p>
        </Section>
        <Section title={t('own.passwordTitle')} subtitle={t('own.passwordSubtitle')}>
          <div className="max-w-md">
            <PasswordForm email={account.email} />
          </div>
        </Section>
        <Section id="second-step" title={t('own.secondTitle')}>
          <div className="max-w-md">
            <SecondStep isOn={account.hasSecondFactor} />
          </div>
        </Section>
        <Section title={t('own.sessionsTitle')} subtitle={t('own.sessionsSubtitle')}>
          <Lines>
            {sessions.map((session) => (
              <li key={session.id} className="py-3">
                <p className="text-sm">
                  {browserName(session.userAgent) ?? t('own.unknownBrowser')}
                  {session.id === signedIn.sessionId && <strong> · {t('own.thisSession')}</strong>}
                </p>
                <p className="text-xs text-muted">
                  {[
                    session.ipAddress,
                    t('own.since', { when: minuteText(ctx.locale, session.createdAt) }),
                    t('own.lastUsed', { when: minuteText(ctx.locale, session.updatedAt) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </Lines>
          <div className="mt-4">
            <SignOutEverywhere />
          </div>
        </Section>
        <Section title={t('own.keysTitle')} subtitle={t('own.keysSubtitle')}>
          {keys.length === 0 && <p className="text-sm text-muted">{t('own.noKeys')}</p>}
          <Lines>
            {keys.map((key) => (
              <li key={key.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
                <div>
                  <p className="text-sm">
                    {key.label} <code className="font-mono text-xs text-muted">{key.prefix}…</code>
                  </p>
                  <p className="text-xs text-muted">
                    {key.expiresAt > now
                      ? t('own.keyUntil', { when: dayText(ctx.locale, key.expiresAt) })
                      : t('own.keyExpired')}
                    {' · '}
                    {key.lastUsedAt
                      ? t('own.keyUsed', { when: minuteText(ctx.locale, key.lastUsedAt) })
                      : t('own.keyUnused')}
                  </p>
                </div>
                <ActForm
                  act="revoke-api-key"
                  input={{ id: key.id }}
                  submit={t('own.revoke')}
                  label={`${t('own.revoke')}: ${key.label}`}
                />
              </li>
            ))}
          </Lines>
          <div className="mt-6 max-w-md">
            <KeyForm lifetimes={keyLifetimes} />
          </div>
        </Section>
      </div>
    </>
  )
}

const Lines = ({ children }: { children: ReactNode }) => (
  <ul className="divide-y divide-line border-line not-empty:border-y">{children}</ul>
)

/** Browser and system, as far as a user agent tells; null where it tells neither. */
function browserName(agent: string | null): string | null {
  const browsers = ['Firefox', 'Edg', 'OPR', 'Chrome', 'Safari']
  const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'Linux']
  const browser = browsers.find((name) => agent?.includes(`${name}/`))
  const system = systems.find((name) => agent?.includes(name))
  const named = { Edg: 'Edge', OPR: 'Opera' }[browser ?? ''] ?? browser
  return [named, system].filter(Boolean).join(', ') || null
}
