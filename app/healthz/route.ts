/** Asked of the running process at every call, never answered from a build. */
export const dynamic = 'force-dynamic'

/** Alive: the process answers. Says nothing of the database; that is /readyz. */
export const GET = () => Response.json({ status: 'alive' }, { headers: { 'Cache-Control': 'no-store' } })
