const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** A session ends after so long without use ... */
export const idleLimit = 30 * minute
/** ... and so long after signing in, however much it was used. */
export const absoluteLimit = 12 * hour
/** Use is noted no more often than this, so that reading stays reading. */
export const useNotedEvery = minute

export const invitationLifetime = 72 * hour
export const firstLinkLifetime = 24 * hour
/** A link for a new password that was mailed, and one that an administrator hands on. */
export const resetLifetime = hour
export const handedResetLifetime = 24 * hour

/** So many failures to give a password within the window close an account for the rest of it, whether or not there is such an account. */
export const failuresOfAccount = { most: 10, window: 15 * minute }
/** And so many, of whatever is asked at one path of the door, close that path for a network address. */
export const failuresOfAddress = { most: 30, window: minute }
/** For how long a code of an authenticator can be valid at all: its own half minute and those beside it. */
export const codeLifetime = 2 * minute

export const leastPasswordLength = 12
export const mostPasswordLength = 128

/** Milliseconds as whole seconds. */
export const inSeconds = (milliseconds: number) => Math.ceil(milliseconds / second)
