import { createTransport } from 'nodemailer'
import { readEnv } from '@/config/env'
import type { Locale } from '@/domain/viewpoint/viewpoint'

export interface Mail {
  to: string
  subject: string
  /** Paragraphs of plain text; a line's end within one is kept. */
  paragraphs: string[]
  /** The one thing the mail leads to: a path of this installation and what it says. */
  link: { path: string; label: string }
  /** Under the link. */
  footer: string
  /** Of what it says; English where left out. */
  language?: Locale
  /** Where such mails are ended: a page to go to, and an address for mail programs that end them themselves (RFC 8058). */
  unsubscribe?: { path: string; oneClickPath: string; label: string }
  attachments?: { filename: string; content: Buffer; contentType: string }[]
}

/** What became of a mail: given to the mail server, refused by it, or not tried, where the installation has none. */
export type Sent = 'sent' | 'failed' | 'no-server'

/**
 * The same, precisely. `retry`: the mail server surely did not take it, and may later; `refused`: it never will; `unknown`: the mail was being handed
 * over when the connection ended.
 */
export type Posted = { is: 'sent' | 'no-server' } | { is: 'retry' | 'refused' | 'unknown'; error: string }

/** Whether this installation can send mails. */
export function canSendMail(): boolean {
  return Boolean(readEnv().SMTP_URL)
}

/** Hands a mail to the mail server, in plain text and HTML. A server that fails is told in the log and in the answer; it throws nothing. */
export async function sendMail(mail: Mail): Promise<Sent> {
  const posted = await postMail(mail)
  if (!('error' in posted)) return posted.is
  console.error(`A mail could not be sent: ${posted.error}`)
  return 'failed'
}

/** Hands a mail to the mail server and says what may be done where that failed. Throws nothing, writes no log. */
export async function postMail(mail: Mail): Promise<Posted> {
  const { SMTP_URL, MAIL_FROM, ATTEST_URL } = readEnv()
  if (!SMTP_URL || !ATTEST_URL) return { is: 'no-server' }
  const addressOf = (path: string) => `${ATTEST_URL}${path}`
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  const watch = watchForData()
  const transport = createTransport(
    { url: SMTP_URL, ...patience, debug: true, logger: watch.logger },
    { from: MAIL_FROM },
  )
  try {
    await transport.sendMail({
      to: mail.to,
      subject: mail.subject,
      text: plain(mail, addressOf),
      html: html(mail, addressOf),
      headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(mail, addressOf) },
      attachments: mail.attachments ?? [],
    })
    return { is: 'sent' }
  } catch (error) {
    return failureOf(error, watch.hasBegun())
  } finally {
    transport.close()
  }
}

/** Notes the moment at which the text of a mail begins to go over, after which a lost connection leaves open whether it was taken. */
function watchForData() {
  let hasBegun = false
  const note = (_: unknown, message: unknown) => {
    if (message === 'DATA') hasBegun = true
  }
  const ignore = () => {}
  const logger = { level: ignore, trace: ignore, debug: note, info: ignore, warn: ignore, error: ignore, fatal: ignore }
  return { logger, hasBegun: () => hasBegun }
}

function failureOf(error: unknown, hasBegun: boolean): Exclude<Posted, { is: 'sent' | 'no-server' }> {
  const message = error instanceof Error ? error.message : String(error)
  // RFC 5321, 4.2.1: 4xx may go well later, 5xx will not.
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : null
  const isSaid = status !== null && Number.isFinite(status)
  if (isSaid) return { is: status >= 500 && !isOfServer(error) ? 'refused' : 'retry', error: message }
  return { is: hasBegun ? 'unknown' : 'retry', error: message }
}

/** A wrong password or a greeting that fails is the server's trouble, not the mail's: whoever mends it wants the mail to go. */
const isOfServer = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['EAUTH', 'EPROTOCOL', 'ECONNECTION', 'ETLS'].includes(String(error.code))

function listHeaders({ unsubscribe }: Mail, addressOf: (path: string) => string): Record<string, string> {
  if (!unsubscribe) return {}
  return {
    'List-Unsubscribe': `<${addressOf(unsubscribe.oneClickPath)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

function plain({ paragraphs, link, footer, unsubscribe }: Mail, addressOf: (path: string) => string): string {
  return [
    ...paragraphs,
    `${link.label}:\n${addressOf(link.path)}`,
    footer,
    ...(unsubscribe ? [`${unsubscribe.label}:\n${addressOf(unsubscribe.path)}`] : []),
  ].join('\n\n')
}

function html(
  { subject, paragraphs, link, footer, unsubscribe, language = 'en' }: Mail,
  addressOf: (path: string) => string,
): string {
  const url = addressOf(link.path)
  const paragraph = (text: string) => `<p>${escapeHtml(text).replaceAll('\n', '<br>\n')}</p>`
  const ending = unsubscribe
    ? `<p style="font-size:14px"><a href="${escapeHtml(addressOf(unsubscribe.path))}" style="color:#57606a">${escapeHtml(unsubscribe.label)}</a></p>\n`
    : ''
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font:16px/1.5 sans-serif;color:#1b1f24;max-width:36em">
${paragraphs.map(paragraph).join('\n')}
<p><a href="${escapeHtml(url)}" style="color:#0b5cad">${escapeHtml(link.label)}</a></p>
<p style="color:#57606a;font-size:14px">${escapeHtml(url)}</p>
<p style="color:#57606a;font-size:14px">${escapeHtml(footer)}</p>
${ending}</body></html>
`
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
