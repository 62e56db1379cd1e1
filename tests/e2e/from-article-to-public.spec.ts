import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { send } from '@/tests/support/enter-all'
import { entryKeys } from '@/tests/support/entry-keys'
import { makeCrisis } from '@/tests/support/make-crisis'
import { as } from '@/tests/support/sign-in'

const article = '../shared/data/nagorno-karabakh-2023/heavy-fighting-reported-in-artsakh.txt'
const text = fs.existsSync(article) ? fs.readFileSync(article, 'utf8') : null

const notes = [
  'Families sheltered in basements in Stepanakert.',
  'Families were separated during the shelling.',
  'People had no fuel to look for their children.',
]
const denied = 'The authorities in Stepanakert strongly denied the claims'

const wounded = /^11 civilian children injured/

/** What the reviewer meets, in the order in which it was entered. */
const waiting = [
  notes[0] ?? '',
  'At least 2 civilians killed',
  'At least 1 civilian child killed',
  wounded,
  notes[1] ?? '',
  notes[2] ?? '',
  /^6 (people )?killed/,
  /^Authorities in Stepanakert/,
]

test('An article pasted by a contributor, reviewed by a second person, is what the public reads; corrected and withdrawn, it stays as it was known before', async ({
  browser,
}) => {
  test.skip(
    text === null,
    'The article is its publisher’s, and not carried with the project: it lies beside it, or nowhere.',
  )
  test.setTimeout(420_000)
  const administrator = await as(browser, 'administrator')
  const { slug } = await makeCrisis(administrator.request, originOf())
  const [contributor, reviewer, reader] = [
    await as(browser, 'contributor'),
    await as(browser, 'reviewer'),
    await as(browser, null),
  ]

  const document = await enterByKeyboard(contributor, slug)
  await reader.goto(`/crises/${slug}/figures`)
  await expect(reader.getByText('No figure matches.')).toBeVisible()

  await reviewByKeyboard(reviewer, document)
  await mendByKeyboard(contributor, document)
  await reviewer.goto(`/admin/review?document=${document}&state=submitted`)
  await expect(reviewer.getByText('Reason: Others, not children.')).toBeVisible()
  await expect(reviewer.getByRole('button', { name: 'Approve' })).toBeEnabled()
  await reviewer.keyboard.press('a')
  await expect(reviewer.getByText('Nothing waits here.')).toBeVisible()
  await chooseKeyFigures(administrator, slug)

  const approvedAt = new Date().toISOString()
  const dashboard = `/crises/${slug}?asOf=2023-09-20`
  await reader.goto(dashboard)
  await seeAll(reader)
  await reader.goto(`${dashboard}&knownAt=${approvedAt}`)
  await seeAll(reader)
  const before = await saidBy(reader)

  await correct(contributor, reviewer, slug, document)
  await withdraw(contributor, reviewer, slug)

  await reader.goto(dashboard)
  await expect(tile(reader, 'Injured')).toContainText(/at least\s*11/)
  await expect(tile(reader, 'Killed in mine explosions')).not.toContainText(/(^|\D)6(\D|$)/)
  await reader.goto(`/crises/${slug}/corrections`)
  const corrected = reader.getByRole('row').filter({ hasText: 'The office says that the count goes on.' })
  await expect(corrected.getByRole('cell', { name: '11', exact: true })).toBeVisible()
  await expect(corrected.getByRole('cell', { name: 'at least 11', exact: true })).toBeVisible()
  const withdrawn = reader.getByRole('row').filter({ hasText: 'Baku took the count back.' })
  await expect(withdrawn.getByRole('cell', { name: '6', exact: true })).toBeVisible()
  await expect(withdrawn).toContainText('withdrawn')

  // Both stand in the story of their figure, to which its short address leads.
  for (const [link, told] of [
    [corrected.getByRole('link').first(), 'The office says that the count goes on.'],
    [withdrawn.getByRole('link').first(), 'Baku took the count back.'],
  ] as const) {
    const id = (await link.getAttribute('href'))?.split('/').at(-1)
    const story = await reader.context().newPage()
    await story.goto(`/figures/${id}`)
    await expect(story).toHaveURL(new RegExp(`/crises/${slug}/figures/${id}$`))
    await expect(story.getByRole('region', { name: 'Versions' })).toContainText(told)
    await story.close()
  }

  await reader.goto(`${dashboard}&knownAt=${approvedAt}`)
  expect(await saidBy(reader)).toEqual(before)
})

