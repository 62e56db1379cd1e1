import { loadEditionIn } from '@/db/repositories/find-editions'
import {
  giveUpInterrupted,
  type MailingKey,
  makeMailings,
  settleMailing,
  takeMailing,
} from '@/db/repositories/mailings'
import { readSubscriber } from '@/db/repositories/subscribers'
import { nextMailTry, withoutAddresses } from '@/domain/sending/subscription'
import { writeSitrepText } from '@/domain/sitrep/write-sitrep-text'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { mailWordsOf } from '@/domain/wording/mail-words'
import { canSendMail, type Mail, postMail } from '@/services/accounts/send-mail'
import type { Context } from '@/services/context'
import { unsubscribeToken } from '@/services/sending/unsubscribe-token'

const hour = 60 * 60_000
/** What was published longer ago is no news: after so long without a mail server, subscribers are not flooded. */
const newsLasts = 72 * hour
/** Longer than any mail takes to be handed over. */
const interruptedAfter = hour / 6
const atOnce = 4

/**
 * Mails every edition that was published to whoever subscribed by then, each to each once, however many workers do this and whenever one of them ends.
 * What a mail server did not take is tried again later. Does nothing where the installation sends no mail. Answers how many mails went out.
 */
export async function sendMailings({ ctx }: { ctx: Context }): Promise<number> {
  if (!canSendMail()) return 0
  const now = ctx.now()
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()
  await giveUpInterrupted(ctx.db, ago(interruptedAfter), now.toISOString())
  await makeMailings(ctx.db, { now: now.toISOString(), since: ago(newsLasts) })
  const read = readEditionsOnce(ctx)
  const work = async () => {
    let sent = 0
    for (;;) {
      const mailing = await takeMailing(ctx.db, ctx.now().toISOString())
      if (!mailing) return sent
      if (await sendOne(ctx, mailing, read)) sent += 1
    }
  }
  const counts = await Promise.all(Array.from({ length: atOnce }, work))
  return counts.reduce((sum, count) => sum + count, 0)
}

type ReadEdition = (key: MailingKey, language: Locale) => ReturnType<typeof loadEditionIn>

/** Each edition and language is read once for all its subscribers. */
function readEditionsOnce(ctx: Context): ReadEdition {
  const held = new Map<string, ReturnType<typeof loadEditionIn>>()
  return ({ sitrepId, edition }, language) => {
    const key = `${sitrepId}:${edition}:${language}`
    const known = held.get(key) ?? loadEditionIn(ctx.db, { sitrepId, edition, language })
    held.set(key, known)
    return known
  }
}

async function sendOne(ctx: Context, mailing: MailingKey & { attempts: number }, read: ReadEdition): Promise<boolean> {
  const settle = (outcome: Parameters<typeof settleMailing>[2]) => settleMailing(ctx.db, mailing, outcome)
  const doneAt = () => ctx.now().toISOString()
  const subscriber = await readSubscriber(ctx.db, mailing.subscriberId)
  if (subscriber?.state !== 'confirmed' || subscriber.email === null) {
    await settle({ state: 'dropped', doneAt: doneAt(), error: null })
    return false
  }
  const { id, email: to, language, wants } = subscriber
  const edition = await read(mailing, language)
  const mail = edition && composeMail(edition, { to, wants, token: await unsubscribeToken(ctx.db, id) })
  const posted = mail ? await postMail(mail) : ({ is: 'refused', error: 'The edition has no content.' } as const)
  if (posted.is === 'sent') {
    await settle({ state: 'sent', doneAt: doneAt(), error: null })
    return true
  }
  const wait = posted.is === 'retry' || posted.is === 'no-server' ? nextMailTry(mailing.attempts) : null
  const error = 'error' in posted ? withoutAddresses(posted.error) : null
  if (wait !== null) {
    await settle({ state: 'waiting', nextAt: new Date(ctx.now().getTime() + wait).toISOString(), error })
  } else {
    await settle({ state: posted.is === 'unknown' ? 'unknown' : 'failed', doneAt: doneAt(), error })
  }
  return false
}

type Edition = NonNullable<Awaited<ReturnType<typeof loadEditionIn>>>

/** The mail an edition goes out by: its text in the language it is told in, with the PDF where it is wanted. */
function composeMail(
  { content, pdf, edition }: Edition,
  { to, wants, token }: { to: string; wants: 'pdf' | 'link'; token: string },
): Mail {
  const { language, crisis, number, title, erratum } = content
  const words = mailWordsOf(language)
  const isWithPdf = wants === 'pdf'
  return {
    to,
    language,
    subject: erratum ? words.erratum(title) : title,
    paragraphs: [...writeSitrepText(content, null).split('\n\n'), ...(isWithPdf ? [words.attached] : [])],
    link: { path: `/crises/${crisis.slug}/sitreps/${number}?edition=${edition}&lang=${language}`, label: words.read },
    footer: words.why(crisis.title),
    unsubscribe: {
      path: `/subscriptions/end/${token}`,
      oneClickPath: `/api/subscriptions/end?token=${token}`,
      label: words.unsubscribe,
    },
    attachments: isWithPdf
      ? [
          {
            filename: `${crisis.slug}-sitrep-${number}-edition-${edition}-${language}.pdf`,
            content: pdf,
            contentType: 'application/pdf',
          },
        ]
      : [],
  }
}
