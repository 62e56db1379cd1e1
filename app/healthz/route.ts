/** Asked of the running process at every call, never answered from a build. */
export const dynamic = 'force-dynamic'

/**
 * Alive: the process answers. Says nothing of the database; that is /readyz. `Attest-Time` is the server's clock to the millisecond: what is
 * known is known by that clock, and `Date` leaves out the second that runs.
 */
export const GET = () =>
  Response.json(
    { status: 'alive' },
    { headers: { 'Cache-Control': 'no-store', 'Attest-Time': new Date().toISOString() } },
  )
