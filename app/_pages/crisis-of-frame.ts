import { notFound } from 'next/navigation'
import { findCrisis } from '@/app/_server/ask-crisis'
import type { Crisis } from '@/domain/crisis/crisis'
import { ServiceError } from '@/services/errors'

/**
 * The crisis whose frame is drawn; 404 where there is none. Null while the ledger cannot be reached: the page within knows its own address and
 * leads to the page that says so.
 */
export async function crisisOfFrame(slug: string): Promise<Crisis | null> {
  try {
    return (await findCrisis(slug)).crisis
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'not-found') notFound()
    if (error instanceof ServiceError && error.code === 'unavailable') return null
    throw error
  }
}

/** The crisis's title for the head of its pages; null where there is none to name, which the page itself then says. */
export async function titleOfCrisis(slug: string): Promise<string | null> {
  try {
    return (await findCrisis(slug)).crisis.title
  } catch (error) {
    if (error instanceof ServiceError) return null
    throw error
  }
}
