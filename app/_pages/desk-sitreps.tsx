import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChangedNumbers, ClockLine, DraftList } from '@/components/sitrep-desk/desk-lists'
import { Section } from '@/components/ui/section'
import { makeWording } from '@/domain/wording/wording'
import { holdsRole } from '@/domain/workflow/actor'
import type { Context } from '@/services/context'
import { readIndicators } from '@/services/read-crises'
import { readSitrepDesks } from '@/services/sitreps/read-desk'

/** On the desk's first page: today's sitrep and its clock, drafts that wait for this person's approval, published numbers that changed. */
export async function DeskSitreps({ ctx }: { ctx: Context }) {
  const { actor } = ctx
  if (!actor) return null
  const [{ desks }, codelist] = await Promise.all([readSitrepDesks({ ctx }), readIndicators({ ctx })])
  const t = await getTranslations('sitrepDesk')
  const now = ctx.now().toISOString()
  const told = desks.map((desk) => ({ ...desk, wording: makeWording(ctx.locale, desk.crisis, codelist) }))
  const running = told.filter(({ clock, ofToday }) => clock.isDaily && (clock.next !== null || ofToday !== null))
  const forApproval = told
    .map(({ open, ...desk }) => ({
      ...desk,
      waiting: open.filter(
        ({ state, crisis: slug, authors }) =>
          state === 'requested' &&
          slug === desk.crisis.slug &&
          (holdsRole(actor, 'editor', desk.crisis.id) || holdsRole(actor, 'reviewer', desk.crisis.id)) &&
          (!desk.crisis.fourEyes || authors.every(({ id }) => id !== actor.id)),
      ),
    }))
    .filter(({ waiting }) => waiting.length > 0)
  const changed = told.filter((desk) => desk.changed.length > 0)
  return (
    <>
      <Section id="sitrep-today" title={t('home.today')}>
        {running.length === 0 && <p className="text-sm text-muted">{t('home.noneToday')}</p>}
        <div className="space-y-4">
          {running.map(({ crisis, clock, ofToday, wording }) => (
            <div key={crisis.id} className="border-t border-line pt-2">
              <h3 className="mb-1 text-sm font-semibold">{crisis.title}</h3>
              <ClockLine clock={clock} ofToday={ofToday} now={now} wording={wording} />
            </div>
          ))}
        </div>
        <p className="mt-2 text-sm">
          <Link href="/admin/sitreps">{t('title')}</Link>
        </p>
      </Section>
      {forApproval.length > 0 && (
        <Section id="sitrep-approvals" title={t('home.forApproval')}>
          {forApproval.map(({ crisis, waiting, wording }) => (
            <div key={crisis.id}>
              <h3 className="mb-1 text-sm font-semibold">{crisis.title}</h3>
              <DraftList drafts={waiting} wording={wording} />
            </div>
          ))}
        </Section>
      )}
      {changed.length > 0 && (
        <Section id="sitrep-changed" title={t('changed.title')} subtitle={t('changed.subtitle')}>
          {changed.map((desk) => (
            <div key={desk.crisis.id}>
              <h3 className="mb-1 text-sm font-semibold">{desk.crisis.title}</h3>
              <ChangedNumbers changed={desk.changed} crisis={desk.crisis.slug} wording={desk.wording} />
            </div>
          ))}
        </Section>
      )}
    </>
  )
}
