import { getRequestConfig } from 'next-intl/server'
import messages from '@/messages/en.json'

/**
 * The words of the screens. English is what there is; a language is offered where `messages/` holds it, and joins here. Times are
 * formatted by the domain in the crisis's own zone, so the zone here is never seen.
 */
export default getRequestConfig(async () => ({ locale: 'en', messages, timeZone: 'UTC' }))
