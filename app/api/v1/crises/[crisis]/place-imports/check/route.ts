import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { readPlaces } from '@/formats/csv/read-places'
import { readBoundaries } from '@/formats/geojson/read-boundaries'
import { previewBoundaryImport } from '@/services/import-boundaries'
import { previewPlaceImport } from '@/services/import-places'

export const POST = writeRoute(
  writeOperations.checkPlaceImport,
  targetCrisis,
  async ({ ctx, found: { crisis }, body: { kind, text } }) =>
    kind === 'places'
      ? await previewPlaceImport({ ctx, input: { crisis: crisis.id, read: readPlaces(text) } })
      : await previewBoundaryImport({ ctx, input: { crisis: crisis.id, read: readBoundaries(text) } }),
)
