import type { Page } from 'playwright'
import { expect } from 'vitest'
import { testWith } from '#tests/programs.ts'
import { openPage, part, placeCaret, soon, textsOf } from './openPage.ts'

const test = testWith('chromium')

const three = 'One. Two.\n\n— pause —\n\nThree.\n\n— pause —\n\nFour.'

/** A new script, typed in as a person pastes it. */
async function openWith(script: string): Promise<Page> {
  const page = await openPage({ script: 'empty' })
  await part(page, 1).fill(script)
  return page
}

/** Pastes text where the focus is. */
const paste = (page: Page, text: string) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const field = document.activeElement as HTMLTextAreaElement
    if (field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })))
      document.execCommand('insertText', false, text)
  }, text)

test('markers cut while they are typed, and the caret goes on in the new part', async () => {
  const page = await openPage({ script: 'empty' })
  await part(page, 1).focus()
  await page.keyboard.type('Good morning. — pause — And good night')
  await soon(() => textsOf(page)).toEqual(['Good morning.', 'And good night'])
  await page.keyboard.type('!')
  await soon(() => textsOf(page)).toEqual(['Good morning.', 'And good night!'])
})

test('split, join, delete and move by keyboard; undo and redo over all of it', async () => {
  const page = await openWith(three)
  await soon(() => textsOf(page)).toEqual(['One. Two.', 'Three.', 'Four.'])
  await placeCaret(page, 1, 'One.'.length)
  await page.keyboard.press('Alt+Enter')
  await soon(() => textsOf(page)).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
  await page.keyboard.press('Backspace')
  await soon(() => textsOf(page)).toEqual(['One. Two.', 'Three.', 'Four.'])
  await placeCaret(page, 3, 0)
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await soon(() => textsOf(page)).toEqual(['One. Two.', 'Four.', 'Three.'])
  await page.keyboard.press('Control+Shift+Backspace')
  await soon(() => textsOf(page)).toEqual(['One. Two.', 'Three.'])
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  await soon(() => textsOf(page)).toEqual(['One. Two.', 'Three.', 'Four.'])
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+Shift+Z')
  await soon(() => textsOf(page)).toEqual(['One. Two.', 'Three.'])
})

test('the arrow keys walk through all parts as through one text', async () => {
  const page = await openWith(three)
  await placeCaret(page, 1, 'One. Two.'.length)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('2 ')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('!')
  await soon(() => textsOf(page)).toEqual(['One. Two.', '2 Three.!', 'Four.'])
})

test('a part moves by its grip: with the pointer, and with the keyboard', async () => {
  const page = await openWith(three)
  const grip = (index: number) => page.getByRole('button', { name: `Move part ${index}` })
  const target = (await part(page, 3).boundingBox())!
  await grip(1).hover()
  await page.mouse.down()
  await page.mouse.move(target.x, target.y + 10, { steps: 8 })
  await page.mouse.move(target.x, target.y + 30, { steps: 4 })
  await page.mouse.up()
  await soon(() => textsOf(page)).toEqual(['Three.', 'Four.', 'One. Two.'])

  await grip(3).focus()
  await page.keyboard.press('Space')
  await page.getByText('Now part 3.').waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowUp')
  await page.getByText('Now part 2.').waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
  await soon(() => textsOf(page)).toEqual(['Three.', 'One. Two.', 'Four.'])
})

test('the cut between two parts moves by the word, and joins them with Enter', async () => {
  const page = await openWith('One two three.\n\n— pause —\n\nFour five.')
  const cut = page.getByRole('button', { name: 'Cut between parts 1 and 2' })
  await cut.focus()
  await page.keyboard.press('ArrowUp')
  await soon(() => textsOf(page)).toEqual(['One two', 'three. Four five.'])
  await cut.focus()
  await page.keyboard.press('ArrowDown')
  await cut.focus()
  await page.keyboard.press('ArrowDown')
  await soon(() => textsOf(page)).toEqual(['One two three. Four', 'five.'])
  await cut.focus()
  await page.keyboard.press('Enter')
  await soon(() => textsOf(page)).toEqual(['One two three. Four five.'])
})

