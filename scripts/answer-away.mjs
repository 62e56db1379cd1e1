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
  const leadsAway = (status) => status === 307 && String(response.getHeader('location')).startsWith('/unavailable?')
  const replace = async (location) => {
    const page = await fetchPage(location)
    const body = Buffer.from(await page.arrayBuffer())
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    for (const [name, value] of page.headers) if (!ofConnection.has(name)) response.setHeader(name, value)
    writeHead.call(response, page.status)
    end.call(response, body)
  }
  response.writeHead = (status, ...rest) => {
    if (isReplaced) return response
    if (!leadsAway(status)) return writeHead.call(response, status, ...rest)
    isReplaced = true
    replace(String(response.getHeader('location'))).catch((error) => {
      console.error(error)
      response.destroy()
    })
    return response
  }
  // The head of a redirect may be left to its first byte; what its body would say is dropped with it.
  const unlessReplaced =
    (send, done) =>
    (...given) => {
      if (!response.headersSent && !isReplaced && leadsAway(response.statusCode))
        response.writeHead(response.statusCode)
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
