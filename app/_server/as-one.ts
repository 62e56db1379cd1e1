import { ServiceError } from '@/services/errors'

/** Runs a use case for many with the one thing that was sent; what is wrong is told of the fields as they were sent. @throws ServiceError */
export async function asOne<Result>(list: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const prefix = `/${list}/0/`
    const errors = error.errors.map(({ pointer, message }) => ({
      pointer: pointer.startsWith(prefix) ? pointer.slice(prefix.length - 1) : pointer,
      message,
    }))
    throw new ServiceError(error.code, error.message, errors)
  }
}
