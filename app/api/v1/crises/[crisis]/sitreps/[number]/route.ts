import { byCrisis } from '@/app/_server/find-crisis-of'
import { json, route } from '@/app/_server/route'
import { wantedEdition } from '@/app/api/v1/_answers/wanted-edition'
import { operations } from '@/app/api/v1/_contract/operations'
import { readSitrep } from '@/services/read-sitreps'

export const GET = route(
  operations.sitrep,
  byCrisis,
  async (asked) => {
    const { listed, content } = await readSitrep(wantedEdition(asked))
    const { language, sections, sources } = content
    return json({ ...listed, language, sections, sources })
  },
  { isGuarded: true },
)
