import { expect } from 'vitest'
import { testWith } from '#tests/programs.ts'
import { openPage, part, soon } from './openPage.ts'

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
