import type { Actor, Role } from '@/domain/workflow/actor'

/** The pages of the desk in the order of its bar, with the roles each is for, held for any crisis; none named: everybody who is signed in. */
const deskPages = [
  { page: 'desk', href: '/admin', roles: [] },
  { page: 'review', href: '/admin/review', roles: ['contributor', 'reviewer', 'editor', 'administrator'] },
  { page: 'sitreps', href: '/admin/sitreps', roles: ['editor', 'reviewer', 'administrator'] },
  { page: 'administration', href: '/admin/crises', roles: ['administrator'] },
  { page: 'people', href: '/admin/people', roles: ['administrator'] },
  { page: 'audit', href: '/admin/audit', roles: ['administrator'] },
] as const satisfies readonly { page: string; href: string; roles: readonly Role[] }[]

/** The pages this person's roles lead to. */
export function deskLinksFor({ roles }: Actor) {
  return deskPages.filter(
    (page) => page.roles.length === 0 || roles.some(({ role }) => (page.roles as readonly Role[]).includes(role)),
  )
}
