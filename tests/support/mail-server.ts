import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail that arrived: to whom, its head and body undone from their transfer encoding as far as links and sentences need, and as it came. */
export interface ArrivedMail {
  to: string[]
  text: string
  raw: string
}

/** What the server does with the next mail: takes it, refuses it with a status, or ends the connection while or after the mail comes. */
export type MailManner = 'take' | { status: number } | 'hang-up' | 'take-and-hang-up'

/** A mail server on a port of its own. `manner` says how it deals with a mail to an address. `onPort`: a certain port. */
export async function startMailServer(onPort = 0) {
  const arrived: ArrivedMail[] = []
  const told = { manner: (_to: string): MailManner => 'take' }
  const refusal = (status: number) => Object.assign(new Error('Not now, or never.'), { responseCode: status })
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      const manner = told.manner(address)
      done(typeof manner === 'object' ? refusal(manner.status) : undefined)
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      const manner = told.manner(to[0] ?? '')
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        if (manner !== 'hang-up') {
          const raw = Buffer.concat(chunks).toString('utf8')
          arrived.push({ to, text: undoTransferEncoding(raw), raw })
        }
        if (typeof manner === 'string' && manner.endsWith('hang-up')) hangUp()
        else done()
      })
    },
  })
  const hangUp = () => {
    for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy()
  }
  // A client that is gone is what some of these tests are about.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    set manner(manner: (to: string) => MailManner) {
      told.manner = manner
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** Each part of a mail says in its head how it is encoded. */
function undoTransferEncoding(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const unfolded = [head.replace(/\r\n[ \t]+/g, ' '), ...rest].join('\r\n\r\n')
  return unfolded.replace(
    /(Content-Transfer-Encoding: (quoted-printable|base64)\r\n(?:[^\r]+\r\n)*\r\n)([\s\S]*?)(?=\r\n--|$)/g,
    (_, own, encoding, body) => own + (encoding === 'base64' ? Buffer.from(body, 'base64') : undoQuotedPrintable(body)),
  )
}

const undoQuotedPrintable = (body: string) =>
  body
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