const originOf = () => test.info().project.use.baseURL ?? ''

/** Pastes the article and enters what it says without touching the mouse; gives the id of the document. */
async function enterByKeyboard(page: Page, slug: string): Promise<string> {
  const { keyboard } = page
  const keys = entryKeys(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/admin/crises/${slug}/enter`)
  await page.evaluate((words) => navigator.clipboard.writeText(words), text ?? '')
  await keys.tabTo(page.getByLabel('Text', { exact: true }))
  await keyboard.press('Control+V')
  // What was pasted gives title and language.
  await expect(page.getByLabel('Title')).toHaveValue('Heavy Fighting Reported In Artsakh')
  await expect(page.getByRole('textbox', { name: 'Language' })).toHaveValue('en')
  await keys.pick(page.getByLabel('Publisher'), 'Azatutyun')
  await keys.type(page.getByLabel('Published'), '2023-09-19 18:40')
  await keyboard.press('Control+Enter')
  await page.waitForURL(/\/enter\/[0-9a-f-]{36}$/)
  await keys.tabTo(keys.pane)

  // A first note, for it stands first in the text.
  await keys.sentence('went down to basements')
  await keyboard.press('t')
  const note = page.getByRole('tabpanel', { name: 'Note' })
  await keys.type(note.getByLabel('Note', { exact: true }), notes[0] ?? '')
  await keys.pick(note.getByLabel('Said by'), 'Azatutyun')
  await keys.pick(note.getByLabel('Places'), 'Stepanakert')
  await keys.save(1)

  // The ombudsman's statement: at least two civilians killed, of them a child, and 11 wounded.
  await keys.take('n', 'at least two')
  const figure = figureForm(page)
  await expect(figure.getByLabel('Number', { exact: true })).toBeFocused()
  await expect(figure.getByLabel('Number', { exact: true })).toHaveValue('2')
  await expect(figure.getByLabel('Qualifier')).toHaveValue('at-least')
  await keys.type(figure.getByLabel('Said at'), '16:00', 'Shift+Tab')
  await keys.pick(figure.getByLabel('Said by'), 'Human Rights Defender', 'Shift+Tab')
  await toggleCivilian(page)
  await keys.pick(figure.getByLabel('Places'), 'Nagorno-Karabakh')
  await keys.pick(figure.getByLabel('Events'), 'The offensive')
  await keys.type(figure.getByLabel('As of'), '4 p.m.')
  // It is years old: why it is entered now is said once for the document.
  const whyOld = figure.getByLabel(/^Why it is right nevertheless: The figure is \d+ days old/)
  await expect(whyOld).toBeVisible()
  await keys.type(whyOld, 'Entered from the archive')
  await keyboard.press('Control+Shift+Enter')
  await expect(page.locator('[data-state]')).toHaveCount(2)

  // The child, as a part of them, in its own words.
  await expect(figure.getByLabel('Number', { exact: true })).toBeFocused()
  await keyboard.press('Escape')
  await expect(keys.pane).toBeFocused()
  await keys.take('ArrowRight', 'including')
  await keys.type(figure.getByLabel('Number', { exact: true }), 'at least 1')
  await toggleChild(page)
  await expect(figure.getByLabel('Part of')).toContainText('Killed, civilian: at least 2')
  await keys.save(3)

  // That the wounded are others, not children, is overlooked.
  await keys.take('n', '11')
  await keys.tabTo(figure.getByLabel('Indicator'))
  await keyboard.type('Inj')
  await keys.save(4)

  // Two more notes.
  for (const [words, index] of [
    ['lost each other', 1],
    ['no fuel', 2],
  ] as const) {
    await keys.sentence(words)
    await keyboard.press('t')
    await keys.type(note.getByLabel('Note', { exact: true }), notes[index] ?? '')
    await keys.save(4 + index)
  }

  // Baku's six dead on the mined road: another statement, another event.
  await keys.take('n', 'six', 3)
  await keys.tabTo(figure.getByRole('button', { name: 'Another statement' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await keys.tabTo(figure.locator('#statement-ref'))
  await keyboard.press('Home')
  await keys.pick(figure.getByLabel('Said by'), 'Government in Baku')
  await keys.tabTo(figure.getByLabel('Indicator'))
  await keyboard.type('Kil')
  // Of whom is not said.
  await toggleCivilian(page)
  await toggleChild(page)
  await keys.tabTo(figure.getByLabel('Events'))
  await keyboard.press('Backspace')
  await keys.pick(figure.getByLabel('Events'), 'Mine explosions')
  await keys.type(figure.getByLabel('As of'), '2023-09-19')
  await keys.save(7)

  // The denial.
  await keys.sentence('strongly denied')
  await keyboard.press('d')
  const disputes = page.getByRole('tabpanel', { name: 'Dispute' })
  await keys.tabTo(disputes.getByLabel('or one of this document'))
  await keyboard.type('Killed: 6')
  await keys.pick(disputes.getByLabel('Denied by'), 'Authorities in Stepanakert')
  await keys.save(8)

  await expect(page.locator('[data-state="submitted"]')).toHaveCount(8)
  const listed = page.getByRole('listitem')
  await expect(listed.filter({ hasText: 'Killed, civilian, child' })).toContainText('at least 1')
  await expect(listed.filter({ hasText: 'Injured' })).toContainText('11')
  await expect(listed.filter({ hasText: /^.*Denial by/ })).toContainText('Authorities in Stepanakert')

  // After a reload the server says the same, and the quotes are marked in the text.
  await page.reload()
  await expect(page.locator('[data-state="submitted"]')).toHaveCount(8)
  await expect(keys.pane.locator('sup')).toHaveCount(8)
  return page.url().split('/').at(-1) ?? ''
}

const figureForm = (page: Page) => page.getByRole('tabpanel', { name: 'Figure' })

/** The form in which an entry is mended or corrected. */
const changingForm = (page: Page) => page.locator('form').filter({ has: page.locator('[data-draft]') })

/** From anywhere before it in the form, or from one of the chips, which are one stop of the keyboard. */
async function toggleCivilian(page: Page) {
  await entryKeys(page).tabTo(figureForm(page).getByRole('button', { name: 'civilian', exact: true }))
  await page.keyboard.press('Space')
}

async function toggleChild(page: Page, form = figureForm(page)) {
  await entryKeys(page).tabTo(form.getByRole('button', { name: 'civilian', exact: true }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
}

/** Returns the wounded, approves all else. */
async function reviewByKeyboard(page: Page, document: string) {
  const { keyboard } = page
  await page.goto(`/admin/review?document=${document}&state=submitted`)
  for (const title of waiting) {
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Approve' })).toBeEnabled()
    if (title !== wounded) {
      await keyboard.press('a')
      continue
    }
    await keyboard.press('r')
    await expect(page.getByLabel('The comment is about')).toBeFocused()
    await keyboard.type('Pop')
    await keyboard.press('Tab')
    await expect(page.getByLabel('Comment to the author')).toBeFocused()
    await keyboard.type('“11 others”: were they children?')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
  }
  await expect(page.getByText('Nothing waits here.')).toBeVisible()
}

/** The author finds the comment beside the field, mends it and sends it again. */
async function mendByKeyboard(page: Page, document: string) {
  const { keyboard } = page
  const keys = entryKeys(page)
  await page.goto(`/admin/review?author=me&state=returned&document=${document}`)
  await expect(page.getByText('“11 others”: were they children?').first()).toBeVisible()
  await keyboard.press('e')
  await page.waitForURL(/\?mend=/)
  const form = changingForm(page)
  await expect(form.getByRole('group', { name: 'Of whom' }).first()).toContainText('“11 others”: were they children?')
  await toggleChild(page, form)
  await keys.type(form.getByLabel('Why', { exact: true }), 'Others, not children.')
  await keyboard.press('Control+Enter')
  await page.waitForURL(/\/figures\/[0-9a-f-]{36}$/)
}

/** What the dashboard shows first is what was just entered. */
async function chooseKeyFigures(page: Page, slug: string) {
  const { items } = await (await page.request.get(`${originOf()}/api/v1/crises/${slug}/figures?limit=100`)).json()
  const scopeOf = (title: string) => {
    const [indicator, value] = title.split(' ')
    const one = items.find(
      (figure: Approved) => figure.indicator === indicator && figure.quantity.low === Number(value),
    )
    const { population, places, events, basis, unit } = one
    return {
      indicator,
      population,
      places: places.map(({ role, id }: Approved['places'][number]) => ({ role, id })),
      events: events.map(({ id }: { id: string }) => id),
      basis: basis.kind,
      unit,
    }
  }
  const keyFigures = [
    {
      key: 'killed',
      label: 'Civilians killed',
      scope: scopeOf('killed 2'),
      parts: [{ label: 'Children', scope: scopeOf('killed 1') }],
    },
    { key: 'injured', label: 'Injured', scope: scopeOf('injured 11'), parts: [] },
    { key: 'mines', label: 'Killed in mine explosions', scope: scopeOf('killed 6'), parts: [] },
  ]
  const crisis = await (await page.request.get(`${originOf()}/api/v1/crises/${slug}`)).json()
  await send(page, 'patch', `/crises/${slug}`, { keyFigures, reason: 'The first figures are known.' }, crisis.version)
}

interface Approved {
  indicator: string
  quantity: { low: number | null }
  places: { role: string; id: string }[]
}

const tile = (page: Page, name: string) => page.getByRole('article', { name })

/** The figures with their quotes, the notes and the denial, as a reader who is not signed in finds them. */
async function seeAll(page: Page) {
  for (const [name, number, quote] of [
    ['Civilians killed', /at least\s*2/, 'at least two Karabakh civilians'],
    ['Civilians killed', 'at least 1', 'including a child'],
    ['Injured', /(^|\D)11(\D|$)/, '11 others wounded'],
    ['Killed in mine explosions', /(^|\D)6(\D|$)/, 'six Azerbaijanis were killed'],
  ] as const) {
    const one = tile(page, name)
    await expect(one).toContainText(number)
    const marks = one.getByRole('link', { name: /^Source/ })
    const mark = number === 'at least 1' ? marks.first() : marks.last()
    await mark.click()
    const card = page.getByRole('dialog', { name: 'Quote' })
    await expect(card).toContainText(quote)
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
  }
  const described = page.getByRole('region', { name: 'Displacement notes' })
  for (const note of notes) await expect(described).toContainText(note)
  const contested = page.getByRole('region', { name: 'Stated and denied' })
  await expect(contested).toContainText('Government in Baku')
  await expect(contested).toContainText(denied)
}

/** The dashboard in words: its tiles, and all below them. What a filter could choose from is no part of the view. */
async function saidBy(page: Page): Promise<string[]> {
  const main = page.getByRole('main')
  const said = [
    ...(await main.getByRole('article').allTextContents()),
    ...(await main.getByRole('region').allTextContents()),
  ]
  expect(said.length).toBeGreaterThan(5)
  return said
}

/** By its author, and approved by a second person. */
async function correct(page: Page, reviewer: Page, slug: string, document: string) {
  await openAtDesk(page, slug, 'injured', 11)
  await page.getByRole('link', { name: 'Correct', exact: true }).click()
  const form = changingForm(page)
  await form.getByLabel('Qualifier').selectOption('at least')
  await form.getByLabel('Why', { exact: true }).fill('The office says that the count goes on.')
  await form.getByRole('button', { name: /Submit the correction/ }).click()
  await page.waitForURL(/\/figures\/[0-9a-f-]{36}$/)
  await reviewer.goto(`/admin/review?document=${document}&state=submitted`)
  await expect(reviewer.getByText('It would replace version 2')).toBeVisible()
  await expect(reviewer.getByRole('button', { name: 'Approve' })).toBeEnabled()
  await reviewer.keyboard.press('a')
  await expect(reviewer.getByText('Nothing waits here.')).toBeVisible()
}

/** It takes effect at once; a second person confirms it. */
async function withdraw(page: Page, reviewer: Page, slug: string) {
  await openAtDesk(page, slug, 'killed', 6)
  await page.getByText('Withdraw', { exact: true }).first().click()
  await page.getByLabel('Reason').last().fill('Baku took the count back.')
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('(withdrawn)').first()).toBeVisible()
  await reviewer.goto(`/admin/review?state=withdrawn&crisis=${slug}`)
  await expect(reviewer.getByRole('button', { name: 'Confirm' })).toBeEnabled()
  await reviewer.keyboard.press('a')
  await expect(reviewer.getByText('Nothing waits here.')).toBeVisible()
}

async function openAtDesk(page: Page, slug: string, indicator: string, value: number) {
  const { items } = await (await page.request.get(`/api/v1/crises/${slug}/figures?limit=100`)).json()
  const one = items.find((figure: Approved) => figure.indicator === indicator && figure.quantity.low === value)
  await page.goto(`/admin/crises/${slug}/figures/${one.id}`)
}
