import { targetCrisis } from '@/app/_server/find-target'
import { writeRoute } from '@/app/_server/write-route'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { readPlaces } from '@/formats/csv/read-places'
import { readBoundaries } from '@/formats/geojson/read-boundaries'
import { importBoundaries } from '@/services/import-boundaries'
import { importPlaces } from '@/services/import-places'

export const POST = writeRoute(writeOperations.importPlaces, targetCrisis, async ({ ctx, found: { crisis }, body }) => {
  if (body.kind === 'places') {
    const { text, usedBy, skipBad } = body
    return await importPlaces({ ctx, input: { crisis: crisis.id, read: readPlaces(text), usedBy, skipBad } })
  }
  const { text, choices } = body
  return await importBoundaries({ ctx, input: { crisis: crisis.id, read: readBoundaries(text), choices } })
})
