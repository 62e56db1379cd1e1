import { problemResponse } from '@/app/_server/problem'
import { exportFormats, type ListRoute } from '@/app/api/v1/_answers/list-route'

/** A handler for `{file}` beside lists: the list it names in the format of its ending, else 404 that says what there is. */
export function fileRoute(lists: Record<string, ListRoute>): ListRoute['GET'] {
  return async (request, context) => {
    const { file = '' } = (await context?.params) ?? {}
    const [name = '', ending, ...rest] = String(file).split('.')
    const format = exportFormats.find((one) => one === ending)
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined
    if (list && format && rest.length === 0) return await list.files[format](request, context)
    return unknownAddress(
      `There is no "${String(file).slice(0, 80)}" here. There are: ${Object.keys(lists).join(', ')}.`,
    )
  }
}

/** 404 for an address that is none of the API's. */
export function unknownAddress(detail: string): Response {
  return problemResponse({ status: 404, title: 'Not found', detail })
}
