import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { checkLogo } from '@/formats/logo/check-logo'
import { keepLogo } from '@/services/keep-logo'

export const POST = writeRoute(writeOperations.keepLogo, targetCrisis, async ({ ctx, found: { crisis }, body }) => {
  const input = { crisis: crisis.id, file: Buffer.from(body.file, 'base64') }
  const { sha256, mediaType } = await keepLogo({ ctx, input, check: checkLogo })
  return { sha256, mediaType }
})
