import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import { eventOptions, namedIn, placeOptions } from '@/app/_pages/ground-options'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { Disclosed } from '@/components/account/disclosed'
import { EventForm } from '@/components/administration/event-form'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { AdministeredEvent } from '@/domain/crisis/administered'
import { wallTimeOf } from '@/domain/time/local-time'
import { listAdministeredEvents, listAdministeredPlaces } from '@/services/list-administered'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('pages.events') }
}

/** What happened, in the order in which it began. */
export default async function EventsPage({ params }: CrisisPageProps) {
  const { crisis: slug } = await params
  return administeredCrisis(slug, async ({ ctx, crisis: { id, timeZone } }) => {
    const [t, events, places] = await Promise.all([
      getTranslations('administration'),
      listAdministeredEvents({ ctx, crisis: id }),
      listAdministeredPlaces({ ctx, crisis: id }),
    ])
    const [placed, named] = [placeOptions(places), eventOptions(events)]
    const labelOf = (options: typeof placed, value: string | null) => options.find((one) => one.value === value)?.label
    return (
      <>
        <PageHeading title={t('pages.events')} subtitle={t('pageHints.events')} />
        <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Section title={t('eventCount', { count: events.length })}>
            {events.length === 0 && <Empty>{t('noEvents')}</Empty>}
            <ul className="divide-y divide-line border-y border-line">
              {events.map((event) => {
                const fields = { ...event, from: whenText(event.from, timeZone), to: whenText(event.to, timeZone) }
                return (
                  <li key={event.id} className="py-3">
                    <h3 className="font-semibold">{event.title}</h3>
                    <p className="text-sm text-muted">
                      {[
                        fields.to
                          ? t('fromTo', { from: fields.from, to: fields.to })
                          : t('from', { from: fields.from }),
                        labelOf(placed, event.place),
                        event.parent && t('partOf', { name: labelOf(named, event.parent) ?? '' }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    <Disclosed summary={t('change')} label={t('changeNamed', { name: event.title })}>
                      <EventForm
                        key={event.version}
                        event={fields}
                        address={`/events/${event.id}`}
                        crisis={slug}
                        timeZone={timeZone}
                        place={namedIn(placed, event.place)}
                        parent={namedIn(named, event.parent)}
                      />
                    </Disclosed>
                  </li>
                )
              })}
            </ul>
          </Section>
          <Section title={t('newEvent')}>
            <EventForm
              event={null}
              address={`/crises/${slug}/events`}
              crisis={slug}
              timeZone={timeZone}
              place={null}
              parent={null}
            />
          </Section>
        </div>
      </>
    )
  })
}

/** A time as people write it, as precise as it is known, in the crisis's zone. */
function whenText(when: AdministeredEvent['to'], timeZone: string): string {
  if (!when) return ''
  const lengths = { minute: 16, hour: 13, day: 10, month: 7 }
  return wallTimeOf(when.at, timeZone).slice(0, lengths[when.precision])
}
