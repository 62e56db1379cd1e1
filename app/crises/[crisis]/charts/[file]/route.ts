import { originOfRequest } from '@/app/_pages/chart-drawer'
import { chartQuery, chartResponse, noSuchChart, problemsOfChart, readChartFileName } from '@/app/_pages/chart-response'
import { forRequest, getContext } from '@/app/_server/context'
import { loadDashboard } from '@/app/_server/loaders'
import { invalidResponse, responseOfError } from '@/app/_server/problem'

/** A chart of the dashboard as SVG, PNG or CSV, for the viewpoint and filter of the address; 400 where they are impossible. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ crisis: string; file: string }> },
): Promise<Response> {
  const { crisis, file } = await params
  const { search, searchParams } = new URL(request.url)
  const query = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]))
  return await forRequest(request, async () => {
    try {
      const wrong = problemsOfChart(request, chartQuery)
      if (wrong.length > 0) return invalidResponse(wrong)
      const { dashboard, problems } = await loadDashboard(crisis, query)
      if (problems.length > 0) return invalidResponse(problems)
      const models = [...dashboard.casualties, ...dashboard.displacement, ...dashboard.ombudsman]
      const name = readChartFileName(file)
      const model = models.find(({ key }) => key === name?.key)
      if (!model || !name) return noSuchChart(file, models)
      const address = `${await originOfRequest()}/crises/${crisis}${search}`
      const isPublic = (await getContext()).actor === null
      return chartResponse(request, { model, extension: name.extension, sources: dashboard.sources, address, isPublic })
    } catch (error) {
      return responseOfError(error)
    }
  })
}