test('the cut is dragged to the word under the pointer', async () => {
  const page = await openWith('Alpha beta gamma delta.\n\n— pause —\n\nEpsilon zeta.')
  const field = (await part(page, 1).boundingBox())!
  const cut = (await page.getByRole('button', { name: 'Cut between parts 1 and 2' }).boundingBox())!
  await page.mouse.move(cut.x + 200, cut.y + 11)
  await page.mouse.down()
  await page.mouse.move(field.x + 80, field.y + 24, { steps: 6 })
  await page.mouse.up()
  const [upper, lower] = await textsOf(page)
  expect(`${upper} ${lower}`).toBe('Alpha beta gamma delta. Epsilon zeta.')
  expect(upper).toMatch(/^Alpha( beta)?$/)
})

test('a pasted article offers cuts at its paragraphs', async () => {
  const page = await openPage({ script: 'empty' })
  await part(page, 1).focus()
  await paste(page, 'First paragraph.\n\nSecond one.\n\nThird one.')
  await page.getByText('Cut at its 3 paragraphs?').waitFor()
  await page.getByRole('button', { name: 'Cut', exact: true }).click()
  await soon(() => textsOf(page)).toEqual(['First paragraph.', 'Second one.', 'Third one.'])
  await page.keyboard.press('Control+z')
  await soon(() => textsOf(page)).toEqual(['First paragraph.\n\nSecond one.\n\nThird one.'])
})

test('a script pasted into the untouched sample takes its place; undo brings the sample back', async () => {
  const page = await openPage()
  await page.getByText('This is a sample.').waitFor()
  await part(page, 2).focus()
  await paste(page, `${'My own first part is here. '.repeat(3)}\n\n— pause —\n\nAnd my second.`)
  await soon(async () => (await textsOf(page)).at(-1)).toBe('And my second.')
  expect(await textsOf(page)).toHaveLength(2)
  expect(await page.getByText('This is a sample.').count()).toBe(0)
  await page.keyboard.press('Control+z')
  await soon(async () => (await textsOf(page)).length).toBe(4)
})

test('a script pasted where no field is begins a new one', async () => {
  const page = await openPage()
  await page.locator('body').evaluate((body) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'One.\n\n— pause —\n\nTwo.')
    body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await soon(() => textsOf(page)).toEqual(['One.', 'Two.'])
})

test('a long part with paragraphs is cut at them', async () => {
  const paragraph = 'The boats come home late, and the lamps along the quay are lit by hand. '.repeat(8).trim()
  const page = await openWith(`${paragraph}\n\n${paragraph}`)
  await page.getByRole('button', { name: 'Cut at its 2 paragraphs' }).click()
  await soon(() => textsOf(page)).toEqual([paragraph, paragraph])
})

test('a finished part shows its video beside its words, keeps its size, and plays it when pressed', async () => {
  const page = await openPage({ pace: '5', library: 'empty' })
  const height = async () => (await page.getByRole('article').nth(1).boundingBox())!.height
  const before = await height()
  await page.getByRole('button', { name: 'Make 4 Shorts' }).click()
  await page.getByText('4 Shorts are ready').waitFor()
  expect(await height()).toBe(before)
  await page.getByRole('button', { name: 'Play the video of part 2' }).click()
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
  await page.getByRole('complementary').getByRole('heading', { name: 'First, look at the mood' }).waitFor()
})

test('the preview plays on from the place that was sought', async () => {
  const page = await openPage({}, { reducedMotion: 'reduce' })
  await page.getByText('As it will sound').waitFor()
  const position = page.getByRole('slider', { name: 'Position' })
  await position.fill('200')
  await page.getByRole('button', { name: 'Hear it' }).click()
  await page.getByRole('button', { name: 'Stop' }).waitFor()
  expect(Number(await position.inputValue())).toBeGreaterThanOrEqual(200)
})

