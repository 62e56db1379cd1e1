import { readdirSync } from 'node:fs'
import path from 'node:path'

const api = path.resolve('app/api/v1')

/** The route files of the API as OpenAPI spells their addresses. */
export function routePaths(): string[] {
  return readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => `/${path.dirname(file).split(path.sep).join('/')}`)
    .map((address) => address.replaceAll(/\[(\w+)\]/g, '{$1}'))
    .sort()
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> | undefined }) => Promise<Response>

/** The methods each route file of the API answers, by its address. */
export async function routeMethods(): Promise<{ address: string; methods: string[] }[]> {
  const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
  return await Promise.all(
    routePaths().map(async (address) => {
      const handlers = await handlersOf(address)
      return { address, methods: methods.filter((method) => method in handlers) }
    }),
  )
}

/** Asks the handler that Next would choose for an address below /api/v1; where the address has no parameters it gets none, as in the build. */
export async function askApi(
  address: string,
  headers: Record<string, string> = {},
  { method = 'GET', body }: { method?: string; body?: string | Uint8Array<ArrayBuffer> } = {},
): Promise<Response> {
  const [pathname = ''] = address.split('?')
  const parts = pathname.split('/').slice(1)
  const match = routePaths()
    .map((template) => ({ template, names: template.split('/').slice(1) }))
    .filter(
      ({ names }) =>
        names.length === parts.length && names.every((name, index) => name.startsWith('{') || name === parts[index]),
    )
    .sort((a, b) => a.names.filter(isParameter).length - b.names.filter(isParameter).length)[0]
  if (!match) throw new Error(`No route for ${address}`)
  const given = match.names.flatMap((name, index) =>
    isParameter(name) ? [[name.slice(1, -1), parts[index] ?? '']] : [],
  )
  const handler = (await handlersOf(match.template))[method]
  if (!handler) throw new Error(`No ${method} for ${address}`)
  const params = given.length > 0 ? Promise.resolve(Object.fromEntries(given)) : undefined
  const request = new Request(`http://localhost/api/v1${address}`, { method, headers, ...(body ? { body } : {}) })
  return await handler(request, { params })
}

const handlersOf = async (address: string): Promise<Record<string, Handler>> =>
  await import(path.join(api, address.replaceAll(/\{(\w+)\}/g, '[$1]'), 'route.ts'))

const isParameter = (name: string) => name.startsWith('{')
