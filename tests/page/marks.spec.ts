import type { Page } from 'playwright'
import { expect } from 'vitest'
import { testWith } from '#tests/programs.ts'
import { openPage, part, placeCaret, soon, textsOf } from './openPage.ts'

const test = testWith('chromium')

const script =
  '[title: The lighthouse] [voice: onyx]\n**Forty years** the key hung by the door. [pause 1s] Then [Nguyen](say: win) took it,[speed: 1.2] and [SFX: door] the wind came in. [background: dusk] Nobody saw her leave. [look: paper]'

test('marks are drawn as chips over the very letters that were typed', async () => {
  const page = await openPage({ script: 'empty' })
  await part(page, 1).focus()
  await page.keyboard.insertText(script)
  const chips = page.locator('article [data-kind="silence"]')
  await soon(() => chips.allTextContents()).toEqual(['[pause 1s]'])
  await soon(() => page.locator('article [data-kind="left-out"]').allTextContents()).toContain('[SFX: door]')
  // The layer breaks its lines where the field does: both are as high.
  const heights = await page.evaluate(() => {
    const field = document.querySelector('textarea')!
    const layer = field.nextElementSibling!
    return [field.scrollHeight, layer.scrollHeight]
  })
  expect(heights[0]).toBe(heights[1])
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

/** The menu has gone, and the text has its caret back. */
const settled = async (page: Page, caret: number) => {
  await soon(() => page.getByRole('menu').count()).toBe(0)
  await soon(() => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).selectionStart)).toBe(caret)
}

const menuOf = async (page: Page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('menu', { name: 'Insert a mark in part 1' }).waitFor()
}

test('a silence is set by keyboard at the caret, and undone as one step', async () => {
  const page = await openPage({ script: 'empty' })
  await part(page, 1).focus()
  await page.keyboard.type('Wait for it. Now.')
  for (let step = 0; step < 'Now.'.length; step++) await page.keyboard.press('ArrowLeft')
  await menuOf(page)
  await page.keyboard.press('ArrowRight')
  await page.getByRole('menuitem', { name: '1 s', exact: true }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await soon(() => textsOf(page)).toEqual(['Wait for it. [pause 1s] Now.'])
  await soon(() => page.locator('article [data-kind="silence"]').allTextContents()).toEqual(['[pause 1s]'])
  await page.keyboard.type('(!)')
  await soon(() => textsOf(page)).toEqual(['Wait for it. [pause 1s] (!)Now.'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await soon(() => textsOf(page)).toEqual(['Wait for it. Now.'])
})

test('the menu has the focus also when neither key nor pointer had put it into the text before', async () => {
  const page = await openPage({ script: 'empty' })
  for (const text of ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.']) {
    // Puts the focus there as a screen reader does: no event comes ahead of it.
    await part(page, 1).fill(text)
    await menuOf(page)
    await soon(() => page.evaluate(() => document.activeElement?.role)).toBe('menuitem')
    await page.keyboard.press('Escape')
    await settled(page, text.length)
  }
})

test('a word’s spoken form is seen, and how it is said is set in a dialog', async () => {
  const page = await openPage({ script: 'empty' })
  await part(page, 1).fill('It cost $5.2M. Now.')
  await placeCaret(page, 1, 'It cost $5'.length)
  await menuOf(page)
  const entry = page.getByRole('menuitem', { name: 'Say it as…' })
  await soon(() => entry.textContent()).toContain('$5.2M → five point two million dollars')
  await entry.click()
  const dialog = page.getByRole('dialog', { name: 'Say “$5.2M” as' })
  await dialog.getByText('five point two million dollars').waitFor()
  await page.keyboard.type('five and a bit')
  await page.keyboard.press('Enter')
  await soon(() => textsOf(page)).toEqual(['It cost [$5.2M](say: five and a bit). Now.'])
  // One goes on writing behind it.
  await soon(() => focused(page)).toBe('TEXTAREA')
  await page.keyboard.type('!')
  await soon(() => textsOf(page)).toEqual(['It cost [$5.2M](say: five and a bit)!. Now.'])
})

test('the mark that the caret is in is changed and removed', async () => {
  const page = await openPage({ script: 'empty' })
  await part(page, 1).fill('One [voice: onyx] two.')
  await placeCaret(page, 1, 'One [vo'.length)
  await menuOf(page)
  await page.getByRole('menuitem', { name: 'Change the voice' }).click()
  await page.getByRole('menuitem', { name: 'Fable' }).click()
  await soon(() => textsOf(page)).toEqual(['One [voice: fable] two.'])
  await soon(() => focused(page)).toBe('TEXTAREA')
  await settled(page, 'One [voice: fable]'.length)
  await placeCaret(page, 1, 'One [vo'.length)
  await page.getByRole('button', { name: 'Insert a mark in part 1' }).click()
  await page.getByRole('menuitem', { name: 'Remove this mark' }).click()
  await soon(() => textsOf(page)).toEqual(['One two.'])
  await soon(() => focused(page)).toBe('TEXTAREA')
  await page.keyboard.press('Control+z')
  await soon(() => textsOf(page)).toEqual(['One [voice: fable] two.'])
  await page.keyboard.press('Home')
  for (let step = 0; step < 'One [v'.length; step++) await page.keyboard.press('ArrowRight')
  await menuOf(page)
  await page.getByRole('menuitem', { name: 'Remove this mark' }).waitFor()
})
