import { originOfRequest } from '@/app/_pages/chart-drawer'
import {
  chartResponse,
  editionChartQuery,
  noSuchChart,
  problemsOfChart,
  readChartFileName,
} from '@/app/_pages/chart-response'
import { loadSitrep } from '@/app/_pages/load-sitrep'
import { forRequest, getContext } from '@/app/_server/context'
import { invalidResponse, responseOfError } from '@/app/_server/problem'
import { addressWith } from '@/components/forms/query-address'

/** A chart of a published edition as SVG, PNG or CSV; without `?edition=` of the latest. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ crisis: string; number: string; file: string }> },
): Promise<Response> {
  const { crisis, number, file } = await params
  const asked = new URL(request.url).searchParams
  const edition = asked.get('edition') ?? undefined
  const lang = asked.get('lang') ?? undefined
  return await forRequest(request, async () => {
    try {
      const wrong = problemsOfChart(request, editionChartQuery)
      if (wrong.length > 0) return invalidResponse(wrong)
      const { listed, content } = await loadSitrep(crisis, number, { edition, lang })
      const blocks = content.sections.flatMap((section) => section.blocks)
      const models = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
      const name = readChartFileName(file)
      const model = models.find(({ key }) => key === name?.key)
      if (!model || !name) return noSuchChart(file, models)
      const page = `${await originOfRequest()}/crises/${crisis}/sitreps/${number}`
      const address = addressWith(page, { edition: [String(listed.edition)], ...(lang ? { lang: [lang] } : {}) }, {})
      return chartResponse(request, {
        model,
        extension: name.extension,
        sources: content.sources,
        address,
        isPublic: (await getContext()).actor === null,
      })
    } catch (error) {
      return responseOfError(error)
    }
  })
}
