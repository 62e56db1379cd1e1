/** The accounts of the demo, as the end-to-end tests make them: one per role, at `role@example.org`. */
export const demoRoles = ['reader', 'contributor', 'reviewer', 'editor', 'administrator']
export const demoPassword = 'a password for tests alone'
