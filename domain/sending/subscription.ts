import type { Locale } from '@/domain/viewpoint/viewpoint'

/** Whether a mail carries the PDF, or says where the report stands. */
export const wants = ['link', 'pdf'] as const
export type Wants = (typeof wants)[number]

/** `waiting`: the address is not confirmed yet. */
export type SubscriberState = 'waiting' | 'confirmed' | 'ended'

/**
 * `unknown`: a try that was interrupted after the mail server may have taken the mail; it is not sent again. `dropped`: the subscription ended
 * before.
 */
export const mailingStates = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'dropped'] as const
export type MailingState = (typeof mailingStates)[number]

/** A mailing as the desk sees it: of the address only what tells whose mail server it is. */
export interface ListedMailing {
  number: number
  edition: number
  language: Locale
  /** "example.org"; null where the subscription has ended. */
  domain: string | null
  state: MailingState
  attempts: number
  at: string
  error: string | null
}

/** Minutes until a mail is tried again after so many failures; beyond them it has failed. */
const mailBackoff = [1, 5, 15, 60, 180, 360]

/** When to try again after `attempts` tries that failed, in milliseconds from now; null: no more. */
export function nextMailTry(attempts: number): number | null {
  const minutes = mailBackoff[attempts - 1]
  return minutes === undefined ? null : minutes * 60_000
}

/** What a mail server or a network said, without any address of mail in it, and no longer than a line or two. */
export function withoutAddresses(text: string): string {
  return text.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '…').slice(0, 300)
}
