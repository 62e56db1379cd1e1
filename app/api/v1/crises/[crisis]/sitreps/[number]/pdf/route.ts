import { byCrisis } from '@/app/_server/find-crisis-of'
import { route } from '@/app/_server/route'
import { wantedEdition } from '@/app/api/v1/_answers/wanted-edition'
import { operations } from '@/app/api/v1/_contract/operations'
import { readEditionPdf } from '@/services/read-sitreps'

export const GET = route(
  operations.sitrepPdf,
  byCrisis,
  async (asked) => {
    const isWithData = asked.query.data === 'embedded'
    const { listed, pdf } = await readEditionPdf({ ...wantedEdition(asked), isWithData })
    const { number, edition, languages } = listed
    const further = asked.query.lang && asked.query.lang !== languages[0] ? `-${asked.query.lang}` : ''
    const name = `${asked.crisis.slug}-sitrep-${number}-edition-${edition}${further}${isWithData ? '-data' : ''}.pdf`
    return {
      body: new Uint8Array(pdf),
      headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` },
    }
  },
  { isGuarded: true },
)
