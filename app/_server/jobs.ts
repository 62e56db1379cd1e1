import { publicContext } from '@/app/_server/context'
import { databaseUrl } from '@/config/env'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import { renderEdition } from '@/formats/pdf/render-edition'
import { type Job, startJobs } from '@/services/jobs/start-jobs'
import { makeDueDrafts } from '@/services/sitreps/make-due-drafts'
import { finishAllPublishing, finishPublishing } from '@/services/sitreps/publish-draft'

const renderers = { compose: composeSitrep, renderPdf: renderEdition }
const everyMinute = '* * * * *'

const jobs: Job[] = [
  { name: 'begin-due-sitreps', cron: everyMinute, work: () => makeDueDrafts({ ctx: publicContext() }) },
  {
    name: 'finish-publishing',
    cron: everyMinute,
    work: () => finishAllPublishing({ ctx: publicContext(), ...renderers }),
  },
]

/** Does in this process what comes by the clock. */
export function startServerJobs(): void {
  startJobs(databaseUrl(), jobs)
}

/** Publishes what was just pressed. What fails here is tried again by the next worker that comes by. */
export async function finishPress(draft: string): Promise<void> {
  await finishPublishing({ ctx: publicContext(), draft, ...renderers }).catch((error: unknown) => console.error(error))
}
