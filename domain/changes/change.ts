import { z } from 'zod'
import { scopeSchema } from '@/domain/figure/scope'
import { headlineSchema } from '@/domain/reconciliation/headline'
import { changeKinds } from '@/domain/sitrep/sitrep'

/** A scope whose answer is another at the later of two moments; `was` and `now` in full, with who stood where. */
export const changeSchema = z.object({
  kind: z.enum(changeKinds),
  scope: scopeSchema,
  was: headlineSchema,
  now: headlineSchema,
})
export type Change = z.infer<typeof changeSchema>
