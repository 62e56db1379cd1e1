import { byCrisis } from '@/app/_server/find-crisis-of'
import { route } from '@/app/_server/route'
import { wantedEdition } from '@/app/api/v1/_answers/wanted-edition'
import { operations } from '@/app/api/v1/_contract/operations'
import { writeZip } from '@/formats/zip/write-zip'
import { packageForReliefWeb } from '@/services/sitreps/package-for-reliefweb'

export const GET = route(
  operations.sitrepForReliefWeb,
  byCrisis,
  async (asked) => {
    const { name, report, files } = await packageForReliefWeb(wantedEdition(asked))
    const json = new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)
    const zip = writeZip([{ name: 'report.json', content: json }, ...files])
    return {
      body: new Uint8Array(zip),
      headers: { 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${name}.zip"` },
    }
  },
  { isGuarded: true },
)
