import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { readDocument } from '@/formats/document/read-document'
import { archiveDocument } from '@/services/archive-document'
import { readUpload } from '@/services/read-upload'

export const { GET } = crisisLists.documents

export const POST = writeRoute(
  writeOperations.archiveDocument,
  targetCrisis,
  async ({ ctx, found: { crisis }, body: { file, ...document } }) => {
    const input = { ...document, crisis: crisis.id }
    if (file === null) return await archiveDocument({ ctx, input })
    const bytes = Buffer.from(file.bytes, 'base64')
    const upload = { crisis: crisis.id, bytes, declaredType: file.declaredType }
    const { text, mediaType } = await readUpload({ ctx, input: upload, read: readDocument })
    return await archiveDocument({ ctx, input: { ...input, text: text || document.text, bytes, mediaType } })
  },
)
