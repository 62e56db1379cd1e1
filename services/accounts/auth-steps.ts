import { z } from 'zod'
import { leastPasswordLength, mostPasswordLength } from '@/services/accounts/limits'

const given = z.string().min(1, 'This is needed.').max(1000, 'This is too long.')
/** A password somebody already has, whatever the rules are now. */
const currentPassword = given
export const newPasswordSchema = z
  .string()
  .min(
    leastPasswordLength,
    `Choose at least ${leastPasswordLength} characters: a few words that belong to no one else are easy to keep.`,
  )
  .max(mostPasswordLength, `Choose at most ${mostPasswordLength} characters.`)
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This is too long.')
  .pipe(z.email('This is no email address.'))
const code = z.string().trim().min(1, 'The code is needed.').max(40, 'This is too long.')

/** One thing that can be asked at the door. */
export interface AuthStep {
  /** What the one who asks gives. */
  schema: z.ZodType<Record<string, unknown>>
  /** Whether it needs somebody who is signed in at a browser; else it is asked as nobody. */
  needsSession: boolean
  /** Whether a failure may be a guess at a password, which is counted for the account. */
  guessesPassword: boolean
  /** What the audit log calls it. */
  action: string
  /** The path of better-auth, where ours is another. */
  path?: string
  /** Added to what was given, before better-auth sees it. */
  adds?: Record<string, unknown>
}

const codeOfApp = z.object({ code: code.transform((text) => text.replace(/\s/g, '')) })
const ownPassword = z.object({ password: currentPassword })
const asNobody = { needsSession: false, guessesPassword: false }
const withPassword = { needsSession: true, guessesPassword: true }

const steps = {
  'sign-in/email': {
    ...asNobody,
    schema: z.object({ email: emailSchema, password: currentPassword }),
    guessesPassword: true,
    action: 'sign-in',
  },
  'two-factor/verify-totp': { ...asNobody, schema: codeOfApp, action: 'sign-in' },
  'two-factor/verify-backup-code': { ...asNobody, schema: z.object({ code }), action: 'sign-in' },
  'reset-password': {
    ...asNobody,
    schema: z.object({ token: given, newPassword: newPasswordSchema }),
    action: 'reset-password',
  },
  'sign-out': { schema: z.object({}), needsSession: true, guessesPassword: false, action: 'sign-out' },
  'change-password': {
    ...withPassword,
    schema: z.object({ currentPassword, newPassword: newPasswordSchema }),
    action: 'change-password',
    adds: { revokeOtherSessions: true },
  },
  'two-factor/enable': { ...withPassword, schema: ownPassword, action: 'begin-second-factor' },
  'two-factor/confirm': {
    schema: codeOfApp,
    needsSession: true,
    guessesPassword: false,
    action: 'enable-second-factor',
    path: 'two-factor/verify-totp',
  },
  'two-factor/disable': { ...withPassword, schema: ownPassword, action: 'disable-second-factor' },
  'two-factor/generate-backup-codes': { ...withPassword, schema: ownPassword, action: 'make-recovery-codes' },
} satisfies Record<string, AuthStep>

/** The step at a path below `/api/auth/`, or null: nothing else of better-auth can be reached. */
export function authStepAt(path: string): AuthStep | null {
  return Object.hasOwn(steps, path) ? steps[path as keyof typeof steps] : null
}
