import net from 'node:net'
import { Sentence } from './sentence.mjs'

/**
 * The proxies whose word on where a request came from is taken, out of TRUSTED_PROXIES: addresses and ranges (10.0.0.0/8), with commas
 * between them.
 *
 * @param {string | undefined} text
 * @returns {net.BlockList}
 * @throws {Sentence} for what is neither
 */
export function readTrustedProxies(text) {
  const proxies = new net.BlockList()
  for (const part of (text ?? '').split(',').map((entry) => entry.trim())) {
    if (part === '') continue
    const [address, bits] = part.split('/')
    const family = net.isIP(address)
    const most = family === 6 ? 128 : 32
    const isRange = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most)
    if (!family || !isRange) {
      throw new Sentence(`TRUSTED_PROXIES holds "${part}", which is neither an address nor a range such as 10.0.0.0/8.`)
    }
    proxies.addSubnet(address, bits === undefined ? most : Number(bits), family === 6 ? 'ipv6' : 'ipv4')
  }
  return proxies
}

/**
 * Sets who a request is from (`x-attest-client`), and leaves of the headers that proxies set only those that a trusted one did.
 *
 * @param {{ headers: import('node:http').IncomingHttpHeaders, socket: { remoteAddress?: string } }} request changed in place
 * @param {net.BlockList} proxies
 */
export function trustHeaders({ headers, socket }, proxies) {
  const peer = plainAddress(socket.remoteAddress ?? '')
  const { 'x-forwarded-for': forwarded, 'x-forwarded-host': host } = headers
  if (isAmong(proxies, peer)) {
    const hops = [...String(forwarded ?? '').split(','), peer].map((hop) => plainAddress(hop.trim())).filter(net.isIP)
    headers['x-attest-client'] = hops.findLast((hop) => !isAmong(proxies, hop)) ?? peer
    if (host) headers.host = String(host)
    return
  }
  for (const name of Object.keys(headers))
    if (name.startsWith('x-forwarded-') || name === 'forwarded') delete headers[name]
  headers['x-attest-client'] = peer
}

/** An IPv4 address that a socket of IPv6 shows as ::ffff:10.0.0.1, as it is. */
const plainAddress = (address) => address.replace(/^::ffff:(?=\d+\.)/i, '')

const isAmong = (proxies, address) => {
  const family = net.isIP(address)
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
