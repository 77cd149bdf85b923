import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect } from 'vitest'
import { testWith } from '#tests/programs.ts'
import { editor, writeScript } from './editor.ts'
import { type App, launchApp, project, shareApp, tempHome } from './launchApp.ts'

const test = testWith('chromium')
const shared = shareApp()

/** The only window, in the main process. */
const inWindow = async <T>({ electron }: App, ask: (window: Electron.BrowserWindow) => T): Promise<T> =>
  (await electron.browserWindow(electron.windows()[0]!)).evaluate(ask)

test('size, place, theme and language are there again at the next start', async () => {
  const home = tempHome()
  const first = await launchApp({ home })
  await inWindow(first, (window) => window.setBounds({ x: 40, y: 30, width: 1100, height: 700 }))
  await editor(first.page).go('Settings')
  await first.page.getByText('Dark', { exact: true }).click()
  await first.page.getByText('Deutsch', { exact: true }).click()
  await first.page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  await first.close()

  const second = await launchApp({ home })
  const bounds = await inWindow(second, (window) => window.getNormalBounds())
  expect(bounds).toEqual({ x: 40, y: 30, width: 1100, height: 700 })
  await second.page.getByRole('button', { name: 'Bibliothek' }).waitFor()
  expect(await second.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
  expect(await second.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  const menu = await second.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
  expect(menu).toEqual(expect.arrayContaining(['Datei', 'Bearbeiten', 'Skript', 'Ansicht']))
})

test('a system that speaks German is answered in German', async () => {
  const { page } = await launchApp({ env: { LANG: 'de_DE.UTF-8' } })
  await page.getByRole('button', { name: '4 Shorts erstellen' }).waitFor()
})

test('menu items and shortcuts do the same', async () => {
  const { electron, page } = shared()
  const choose = (id: string) =>
    electron.evaluate(({ Menu }, item) => void Menu.getApplicationMenu()!.getMenuItemById(item)!.click(), id)
  await choose('library')
  await page.getByRole('heading', { name: 'Library' }).waitFor()
  await page.keyboard.press('ControlOrMeta+3')
  await page.getByRole('heading', { name: 'Automation' }).waitFor()
  await choose('shortcuts')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await page.keyboard.press('Escape')
  await choose('editor')
})

test('the window’s title names the script', async () => {
  const app = shared()
  await writeScript(app.page, 'A title of its own. And more.')
  await expect.poll(() => inWindow(app, (window) => window.getTitle())).toMatch(/^A title of its own.* – Pausecut$/)
})

test('a page that crashes is loaded again with everything that was there', async () => {
  const app = shared()
  await writeScript(app.page, 'Before the crash.')
  await expect.poll(async () => JSON.stringify(await app.call('snapshot', {}))).toContain('Before the crash.')
  const ask = `document.querySelector('textarea')?.value ?? ''`
  const shown = () =>
    app.electron.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(code),
      ask,
    )
  expect(await shown()).toBe('Before the crash.')
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(() => shown().catch(() => '')).toBe('Before the crash.')
})

test('a file to open comes with the start, or with a second start that hands it to the first and ends', async () => {
  const home = tempHome()
  writeFileSync(join(home, 'first.txt'), 'The first file.')
  writeFileSync(join(home, 'second.md'), '# The second file')
  const app = await launchApp({ home, args: [join(home, 'first.txt')] })
  await expect.poll(() => editor(app.page).part(1).inputValue()).toBe('The first file.')
  await inWindow(app, (window) => window.minimize())
  const electron = createRequire(import.meta.url)('electron') as string
  const second = spawnSync(electron, [project, join(home, 'second.md')], {
    env: { ...process.env, PAUSECUT_HOME: home },
    timeout: 60_000,
  })
  expect(second.status).toBe(0)
  await expect.poll(() => editor(app.page).part(1).inputValue()).toBe('# The second file')
  expect(await inWindow(app, (window) => window.isMinimized())).toBe(false)
  expect(app.electron.windows()).toHaveLength(1)
})

test('a file that can not be opened is said, and the editor stays as it was', async () => {
  const home = tempHome()
  const app = await launchApp({ home, args: [join(home, 'none.txt')] })
  await editor(app.page).messages().getByText('none.txt').waitFor()
  expect(await editor(app.page).parts().count()).toBe(4)
})

const testRender = testWith('chromium', 'ffmpeg')
const long = Array.from({ length: 60 }, (_, part) => `Part ${part} is long enough to take a while.`).join(
  '\n\n— pause —\n\n',
)

/** Answers the next questions of the main process by the numbers of their buttons, and records them. */
const answerQuestions = ({ electron }: App, ...answers: number[]) =>
  electron.evaluate(({ dialog }, numbers) => {
    const questions: string[] = []
    Object.assign(globalThis, { questions })
    dialog.showMessageBox = async (...input: unknown[]) => {
      questions.push((input.at(-1) as { message: string }).message)
      return { response: numbers.shift() ?? 2, checkboxChecked: false }
    }
  }, answers)
const closeWindow = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())

testRender('closing while something is made asks: cancel stays, quit keeps the rest for the next start', async () => {
  const home = tempHome()
  const app = await launchApp({ home })
  await answerQuestions(app, 2, 1)
  await writeScript(app.page, long)
  await editor(app.page).make().click()
  await app.page.getByRole('button', { name: 'Cancel' }).waitFor()
  await closeWindow(app)
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as unknown as { questions: string[] }).questions))
    .toEqual(['A job is still being made.'])
  expect(await inWindow(app, (window) => window.isVisible())).toBe(true)
  const gone = app.electron.waitForEvent('close')
  await closeWindow(app)
  await gone

  const later = await launchApp({ home })
  await later.page.getByRole('button', { name: 'Cancel' }).waitFor()
  const jobs = await later.call('listJobs', {})
  expect(jobs).toMatchObject({ ok: true, value: { jobs: [{ state: 'running' }] } })
  await later.page.getByRole('button', { name: 'Cancel' }).click()
  await editor(later.page).make().waitFor()
})

testRender('finishing in the background hides the window, and the app ends when the last file is there', async () => {
  const home = tempHome()
  const app = await launchApp({ home })
  await answerQuestions(app, 0)
  await writeScript(app.page, 'One short thing.\n\n— pause —\n\nAnd another one.')
  await editor(app.page).make().click()
  await app.page.getByRole('button', { name: 'Cancel' }).waitFor()
  const gone = app.electron.waitForEvent('close', { timeout: 100_000 })
  await closeWindow(app)
  await expect.poll(() => inWindow(app, (window) => window.isVisible()).catch(() => false)).toBe(false)
  await gone

  const later = await launchApp({ home })
  const jobs = await later.call('listJobs', {})
  expect(jobs).toMatchObject({ ok: true, value: { jobs: [{ state: 'completed', done: 2 }] } })
})
