import type { z } from 'zod'
import type { Role } from '@/domain/workflow/actor'

/** One route of the API that writes, as it is promised. Handlers, the OpenAPI document and the table of rights share it. */
export interface WriteOperation {
  /** Unique; a verb phrase. */
  id: string
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, parameters in braces. */
  path: string
  summary: string
  /** Who may: whoever holds one of these roles, for the crisis the address is about (for all crises where it is about none); `anyone`: who is signed in. */
  roles: readonly Role[] | 'anyone'
  body: z.ZodType
  /** The JSON answer. */
  answer: z.ZodType
  status: 200 | 201
  /** Whether `If-Match` must carry the version the person saw. */
  isVersioned?: boolean
  /** Asks by POST and writes nothing: needs no `Idempotency-Key`. */
  isAsking?: boolean
  /** The field of an answer to an asking that holds a file: base64 in JSON, its bytes as a part of `multipart/form-data` for whoever accepts that. */
  file?: string
  /** Of the body; 1 MB where left out. */
  mostBytes?: number
}
