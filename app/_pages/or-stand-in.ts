import { notFound, redirect } from 'next/navigation'
import { ServiceError } from '@/services/errors'

/**
 * Reads what a page shows. What the reader may not know of is 404; while the ledger cannot be reached the reader is led to the page that says
 * so (503) and comes back to `path` by itself. Anything else is a defect and reaches the error page.
 */
export async function orStandIn<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'not-found') notFound()
    if (error instanceof ServiceError && error.code === 'unavailable') {
      redirect(`/unavailable?from=${encodeURIComponent(path)}`)
    }
    throw error
  }
}
