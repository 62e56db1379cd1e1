import { type Actor, holdsRole, type Role } from '@/domain/workflow/actor'

const administrator = ['administrator'] as const

/** The pages of a crisis at the desk in the order of its links, with the roles each is for, held for the crisis or for all. */
const crisisPages = {
  enter: ['contributor'],
  sitreps: ['reviewer', 'editor', 'administrator'],
  settings: administrator,
  sources: administrator,
  places: administrator,
  events: administrator,
  sending: administrator,
  review: ['contributor', 'reviewer', 'editor', 'administrator'],
  audit: administrator,
} as const satisfies Record<string, readonly Role[]>
export type CrisisPage = keyof typeof crisisPages

const spansCrises: readonly CrisisPage[] = ['review', 'audit']

/** The pages of this crisis that the person's roles lead to. */
export function crisisPagesFor(actor: Actor | null, { id, slug }: { id: string; slug: string }) {
  return (Object.keys(crisisPages) as CrisisPage[])
    .filter((page) => crisisPages[page].some((role) => actor !== null && holdsRole(actor, role, id)))
    .map((page) => ({
      page,
      href: spansCrises.includes(page) ? `/admin/${page}?crisis=${slug}` : `/admin/crises/${slug}/${page}`,
    }))
}
