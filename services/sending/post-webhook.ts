import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { readEnv } from '@/config/env'
import { ServiceError } from '@/services/errors'

/** What came of a try: the status that was answered, or why there was none. */
export interface Tried {
  status: number | null
  error: string | null
  milliseconds: number
}

/** A receiver that takes longer is tried again later. */
const patience = 10_000

/** Addresses that are nobody's on the internet, or lead into a network: RFC 6890 and its successors in IANA's registries. */
const reserved = new net.BlockList()
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [address = '', bits] = range.split('/')
  reserved.addSubnet(address, Number(bits), 'ipv4')
}
/** Of IPv6 only what is given out on the internet is none of these. */
const global6 = new net.BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const special6 = new net.BlockList()
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) {
  const [address = '', bits] = range.split('/')
  special6.addSubnet(address, Number(bits), 'ipv6')
}

/** Whether an address of the network leads where only this machine or its neighbours are. */
export function isPrivateAddress(address: string): boolean {
  const family = net.isIP(address)
  if (family === 4) return reserved.check(address, 'ipv4')
  return family !== 6 || !global6.check(address, 'ipv6') || special6.check(address, 'ipv6')
}

/** Hosts ("host" or "host:port") the installation was told it may reach although they are its own, and without https. */
function isAllowed({ hostname, host }: URL): boolean {
  const allowed = (readEnv().WEBHOOK_ALLOWED_HOSTS ?? '').split(',').map((one) => one.trim().toLowerCase())
  return allowed.includes(hostname) || allowed.includes(host)
}

const bareHost = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

/**
 * Refuses an address that messages may not be sent to: not by https, with a password, or one that leads into a private network.
 * @throws ServiceError `invalid`
 */
export async function checkWebhookAddress(address: string): Promise<void> {
  const refuse = (message: string) => {
    throw new ServiceError('invalid', 'This address cannot be used.', [{ pointer: '/url', message }])
  }
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['https:', 'http:'].includes(url.protocol)) return refuse('Write an address that begins with https://')
  if (url.username || url.password) return refuse('Leave name and password out of the address.')
  if (isAllowed(url)) return
  if (url.protocol !== 'https:') return refuse('Write an address that begins with https://')
  const found = await resolveHost(bareHost(url)).catch(() => [])
  if (found.length === 0) return refuse(`Nobody knows the host "${url.hostname}".`)
  if (found.some(isPrivateAddress)) return refuse(`"${url.hostname}" leads into a private network.`)
}

async function resolveHost(host: string): Promise<string[]> {
  if (net.isIP(host)) return [host]
  const found = await dns.promises.lookup(host, { all: true })
  return found.map(({ address }) => address)
}

/** Looks a host up for a connection, and refuses where it leads into a private network: by then it may be another than when it was registered. */
const lookupPublic: net.LookupFunction = (host, options, callback) => {
  dns.lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '')
    const [first] = found
    if (!first || found.some(({ address }) => isPrivateAddress(address))) {
      return callback(new Error(`"${host}" leads into a private network.`), '')
    }
    if (options.all) return callback(null, found)
    callback(null, first.address, first.family)
  })
}

/** Posts a message. Follows no redirect and reads no answer beyond its status. Throws nothing. */
export function postWebhook({
  url: address,
  headers,
  body,
}: {
  url: string
  headers: Record<string, string>
  body: string
}): Promise<Tried> {
  const began = Date.now()
  return new Promise((resolve) => {
    const settle = (status: number | null, error: string | null) =>
      resolve({ status, error, milliseconds: Date.now() - began })
    const url = new URL(address)
    const isOwn = isAllowed(url)
    if (!isOwn && (url.protocol !== 'https:' || (net.isIP(bareHost(url)) && isPrivateAddress(bareHost(url))))) {
      return settle(null, 'The address leads into a private network, or not by https.')
    }
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        agent: false,
        ...(isOwn ? {} : { lookup: lookupPublic }),
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Attest',
          ...headers,
        },
      },
      (response) => {
        const status = response.statusCode ?? null
        settle(status, null)
        request.destroy()
      },
    )
    request.on('error', (error) => settle(null, sayError(error)))
    request.end(body)
  })
}

const sayError = (error: Error) =>
  error.name === 'AbortError' || error.name === 'TimeoutError'
    ? `No answer within ${patience / 1000} s.`
    : error.message.slice(0, 300)
