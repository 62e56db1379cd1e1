import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forRoles } from '@/app/_pages/for-roles'
import { minuteText } from '@/app/_pages/moment-text'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { roleNames } from '@/app/_pages/role-names'
import { ActForm } from '@/components/account/act-form'
import { Disclosed } from '@/components/account/disclosed'
import { InviteForm } from '@/components/account/invite-form'
import { PersonActs } from '@/components/account/person-acts'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { listed } from '@/domain/wording/punctuation'
import { listPeople } from '@/services/accounts/list-people'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

/** Who can sign in, and as what. */
export default function PeoplePage() {
  return forRoles(['administrator'], null, async ({ ctx, signedIn }) => {
    const t = await getTranslations('people')
    const { people, invitations, crises } = await orStandIn('/admin/people', () => listPeople({ ctx }))
    const titles = new Map(crises.map(({ id, title }) => [id, title]))
    const namesOf = async (roles: (typeof people)[number]['roles']) =>
      listed(ctx.locale, await roleNames(roles, (crisis) => titles.get(crisis) ?? crisis)) || t('noRoles')
    const rows = await Promise.all(
      people.map(async (person) => ({ ...person, rolesText: await namesOf(person.roles) })),
    )
    const waiting = await Promise.all(
      invitations.map(async (invitation) => ({ ...invitation, rolesText: await namesOf(invitation.roles) })),
    )
    return (
      <>
        <PageHeading title={t('title')} subtitle={t('subtitle')} />
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Section title={t('accountsTitle')}>
            <ul className="divide-y divide-line border-y border-line">
              {rows.map((person) => {
                const isSelf = person.id === signedIn.userId
                const isDisabled = person.disabledAt !== null
                const marks = [isSelf && t('you'), isDisabled && t('disabled')].filter(Boolean)
                const { id, name, roles, hasSecondFactor } = person
                return (
                  <li key={person.id} className="py-4">
                    <h3 className="font-semibold">
                      {person.name}
                      {marks.length > 0 && <span className="font-normal text-muted"> · {marks.join(' · ')}</span>}
                    </h3>
                    <p className="text-sm break-all">{person.email}</p>
                    <p className="mt-1 text-sm text-muted">
                      {person.rolesText}
                      {' · '}
                      {t('secondStep')}: {person.hasSecondFactor ? t('on') : t('off')}
                      {' · '}
                      {t('lastSeen')}: {person.lastSeenAt ? minuteText(ctx.locale, person.lastSeenAt) : t('never')}
                    </p>
                    <Disclosed summary={t('manage')} label={t('manageNamed', { name: person.name })}>
                      <PersonActs
                        // What another window changed is not shown half old, half new.
                        key={JSON.stringify([person.roles, isDisabled])}
                        person={{ id, name, roles, hasSecondFactor, isDisabled, isSelf }}
                        crises={crises}
                      />
                    </Disclosed>
                  </li>
                )
              })}
            </ul>
          </Section>
          <div className="space-y-12">
            <Section title={t('inviteTitle')}>
              <InviteForm crises={crises} />
            </Section>
            <Section title={t('waitingTitle')}>
              {waiting.length === 0 && <Empty>{t('noWaiting')}</Empty>}
              <ul className="divide-y divide-line">
                {waiting.map((invitation) => {
                  const name = invitation.name ?? t('firstLink')
                  return (
                    <li key={invitation.id} className="space-y-2 py-3">
                      <p className="text-sm">
                        <strong>{name}</strong> {invitation.email}
                      </p>
                      <p className="text-xs text-muted">
                        {invitation.rolesText} · {t('expires', { when: minuteText(ctx.locale, invitation.expiresAt) })}
                      </p>
                      <ActForm
                        act="revoke-invitation"
                        input={{ id: invitation.id }}
                        submit={t('revoke')}
                        label={`${t('revoke')}: ${name}`}
                      />
                    </li>
                  )
                })}
              </ul>
            </Section>
          </div>
        </div>
      </>
    )
  })
}
