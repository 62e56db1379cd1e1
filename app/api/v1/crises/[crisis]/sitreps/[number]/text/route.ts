import { byCrisis } from '@/app/_server/find-crisis-of'
import { route } from '@/app/_server/route'
import { wantedEdition } from '@/app/api/v1/_answers/wanted-edition'
import { operations } from '@/app/api/v1/_contract/operations'
import { publicAddress } from '@/config/env'
import { writeSitrepText } from '@/domain/sitrep/write-sitrep-text'
import { readSitrep } from '@/services/read-sitreps'

export const GET = route(
  operations.sitrepText,
  byCrisis,
  async (asked) => {
    const { listed, content } = await readSitrep(wantedEdition(asked))
    // Kept for all who ask: the address they asked by must not stand in it.
    const lang = content.language === listed.languages[0] ? '' : `&lang=${content.language}`
    const page = `/crises/${asked.crisis.slug}/sitreps/${listed.number}?edition=${listed.edition}${lang}`
    const address = publicAddress(page)
    return {
      body: writeSitrepText(content, address),
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Language': content.language },
    }
  },
  { isGuarded: true },
)
