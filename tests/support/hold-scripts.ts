import type { Page } from '@playwright/test'

/** Keeps the scripts of a page on their way, as a slow link does, until the function that it gives is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let bringScripts = () => {}
  const scriptsCame = new Promise<void>((resolve) => {
    bringScripts = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await scriptsCame
    await route.continue()
  })
  return bringScripts
}
