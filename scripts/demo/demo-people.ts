import type { Actor } from '@/domain/workflow/actor'

/** The demo's persons: one enters, another approves, an editor composes. They cannot sign in. */
export const demoAnalyst: Actor = {
  id: 'demo-analyst',
  name: 'Demo analyst',
  roles: [{ role: 'contributor', crisis: null }],
}
export const demoReviewer: Actor = {
  id: 'demo-reviewer',
  name: 'Demo reviewer',
  roles: [
    { role: 'reviewer', crisis: null },
    { role: 'editor', crisis: null },
  ],
}
export const demoEditor: Actor = { id: 'demo-editor', name: 'Demo editor', roles: [{ role: 'editor', crisis: null }] }
export const demoAdministrator: Actor = {
  id: 'demo-administrator',
  name: 'Demo administrator',
  roles: [{ role: 'administrator', crisis: null }],
}
