import { tzOffset } from '@date-fns/tz'
import type { Instant } from '@/domain/time/instant'
import type { Wording } from '@/domain/wording/wording'

/** What every page and report must say of the crisis: reconstructed, an exercise, approved by one person. */
export function marksOf({ words, crisis }: Wording): string[] {
  return [
    crisis.exercise ? words.report.exercise : null,
    crisis.reconstruction ? words.report.reconstructed : null,
    crisis.fourEyes ? null : words.report.fourEyesOff,
  ].filter((mark) => mark !== null)
}

/** "UTC+4" at an instant; "UTC+5:30" where the offset has minutes. */
export function zoneText(timeZone: string, at: Instant): string {
  const minutes = tzOffset(timeZone, new Date(at))
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
