/** Why something was refused at the door, in words for the person who asked. */
export interface AuthRefusal {
  status: 400 | 401 | 429
  message: string
  /** The field that is wrong, as a JSON pointer. */
  pointer?: string
  /** Seconds after which it is worth trying again. */
  retryAfter?: number
}

/** The same for an address nobody has and for a wrong password, and for whoever was disabled. */
export const notSignedIn: AuthRefusal = { status: 401, message: 'The email address or the password is not right.' }
export const wrongCode: AuthRefusal = {
  status: 401,
  message: 'This code is not right, or was used already. Wait for the next one.',
  pointer: '/code',
}
export const needsSession: AuthRefusal = { status: 401, message: 'You are no longer signed in. Sign in again.' }

export function tooMany(seconds: number): AuthRefusal {
  const minutes = Math.ceil(seconds / 60)
  const message =
    minutes === 1
      ? 'Too many tries. Wait a minute, then try again.'
      : `Too many tries. Wait ${minutes} minutes, then try again.`
  return { status: 429, message, retryAfter: seconds }
}

/** What better-auth refused with, in our words. What it has no word for here is a defect: null. */
export function refusalOfCode(path: string, code: string): AuthRefusal | null {
  if (path === 'sign-in/email') return notSignedIn
  switch (code) {
    case 'INVALID_PASSWORD':
      return {
        status: 400,
        message: 'This is not your password.',
        pointer: path === 'change-password' ? '/currentPassword' : '/password',
      }
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return wrongCode
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
    case 'FAILED_TO_CREATE_SESSION':
      return { status: 401, message: 'This took too long or too many tries. Begin again with your password.' }
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return tooMany(15 * 60)
    case 'INVALID_TOKEN':
    case 'USER_NOT_FOUND':
      return { status: 400, message: 'This link was used already or has expired. Ask for another one.' }
    case 'TOTP_ALREADY_ENABLED':
    case 'TOTP_NOT_ENABLED':
    case 'TWO_FACTOR_NOT_ENABLED':
      return { status: 400, message: 'The second step was changed in another window. Load this page again.' }
    case 'UNAUTHORIZED':
    case 'SESSION_EXPIRED':
      return needsSession
    default:
      return null
  }
}
