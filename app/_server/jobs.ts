import { publicContext } from '@/app/_server/context'
import { databaseUrl } from '@/config/env'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import { renderEdition } from '@/formats/pdf/render-edition'
import { forgetOld } from '@/services/forget-old'
import { type Job, startJobs } from '@/services/jobs/start-jobs'
import { sendOut } from '@/services/sending/send-out'
import { makeDueDrafts } from '@/services/sitreps/make-due-drafts'
import { finishAllPublishing, finishPublishing } from '@/services/sitreps/publish-draft'

const renderers = { compose: composeSitrep, renderPdf: renderEdition }
const everyMinute = '* * * * *'
const everyNight = '17 3 * * *'

const jobs: Job[] = [
  { name: 'begin-due-sitreps', cron: everyMinute, work: () => makeDueDrafts({ ctx: publicContext() }) },
  {
    name: 'finish-publishing',
    cron: everyMinute,
    work: () => finishAllPublishing({ ctx: publicContext(), ...renderers }),
  },
  { name: 'send-out', cron: everyMinute, work: () => sendOut({ ctx: publicContext() }) },
  { name: 'forget-old', cron: everyNight, work: () => forgetOld({ ctx: publicContext() }) },
]

/** Does in this process what comes by the clock. */
export function startServerJobs(): void {
  startJobs(databaseUrl(), jobs)
}

/** Sends out what is due. What fails here is tried again by the next worker that comes by. */
export async function sendOutSoon(): Promise<void> {
  await sendOut({ ctx: publicContext() }).catch((error: unknown) => console.error(error))
}

/** Publishes what was just pressed and sends it out. What fails here is tried again by the next worker that comes by. */
export async function finishPress(draft: string): Promise<void> {
  try {
    const edition = await finishPublishing({ ctx: publicContext(), draft, ...renderers })
    if (edition) await sendOutSoon()
  } catch (error) {
    console.error(error)
  }
}
