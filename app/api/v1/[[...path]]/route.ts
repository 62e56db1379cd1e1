import { unknownAddress } from '@/app/api/v1/_answers/file-route'

/** Whatever is no address of the API. */
export const GET = () =>
  unknownAddress('There is no such address in this API. All there are stand in /api/v1/openapi.json.')
