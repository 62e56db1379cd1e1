import { createTransport } from 'nodemailer'
import { readEnv } from '@/config/env'

export interface Mail {
  to: string
  subject: string
  /** Paragraphs of plain text. */
  paragraphs: string[]
  /** The one thing the mail leads to: a path of this installation and what it says. */
  link: { path: string; label: string }
  /** Under the link. */
  footer: string
}

/** What became of a mail: given to the mail server, refused by it, or not tried, where the installation has none. */
export type Sent = 'sent' | 'failed' | 'no-server'

/** Whether this installation can send mails. */
export function canSendMail(): boolean {
  return Boolean(readEnv().SMTP_URL)
}

/** Hands a mail to the mail server, in plain text and HTML. A server that fails is told in the log and in the answer; it throws nothing. */
export async function sendMail(mail: Mail): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM, ATTEST_URL } = readEnv()
  if (!SMTP_URL || !ATTEST_URL) return 'no-server'
  const url = `${ATTEST_URL}${mail.link.path}`
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  const transport = createTransport({ url: SMTP_URL, ...patience }, { from: MAIL_FROM })
  try {
    await transport.sendMail({ to: mail.to, subject: mail.subject, text: plain(mail, url), html: html(mail, url) })
    return 'sent'
  } catch (error) {
    console.error(`A mail could not be sent: ${error instanceof Error ? error.message : error}`)
    return 'failed'
  } finally {
    transport.close()
  }
}

function plain({ paragraphs, link, footer }: Mail, url: string): string {
  return [...paragraphs, `${link.label}:\n${url}`, footer].join('\n\n')
}

function html({ subject, paragraphs, link, footer }: Mail, url: string): string {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font:16px/1.5 sans-serif;color:#1b1f24;max-width:36em">
${paragraphs.map(paragraph).join('\n')}
<p><a href="${escapeHtml(url)}" style="color:#0b5cad">${escapeHtml(link.label)}</a></p>
<p style="color:#57606a;font-size:14px">${escapeHtml(url)}</p>
<p style="color:#57606a;font-size:14px">${escapeHtml(footer)}</p>
</body></html>
`
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
