import type { z } from 'zod'
import type { Role } from '@/domain/workflow/actor'

/** One route of the read API as it is promised: what it is asked with, and what it answers. Handlers and the OpenAPI document share it. */
export interface Operation {
  /** Unique; a verb phrase. */
  id: string
  /** Below `/api/v1`, parameters in braces. */
  path: string
  summary: string
  /** Checks the query; a parameter it does not name is refused. */
  query: z.ZodObject
  /** The JSON answer; for a list, of one item. */
  answer: z.ZodType
  /** `list`: items and nextCursor, also as CSV and XLSX. `own`: of whoever is signed in, kept by nobody. */
  kind: 'list' | 'object' | 'own' | 'pdf' | 'text' | 'zip'
  /** Who may: whoever holds one of these roles for the crisis; everybody where left out. */
  roles?: readonly Role[]
}
