import { isJobProcess } from '@/config/env'

/** Next calls this once, when a server begins. */
export async function register(): Promise<void> {
  if (!isJobProcess()) return
  const { startServerJobs } = await import('@/app/_server/jobs')
  startServerJobs()
}
