export const errorCodes = [
  'not-found',
  'unauthenticated',
  'forbidden',
  'invalid',
  'conflict',
  'too-many',
  'unavailable',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** What is wrong with one field: its JSON pointer ("/figures/0/quantity") and a sentence. */
export interface FieldError {
  pointer: string
  message: string
}

/** The only error a use case throws on purpose; the door maps its code to an answer. `message` is a sentence for people. */
export class ServiceError extends Error {
  readonly code: ErrorCode
  readonly errors: FieldError[]

  constructor(code: ErrorCode, message: string, errors: FieldError[] = []) {
    super(message)
    this.name = 'ServiceError'
    this.code = code
    this.errors = errors
  }
}
