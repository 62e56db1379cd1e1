import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { readDocument } from '@/formats/document/read-document'
import { readUpload } from '@/services/read-upload'

export const POST = writeRoute(writeOperations.readUpload, targetCrisis, ({ ctx, found: { crisis }, body }) =>
  readUpload({
    ctx,
    input: { crisis: crisis.id, bytes: Buffer.from(body.bytes, 'base64'), declaredType: body.declaredType },
    read: readDocument,
  }),
)
