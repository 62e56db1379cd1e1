/**
 * A page that finds the ledger away can only redirect: its status is sent before it is rendered. This sends what the page for that says in
 * place of the redirect, so that the address that was asked for answers 503 itself, and trying it again is all that is needed.
 *
 * @param {import('node:http').ServerResponse} response to be handed to Next
 * @param {(location: string) => Promise<Response>} fetchPage asks this server for an address, without following redirects
 */
export function answerAwayItself(response, fetchPage) {
  const { writeHead, write, end, flushHeaders } = response
  let isReplaced = false
  const replace = async (location) => {
    const page = await fetchPage(location)
    const body = Buffer.from(await page.arrayBuffer())
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    for (const [name, value] of page.headers) if (!ofConnection.has(name)) response.setHeader(name, value)
    Object.assign(response, { writeHead, write, end, flushHeaders })
    response.writeHead(page.status)
    response.end(body)
  }
  response.writeHead = (status, ...rest) => {
    const location = String(response.getHeader('location') ?? '')
    if (isReplaced || status !== 307 || !location.startsWith('/unavailable?'))
      return writeHead.call(response, status, ...rest)
    isReplaced = true
    replace(location).catch((error) => {
      console.error(error)
      response.destroy()
    })
    return response
  }
  // Until its head is written a response is not known to be the redirect; what its body would say is dropped with it.
  const unlessReplaced =
    (send, done) =>
    (...given) => {
      if (!response.headersSent && !isReplaced) response.writeHead(response.statusCode)
      return isReplaced ? done : send.apply(response, given)
    }
  response.write = unlessReplaced(write, true)
  response.end = unlessReplaced(end, response)
  response.flushHeaders = unlessReplaced(flushHeaders, undefined)
}

/** Headers that hold for one connection or for the bytes as they were sent. */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'date',
])