test('a script that was open when the app died shows its preview when that is asked for', async () => {
  const page = await openPage({ preview: 'off' })
  const preview = page.getByRole('region', { name: 'Preview' })
  const show = preview.getByRole('button', { name: 'Show the preview' })
  await show.waitFor()
  expect(await preview.locator('canvas').count()).toBe(0)
  expect(await preview.getByRole('button', { name: 'Hear it' }).isEnabled()).toBe(false)
  await show.click()
  await preview.locator('canvas').waitFor()
  await preview.getByText('As it will sound').waitFor()
  expect(await show.count()).toBe(0)
})

test('a Short of more than a minute is warned of, and split where it fits', async () => {
  const sentence = 'The boats come home late, and the lamps along the quay are lit by hand. '
  const page = await openWith(sentence.repeat(16).trim())
  await page.getByText(/^About 1:\d\d\. Most Shorts stay under 60 s/).waitFor()
  await page.getByRole('button', { name: 'Split in two' }).click()
  await soon(() => textsOf(page)).toEqual([sentence.repeat(8).trim(), sentence.repeat(8).trim()])
  await soon(() => page.getByText(/^About \d/).count()).toBe(0)
})

test('what is typed is there again after the page is loaded anew', async () => {
  const page = await openPage()
  await part(page, 1).fill('Nothing typed is lost.')
  await page.waitForTimeout(150)
  await page.reload()
  await soon(() => part(page, 1).inputValue()).toBe('Nothing typed is lost.')
})

test('a script that is dropped is opened, a picture becomes the background, a folder the place for finished files', async () => {
  const page = await openPage()
  const drop = async (name: string, type: string, text: string) => {
    const data = await page.evaluateHandle(
      ([name, type, text]) => {
        const data = new DataTransfer()
        data.items.add(new File([text!], name!, { type: type! }))
        return data
      },
      [name, type, text],
    )
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: data })
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
  }
  await drop('notes.txt', 'text/plain', three)
  await soon(() => textsOf(page)).toEqual(['One. Two.', 'Three.', 'Four.'])
  await page.getByRole('heading', { name: 'notes.txt' }).waitFor()
})

test('of 300 parts only those in sight are drawn; the focus stays while one scrolls away, and the end can be reached', async () => {
  const page = await openPage({ script: 'long', library: 'empty' })
  const drawn = () => page.getByRole('article').count()
  expect(await drawn()).toBeLessThan(20)
  await part(page, 1).focus()
  await page.mouse.move(400, 400)
  await page.mouse.wheel(0, 20_000)
  await soon(() => page.getByRole('article').last().getAttribute('aria-label')).toMatch(/^Part 1\d\d:/)
  await page.keyboard.type('Still here. ')
  await page.mouse.wheel(0, -30_000)
  await soon(() => part(page, 1).inputValue()).toMatch(/^Still here\. Part 1\./)
  await page.getByText('300 Shorts').waitFor()
  expect(await drawn()).toBeLessThan(20)
})

test('Space plays wherever the focus is not in text, and Make turns into Cancel and back', async () => {
  const page = await openPage({ pace: '40' })
  await page.getByText('As it will sound').waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Stop' }).waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Hear it' }).waitFor()

  const bar = page.locator('footer').last()
  const height = (await bar.boundingBox())!.height
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Speaking part 1 of 4: Welcome/).waitFor()
  expect((await bar.boundingBox())!.height).toBe(height)
  await page.keyboard.press('Control+.')
  await page.getByRole('button', { name: 'Make 4 Shorts' }).waitFor()
})

test('an empty editor offers a script to try, and what no font has is said before anything is made', async () => {
  const page = await openPage({ script: 'empty' })
  await page.getByRole('button', { name: 'Try the sample script' }).click()
  await soon(async () => (await textsOf(page)).length).toBe(4)
  await page.keyboard.press('Control+z')
  await part(page, 1).fill('A letter of no font: \u{12000}')
  await page.getByText(/^No font here has/).waitFor()
})
