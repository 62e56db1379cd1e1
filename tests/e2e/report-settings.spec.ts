import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { beSignedInAs } from '@/tests/support/sign-in'

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#654321"/></svg>'

test('An administrator can set how the reports of a crisis look', async ({ page, baseURL }) => {
  test.slow()
  await beSignedInAs(page, 'administrator')
  const slug = `looks-${randomUUID().slice(0, 8)}`
  const made = await page.request.post('/api/v1/crises', {
    data: { slug, title: 'How reports look', timeZone: 'Asia/Yerevan', startDay: '2025-10-14' },
    headers: { origin: baseURL ?? '', 'Idempotency-Key': randomUUID() },
  })
  expect(made.status()).toBe(201)
  const settings = `/admin/crises/${slug}/settings`
  await page.goto(settings)
  const form = page.getByRole('form', { name: 'Reports' })
  const choose = (name: string, svg: string) =>
    form
      .getByLabel('Logo', { exact: true })
      .setInputFiles({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })

  await choose('bad.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>')
  await expect(form.getByText('The SVG holds a "script" element.')).toBeVisible()
  await choose('logo.svg', logo)
  await expect(form.getByAltText('The logo as it is chosen')).toBeVisible()
  await form.getByLabel('Issued by').fill('Valley Relief Office')
  await form.getByLabel('plum').check()
  await form.getByLabel('Paper').selectOption('letter')
  await form.getByLabel('Foot of every page').fill('For planning.')
  await form.getByLabel('Chronology').uncheck()
  await form.getByLabel('Reason').fill('The office has a template of its own.')
  await form.getByRole('button', { name: 'Save the settings of reports' }).click()
  await expect(form.getByText('Say what the logo shows.')).toBeVisible()
  await form.getByLabel('What the logo shows').fill('Logo of the Valley Relief Office')
  await form.getByRole('button', { name: 'Save the settings of reports' }).click()
  await expect(form.getByText('Saved.')).toBeVisible()

  await page.goto(settings)
  await expect(form.getByAltText('The logo as it is chosen')).toBeVisible()
  await expect(form.getByLabel('What the logo shows')).toHaveValue('Logo of the Valley Relief Office')
  await expect(form.getByLabel('plum')).toBeChecked()
  await expect(form.getByLabel('Chronology')).not.toBeChecked()
  await expect(form.getByLabel('Paper')).toHaveValue('letter')
})
