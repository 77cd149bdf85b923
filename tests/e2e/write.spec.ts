import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect } from 'vitest'
import { Draft } from '#shared/desktop/desktop.ts'
import { englishSentence } from '#shared/errors.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { pngHeader } from '#tests/fakes/media/pictures.ts'
import { wordFile } from '#tests/fakes/media/wordFile.ts'
import { testWith } from '#tests/programs.ts'
import { dropFiles, editor, writeScript } from './editor.ts'
import { launchApp, shareApp, tempHome } from './launchApp.ts'

const test = testWith('chromium')
const shared = shareApp()

test('the first start has the sample in the editor, a preview that plays, and the button ready', async () => {
  const { page } = shared()
  await expect.poll(() => editor(page).parts().count()).toBe(4)
  await page.getByRole('button', { name: 'Make 4 Shorts' }).waitFor()
  await page.getByText('about 55 s').waitFor()
  const position = page.getByRole('slider', { name: 'Position' })
  await expect.poll(() => position.inputValue().then(Number)).toBeGreaterThan(0)
})

test('nothing typed is lost, not even by kill -9, and not by a page that crashes', async () => {
  const home = tempHome()
  const first = await launchApp({ home })
  await writeScript(first.page, 'Typed before the end')
  await editor(first.page).part(1).press('End')
  await editor(first.page).part(1).pressSequentially(' of everything.')
  // It goes to the disk by itself while somebody types, at the pace of the disk.
  await expect.poll(() => draftsOnDisk(home)).toContain('Typed before the end of everything.')
  const killed = once(first.electron.process(), 'exit')
  first.electron.process().kill('SIGKILL')
  await killed

  const second = await launchApp({ home })
  await expect.poll(() => editor(second.page).part(1).inputValue()).toBe('Typed before the end of everything.')
  // Perhaps it was the preview that ended the app: it is not drawn before somebody asks for it.
  await second.page.getByRole('button', { name: 'Show the preview' }).click()
  await second.page.getByRole('button', { name: 'Hear it' }).and(second.page.locator(':enabled')).waitFor()
  // The first is on its way at once; the page goes before it would send the second.
  const loaded = second.page.waitForEvent('load')
  await editor(second.page)
    .part(1)
    .evaluate((part) => {
      for (const text of ['Typed', 'Typed again.']) {
        ;(part as HTMLTextAreaElement).select()
        document.execCommand('insertText', false, text)
      }
      location.reload()
    })
  await loaded
  await expect.poll(() => editor(second.page).part(1).inputValue()).toBe('Typed again.')
})

test('scripts are opened by dropping them: text, Markdown, subtitles, Word', async () => {
  const { page, home } = shared()
  const files = {
    'notes.txt': 'Plain words.',
    'article.md': '# A **bold** start\n\n---\n\nAnd an end.',
    'film.srt': '1\n00:00:01,000 --> 00:00:02,000\nHello there.\n\n2\n00:00:02,100 --> 00:00:03,000\nGoodbye.',
    'letter.docx': await wordFile(['Dear reader,', '— pause —', 'Yours.']),
  }
  const parts = {
    'notes.txt': ['Plain words.'],
    'article.md': ['# A **bold** start', 'And an end.'],
    'film.srt': ['Hello there. Goodbye.'],
    'letter.docx': ['Dear reader,', 'Yours.'],
  }
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(home, name), content)
    await dropFiles(page, [join(home, name)])
    const expected = parts[name as keyof typeof parts]
    await expect.poll(() => editor(page).part(1).inputValue(), { message: name }).toBe(expected[0])
    await expect.poll(() => editor(page).parts().count()).toBe(expected.length)
    await page.getByRole('heading', { level: 1, name: name.replace(/\.\w+$/, '') }).waitFor()
  }
  writeFileSync(join(home, 'film.mp4.txt'), pngHeader(1, 1))
  await dropFiles(page, [join(home, 'film.mp4.txt')])
  await editor(page).messages().getByText('is not a text file').waitFor()
})

test('cut, join, move and delete by keyboard, with undo and redo over all of it', async () => {
  const { page } = shared()
  await writeScript(page, 'One. Two.')
  const texts = () =>
    page
      .getByRole('textbox', { name: /^Text of part/ })
      .evaluateAll((all) => all.map((field) => (field as HTMLTextAreaElement).value))
  await editor(page)
    .part(1)
    .evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5))
  await page.keyboard.press('Alt+Enter')
  await expect.poll(texts).toEqual(['One.', 'Two.'])
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(texts).toEqual(['Two.', 'One.'])
  await page.keyboard.press('ControlOrMeta+j')
  await expect.poll(async () => (await texts()).length).toBe(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(texts).toEqual(['Two.', 'One.'])
  await page.keyboard.press('ControlOrMeta+Shift+Backspace')
  await expect.poll(async () => (await texts()).length).toBe(1)
  for (let step = 0; step < 3; step++) await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(texts).toEqual(['One. Two.'])
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(texts).toEqual(['One.', 'Two.'])
})

test('a background by drop, by address and by dialog, each then among the recent ones', async () => {
  const { electron, page, home, call } = shared()
  const paint = (red: number) =>
    sharp({ create: { width: 90, height: 160, channels: 3, background: { r: red, g: 20, b: 60 } } }).png()
  const background = async () => {
    const taken = await call('snapshot', {})
    if (!taken.ok) throw new Error(englishSentence(taken.error))
    const { choices } = taken.value.draft
    return { kind: choices.look.background.kind, recent: taken.value.pictures.map(({ name }) => name) }
  }
  await paint(250).toFile(join(home, 'red.png'))
  await dropFiles(page, [join(home, 'red.png')])
  await expect.poll(background).toEqual({ kind: 'picture', recent: ['red.png'] })

  await page.getByRole('button', { name: /^Background/ }).click()
  const shown = await paint(10).toBuffer()
  const origin = await webServer((_, response) => response.end(shown))
  await page.getByRole('textbox', { name: 'Address of a picture' }).fill(`${origin}/blue.png`)
  await page.getByRole('button', { name: 'Fetch' }).click()
  // A picture of the own network is what an attacker would ask for; nobody has allowed this host.
  await editor(page).messages().getByText('may not be used').waitFor()
  expect((await background()).recent).toEqual(['red.png'])

  await paint(99).toFile(join(home, 'green.png'))
  await electron.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    },
    join(home, 'green.png'),
  )
  await page.getByRole('button', { name: 'Choose a picture…' }).click()
  await expect.poll(async () => (await background()).recent).toEqual(['green.png', 'red.png'])
})

/** The scripts that a start after a sudden end finds. */
function draftsOnDisk(home: string): string[] {
  const folder = join(home, 'drafts')
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f-]{36}\.json$/.test(name)) // not one that is being written
    .map((name) => Draft.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).script)
}
