import { documentOperations } from '@/app/api/v1/_contract/write/document'
import { entryOperations } from '@/app/api/v1/_contract/write/entry'
import { groundOperations } from '@/app/api/v1/_contract/write/ground'
import { reviewOperations } from '@/app/api/v1/_contract/write/review'
import { sendingOperations } from '@/app/api/v1/_contract/write/sending'
import { sitrepOperations } from '@/app/api/v1/_contract/write/sitreps'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'

/** Every route that writes, by its name in the code. */
export const writeOperations = {
  ...documentOperations,
  ...entryOperations,
  ...groundOperations,
  ...reviewOperations,
  ...sendingOperations,
  ...sitrepOperations,
} as const satisfies Record<string, WriteOperation>
