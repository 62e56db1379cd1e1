import { getAsker } from '@/app/_server/context'
import { ServiceError } from '@/services/errors'

/** Whether the header shows the way to the desk. While the ledger cannot be reached, nobody is known. */
export async function isSignedIn(): Promise<boolean> {
  try {
    return (await getAsker()).signedIn !== null
  } catch (error) {
    if (error instanceof ServiceError) return false
    throw error
  }
}
