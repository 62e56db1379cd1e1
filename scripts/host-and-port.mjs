import { Sentence } from './sentence.mjs'

/** Where to serve: HOST (this machine alone by default) and PORT (3000 by default). */
export function readHostAndPort() {
  const given = process.env.PORT || '3000'
  const port = Number(given)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Sentence(`PORT is "${given}": it must be a number from 1 to 65535, or 0 for any free one.`)
  }
  return { host: process.env.HOST || '127.0.0.1', port }
}
