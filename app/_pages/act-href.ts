import type { ListedAct } from '@/domain/audit/listed-act'

/** The page of what an act was done to; null where there is none. */
export function actHref({ subject, crisis }: Pick<ListedAct, 'subject' | 'crisis'>): string | null {
  const [noun = '', id = ''] = subject.split(':')
  if (noun === 'figure') return crisis ? `/crises/${crisis.slug}/figures/${id}` : `/figures/${id}`
  if (noun === 'indicator') return '/admin/codelist'
  if (noun === 'source' && !crisis) return '/admin/sources'
  if (noun === 'user' || noun === 'invitation') return '/admin/people'
  if (!crisis) return null
  const pages: Record<string, string> = {
    crisis: `/admin/crises/${crisis.slug}/settings`,
    source: `/admin/crises/${crisis.slug}/sources`,
    place: `/admin/crises/${crisis.slug}/places`,
    event: `/admin/crises/${crisis.slug}/events`,
    document: `/crises/${crisis.slug}/documents/${id}`,
    sitrep: `/crises/${crisis.slug}/sitreps`,
    statement: `/crises/${crisis.slug}/figures`,
  }
  return pages[noun] ?? null
}
