import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { codeOf } from '@/tests/support/authenticator'
import { beSignedInAs, signInAs } from '@/tests/support/sign-in'

async function seriousFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const open = {
  'the sign-in page': '/sign-in',
  'an invitation that opens no longer': '/invitations/unknown',
  'the page to ask for a new password': '/reset-password',
  'the page to choose a new password': '/reset-password/unknown',
}
const signedIn = { 'the desk': '/admin', 'the account page': '/account', 'the people page': '/admin/people' }

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In the ${colorScheme} theme`, () => {
    test.use({ colorScheme })
    for (const [name, path] of Object.entries({ ...open, ...signedIn })) {
      test(`nothing keeps people with a disability from ${name}`, async ({ page }) => {
        test.slow()
        if (name in signedIn) await beSignedInAs(page, 'administrator')
        await page.goto(path)
        for (const summary of await page.getByText('Manage', { exact: true }).all()) await summary.click()
        expect(await seriousFindings(page)).toEqual([])
      })
    }
  })
}

test.describe('On a phone of 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  test('no page of accounts scrolls sideways', async ({ page }) => {
    await beSignedInAs(page, 'administrator')
    for (const path of Object.values({ ...signedIn, ...open })) {
      await page.goto(path)
      const width = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(width[0], path).toBe(width[1])
    }
  })
})

test('A person signs in by keyboard alone and is led on to the page that asked for it', async ({ page }) => {
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?next=%2Faccount')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  await page.getByLabel('Email address').focus()
  await page.keyboard.type('reader@example.org')
  await page.keyboard.press('Tab')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  const alert = page.getByRole('alert').filter({ hasText: 'The email address or the password is not right.' })
  await expect(alert).toBeVisible()
  await expect(page.getByLabel('Email address')).toHaveValue('reader@example.org')
  await page.getByLabel('Password').fill('a password for tests alone')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/account')
  await expect(page.getByText('Signed in as reader@example.org')).toBeVisible()
})

test('Signing in leads to no other site', async ({ page }) => {
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies()
    await beSignedInAs(page, 'reader')
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    expect(new URL(page.url()).host).toBe(new URL(test.info().project.use.baseURL ?? '').host)
  }
})

test('A page of the desk says which role it is for', async ({ page }) => {
  await signInAs(page, 'reader', '/admin/people')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page needs another role')
  await expect(page.getByText('administrator', { exact: false }).first()).toBeVisible()
})

test('An administrator invites a person, who joins, adds a second step, and signs out everywhere', async ({
  page,
  browser,
}) => {
  test.slow()
  const email = `${crypto.randomUUID()}@example.org`
  const password = 'three words and a lantern'
  await signInAs(page, 'administrator', '/admin/people')
  const invite = page.getByRole('region', { name: 'Invite a person' })
  await invite.getByLabel('Name').fill('New colleague')
  await invite.getByLabel('Email address').fill(email)
  await invite.getByLabel('Role', { exact: true }).selectOption('editor')
  await invite.getByRole('button', { name: 'Invite' }).click()
  const link = (await invite.locator('[data-shown]').textContent()) ?? ''

  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(link)
  await expect(theirs.getByText('You are invited as editor.')).toBeVisible()
  await theirs.getByLabel('Password').fill('short')
  await theirs.getByRole('button', { name: 'Begin' }).click()
  await expect(theirs.getByLabel('Password')).toBeFocused()
  await expect(theirs.getByLabel('Password')).toHaveAccessibleDescription(/at least 12 characters/i)
  await theirs.getByLabel('Password').fill(password)
  await theirs.getByRole('button', { name: 'Begin' }).click()
  await theirs.waitForURL('**/admin')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This invitation opens no longer')

  await theirs.goto('/account')
  const step = theirs.getByRole('region', { name: 'Second step' })
  await step.getByLabel('Your password').fill(password)
  await step.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await expect(step.getByRole('img', { name: /QR code/ })).toBeVisible()
  const secret = (await step.locator('[data-secret]').getAttribute('data-secret')) ?? ''
  await step.getByLabel('Code the app shows now').fill(codeOf(secret, -1))
  await step.getByRole('button', { name: 'Turn the second step on' }).click()
  const recovery = (await step.getByRole('listitem').first().textContent()) ?? ''
  await step.getByRole('button', { name: 'I have kept them' }).click()
  await expect(step.getByText('On.', { exact: false })).toBeVisible()

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto('/sign-in')
  await elsewhere.getByLabel('Email address').fill(email)
  await elsewhere.getByLabel('Password').fill(password)
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'One more step' })).toBeFocused()
  await elsewhere.getByRole('button', { name: 'Use a recovery code instead' }).click()
  await elsewhere.getByLabel('Recovery code').fill(recovery)
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await elsewhere.waitForURL('**/admin')

  await theirs.reload()
  const sessions = theirs.getByRole('region', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await sessions.getByRole('button', { name: 'Sign out everywhere' }).click()
  await theirs.waitForURL('**/sign-in')
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=%2Faccount$/)
})

test('What is signed in is kept by nobody on the way, and the door takes no form of another page', async ({
  page,
  request,
}) => {
  await beSignedInAs(page, 'reader')
  const response = await page.goto('/account')
  expect(response?.headers()['cache-control']).toContain('no-store')
  const data = { email: 'reader@example.org', password: 'a password for tests alone' }
  const from = (headers: Record<string, string>) => request.post('/api/auth/sign-in/email', { data, headers })
  expect((await from({ origin: 'https://evil.example' })).status()).toBe(403)
  expect((await from({ origin: test.info().project.use.baseURL ?? '', 'sec-fetch-site': 'cross-site' })).status()).toBe(
    403,
  )
  const form = { form: data, headers: { origin: test.info().project.use.baseURL ?? '' } }
  expect((await request.post('/api/auth/sign-in/email', form)).status()).toBe(415)
})
