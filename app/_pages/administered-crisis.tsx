import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type CrisisPage, crisisPagesFor } from '@/app/_pages/crisis-pages'
import { forRoles } from '@/app/_pages/for-roles'
import { marksOfCrises } from '@/app/_pages/marks-of-crises'
import { orStandIn } from '@/app/_pages/or-stand-in'
import { type CrisisAtRevision, findCrisis } from '@/app/_server/ask-crisis'
import { CrisisTabs } from '@/components/administration/crisis-tabs'
import { MarkList } from '@/components/ui/page-heading'
import type { Role } from '@/domain/workflow/actor'

/** Pages that stand in a frame of their own. */
const isElsewhere: readonly CrisisPage[] = ['enter', 'review', 'audit']

/**
 * A page of a crisis's administration, under the links to its other pages that the person's roles lead to, and what must be known of the crisis; for
 * administrators unless it says for whom.
 */
export async function administeredCrisis(
  slug: string,
  show: (found: CrisisAtRevision) => Promise<ReactNode>,
  roles: readonly Role[] = ['administrator'],
): Promise<ReactNode> {
  const found = await orStandIn(`/admin/crises/${slug}`, () => findCrisis(slug))
  const t = await getTranslations('administration')
  return forRoles(roles, found.crisis.id, async () => (
    <>
      <CrisisTabs
        label={t('crisisPages')}
        title={{ href: `/admin/crises/${slug}`, label: found.crisis.title }}
        links={crisisPagesFor(found.ctx.actor, found.crisis)
          .filter(({ page }) => !isElsewhere.includes(page))
          .map(({ page, href }) => ({ href, label: t(`pages.${page}`) }))}
      />
      <MarkList marks={marksOfCrises([found.crisis], found.ctx.locale)} />
      {await orStandIn(`/admin/crises/${slug}`, () => show(found))}
    </>
  ))
}
