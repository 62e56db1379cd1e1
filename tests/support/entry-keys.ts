import { expect, type Locator, type Page } from '@playwright/test'

/** The entry desk by its keys alone. */
export function entryKeys(page: Page) {
  const { keyboard } = page
  const pane = page.getByRole('application', { name: 'Text of the document' })
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

  /** Tab, or Shift+Tab, until the focus is there. */
  async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
    for (let presses = 0; presses < 80; presses++) {
      if (await isFocused(target)) return
      await keyboard.press(key)
    }
    throw new Error(`The focus does not come to ${target} by ${key}.`)
  }

  /** What is selected in the text, by the cursor. */
  async function selected(): Promise<string> {
    return (await pane.locator('[data-selected]').allTextContents()).join('')
  }

  /** Presses a key in the text until these words are selected. */
  async function press(key: string, until: string | RegExp) {
    for (let presses = 0; presses < 120; presses++) {
      const words = await selected()
      if (typeof until === 'string' ? words === until : until.test(words)) return
      await keyboard.press(key)
    }
    throw new Error(`${key} does not come to ${until}.`)
  }

  /** Selects these words by a key in the text, and some that follow them, and puts them into the form of a figure. */
  async function take(key: string, words: string, more = 2) {
    await press(key, words)
    for (let count = 0; count < more; count++) await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Enter')
  }

  return {
    pane,
    take,
    tabTo,
    selected,
    press,
    /** Selects the next sentence that holds these words. */
    async sentence(words: string) {
      for (let steps = 0; steps < 120; steps++) {
        await keyboard.press('s')
        if ((await selected()).includes(words)) return
        await keyboard.press('ArrowDown')
      }
      throw new Error(`No sentence from here on holds "${words}".`)
    },
    /** Types into a field that searches, and takes what goes by the words. */
    async pick(field: Locator, words: string, key: 'Tab' | 'Shift+Tab' = 'Tab') {
      await tabTo(field, key)
      await keyboard.type(words)
      await expect(page.getByRole('option', { name: new RegExp(words, 'i') }).first()).toBeVisible()
      await keyboard.press('Enter')
    },
    async type(field: Locator, text: string, key: 'Tab' | 'Shift+Tab' = 'Tab') {
      await tabTo(field, key)
      await keyboard.press('Control+A')
      await keyboard.type(text)
    },
    /** Saves, and waits until the list holds so many entries and the focus is in the text again. */
    async save(entries: number) {
      await keyboard.press('Control+Enter')
      await expect(page.locator('[data-state]')).toHaveCount(entries)
      await expect(pane).toBeFocused()
    },
  }
}
