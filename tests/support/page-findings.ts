import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What keeps people from a page as it stands: what axe finds serious or critical, and whether it scrolls sideways. */
export async function pageFindings(page: Page, { withoutColours = false } = {}): Promise<string[]> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const { violations } = await new AxeBuilder({ page }).disableRules(withoutColours ? ['color-contrast'] : []).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return [
    ...(beyond > 0 ? [`scrolls sideways by ${beyond} px`] : []),
    ...serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  ]
}
