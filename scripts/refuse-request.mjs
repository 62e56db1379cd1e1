/**
 * What is refused before Next sees it, since Next answers it with a page of its own or a 5xx: a path that cannot be decoded, and a method
 * that the address does not take. Pages are read, /theme is posted to, and below /api/ each route refuses for itself.
 *
 * @param {{ method?: string, url?: string }} request
 * @returns {{ status: number, title: string, detail: string, allow?: string } | null} null for what may pass
 */
export function refusalOf({ method = 'GET', url = '/' }) {
  const path = decodePath(url)
  if (path === null) return { ...badRequest, detail: 'The path of this address is not valid percent-encoded UTF-8.' }
  if (path.includes('\0')) return { ...badRequest, detail: 'The path of this address holds U+0000, which no name has.' }
  const allowed = path === '/theme' ? ['POST'] : path.startsWith('/api/') ? apiMethods : ['GET', 'HEAD', 'OPTIONS']
  if (allowed.includes(method)) return null
  const allow = allowed.join(', ')
  const detail = `${method} cannot be asked of this address: it takes ${allow}.`
  return { status: 405, title: 'Method Not Allowed', detail, allow }
}

const apiMethods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH', 'PUT', 'DELETE']

const badRequest = { status: 400, title: 'Bad Request' }

/** The path as text, or null where it is not percent-encoded UTF-8. */
function decodePath(url) {
  try {
    return decodeURIComponent(url.split('?', 1)[0])
  } catch {
    return null
  }
}

/**
 * Answers with a refusal as a problem document (RFC 9457).
 *
 * @param {import('node:http').ServerResponse} response
 * @param {NonNullable<ReturnType<typeof refusalOf>>} refusal
 */
export function refuse(response, { allow, ...problem }) {
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(allow ? { allow } : {}),
  })
  response.end(JSON.stringify({ type: 'about:blank', ...problem }))
}
