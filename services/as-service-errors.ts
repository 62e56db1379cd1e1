import { toServiceError } from '@/services/database-errors'

/** Runs a reading use case; what the database throws comes out in the services' words. @throws ServiceError */
export async function asServiceErrors<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    throw toServiceError(error)
  }
}
