import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { administeredCrisis } from '@/app/_pages/administered-crisis'
import { namedIn, placeOptions } from '@/app/_pages/ground-options'
import type { CrisisPageProps } from '@/app/_pages/page-props'
import { Disclosed } from '@/components/account/disclosed'
import { BoundaryImport } from '@/components/administration/boundary-import'
import { PlaceForm } from '@/components/administration/place-form'
import { PlaceImport } from '@/components/administration/place-import'
import { FilterForm } from '@/components/forms/filter-form'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { foldName } from '@/domain/entry/lookup'
import { holdsRole } from '@/domain/workflow/actor'
import { listAdministeredPlaces } from '@/services/list-administered'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('pages.places') }
}

const mostShown = 100

/** The gazetteer of a crisis: places with their names, and the import of lists and boundaries. */
export default async function PlacesPage({ params, searchParams }: CrisisPageProps) {
  const [{ crisis: slug }, { name }] = await Promise.all([params, searchParams])
  const wanted = typeof name === 'string' ? name.trim().slice(0, 100) : ''
  return administeredCrisis(slug, async ({ ctx, crisis }) => {
    const [t, tLevels] = await Promise.all([
      getTranslations('administration'),
      getTranslations('administration.levels'),
    ])
    const places = await listAdministeredPlaces({ ctx, crisis: crisis.id })
    const isForAll = ctx.actor !== null && holdsRole(ctx.actor, 'administrator', null)
    const options = placeOptions(places)
    const nameOf = (id: string | null) => options.find(({ value }) => value === id)?.label ?? null
    const found = places.filter(({ names, pcode }) =>
      [...names.map((one) => one.name), pcode ?? ''].some((text) => foldName(text).includes(foldName(wanted))),
    )
    return (
      <>
        <PageHeading title={t('pages.places')} subtitle={t('pageHints.places')} />
        <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Section title={t('placeCount', { count: places.length })}>
            <FilterForm action={`/admin/crises/${slug}/places`} className="mb-4 flex flex-wrap items-end gap-3">
              <label className="flex-[1_1_12rem] text-sm font-medium">
                {t('searchPlaces')}
                <input type="search" name="name" defaultValue={wanted} className="field mt-1 min-h-11!" />
              </label>
              <button type="submit" className={`${buttonClass('plain')} min-h-11!`}>
                {t('search')}
              </button>
            </FilterForm>
            {found.length === 0 && <Empty>{places.length === 0 ? t('noPlaces') : t('nothingFound')}</Empty>}
            <ul className="divide-y divide-line border-y border-line">
              {found.slice(0, mostShown).map((place) => {
                const { id, names, level, pcode, parent, point, hasBoundary, isShared, version } = place
                const called = names[0]?.name ?? id
                return (
                  <li key={id} className="py-3">
                    <h3 className="font-semibold">
                      {called}
                      {pcode && <span className="font-normal text-muted"> · {pcode}</span>}
                    </h3>
                    <p className="text-sm text-muted">
                      {[
                        tLevels(level),
                        nameOf(parent) && t('liesIn', { name: nameOf(parent) ?? '' }),
                        point && `${point.lat}, ${point.lon}`,
                        hasBoundary && t('hasBoundary'),
                        isShared && t('servesAll'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    <p className="text-sm">
                      {names.map((one) => `${one.name} (${one.language}, ${one.usedBy})`).join(' · ')}
                    </p>
                    {(!isShared || isForAll) && (
                      <Disclosed summary={t('change')} label={t('changeNamed', { name: called })}>
                        <PlaceForm
                          key={version}
                          place={place}
                          address={`/places/${id}`}
                          crisis={slug}
                          parent={namedIn(options, parent)}
                        />
                      </Disclosed>
                    )}
                  </li>
                )
              })}
            </ul>
            {found.length > mostShown && (
              <p className="mt-3 text-sm text-muted">{t('morePlaces', { count: found.length - mostShown })}</p>
            )}
          </Section>
          <div className="space-y-12">
            <Section title={t('importPlaces')} subtitle={t('importPlacesHint')}>
              <PlaceImport slug={slug} />
            </Section>
            <Section title={t('importBoundaries')} subtitle={t('importBoundariesHint')}>
              <BoundaryImport slug={slug} />
            </Section>
            <Section title={t('newPlace')}>
              <PlaceForm place={null} address={`/crises/${slug}/places`} crisis={slug} parent={null} />
            </Section>
          </div>
        </div>
      </>
    )
  })
}
