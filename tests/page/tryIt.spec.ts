import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, expect, onTestFinished } from 'vitest'
import { allRoutes } from '#api/allRoutes.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { openTestApi, type TestApi } from '#tests/fakes/api/openTestApi.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { testWith } from '#tests/programs.ts'
import { executablePath } from './executablePath.ts'

// The API's own page, served by the real server, in a real browser.

const test = testWith('chromium')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

/** The page of a server. A test in which it throws, breaks its policy or writes an error to its console fails. */
async function openTryIt(
  api: Pick<TestApi, 'origin'>,
  path = '/api/v1/',
  options: BrowserContextOptions = {},
): Promise<Page> {
  browser ??= chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const context = await (await browser).newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    // The browser itself notes every answer from 400 on.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) faults.push(line.text())
  })
  onTestFinished(async () => {
    await context.close()
    expect(faults).toEqual([])
  })
  await page.goto(api.origin + path)
  return page
}

/** The card of a call, opened. */
async function call(page: Page, name: string) {
  const card = page.locator(`#${name}`)
  await card.waitFor()
  if ((await card.getAttribute('open')) === null) await card.locator('.head').click()
  return {
    card,
    send: () => card.getByRole('button', { name: 'Send' }).click(),
    answer: card.getByRole('region', { name: /^Answer of/ }),
  }
}

test('every call of the API is there, by what it is for', async () => {
  const page = await openTryIt(await openTestApi())
  await page.getByRole('heading', { name: 'Make' }).waitFor()
  const names = await page.locator('.card').evaluateAll((cards) => cards.map(({ id }) => id))
  expect(names.toSorted()).toEqual(allRoutes.map(({ name }) => name).toSorted())
  await expect
    .poll(() => page.locator('#service').textContent())
    .toBe('Ready · 0.0.0 · engine builtin · 0 running, 0 waiting')
})

test('a job is started, watched to its end, and its files are a click away', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const page = await openTryIt(api)
  const shorts = await call(page, 'generateShorts')
  await shorts.send()
  await shorts.answer.getByText('Making 1').waitFor()
  expect(Number(await shorts.answer.getByRole('progressbar').getAttribute('value'))).toBe(45)
  api.runner.held = false
  await shorts.answer.getByText('"Successfully generated 2 YouTube Shorts videos!"').waitFor()

  const [job] = api.store.jobs.list({ limit: 1 }).jobs
  const cancel = await call(page, 'cancelJob')
  expect(await cancel.card.getByRole('textbox', { name: /^session_id/ }).inputValue()).toBe(job?.id)
  await cancel.send()
  await cancel.answer.getByText('This job has already ended (completed).').waitFor()
  await cancel.answer.getByText(/^409 Conflict/).waitFor()

  await shorts.answer.getByRole('button', { name: '/download-voiceover/api_Part_2.mp4' }).click()
  const file = await call(page, 'downloadFile')
  const save = file.answer.getByRole('link', { name: 'Save api_Part_2.mp4' })
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(download.suggestedFilename()).toBe('api_Part_2.mp4')
})

test('events are shown as they come, until they are stopped', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const { json } = await api.ask('/api/v1/generate-shorts', { body: { script: 'One. — pause — Two.' } })
  const page = await openTryIt(api)
  const { card, send, answer } = await call(page, 'jobEvents')
  await card.getByRole('textbox', { name: /^session_id/ }).fill(String(json.session_id))
  await send()
  await answer.getByText('event: started').waitFor()
  await card.getByRole('button', { name: 'Stop' }).click()
  await answer.getByText('Stopped').waitFor()
})

test('a refusal is shown as it is, and a choice is offered where the values are known', async () => {
  const api = await openTestApi()
  api.runner.broken.set(1, appError('SPEECH_REFUSED', { reason: words('no') }))
  const page = await openTryIt(api, '/#generateVoiceover')
  const { card, send, answer } = await call(page, 'generateVoiceover')
  await card.getByLabel('Body', { exact: true }).fill('{"script": "Hello", "speed": "fast"}')
  await send()
  await answer.getByText("The field 'speed' must be a number, not text").waitFor()
  await card.getByLabel('Body', { exact: true }).fill('{"script": "Hello <img src=x onerror=alert(1)>"}')
  await send()
  await answer.getByText('"Generation failed: The speech service refused the request: no"').waitFor()
  const list = await call(page, 'listJobs')
  await list.card.getByRole('combobox', { name: /^state/ }).selectOption('failed')
  await list.send()
  await list.answer.getByText('"opening": "Hello').waitFor()
})

test('a token is asked for, kept in the page only, and left out of what is copied', async () => {
  const api = await openTestApi({}, { token: 'secret-of-this-server' })
  const page = await openTryIt(api, '/', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.getByText('This server asks for its token.').waitFor()
  await page.getByLabel('Token').fill('wrong')
  await page.keyboard.press('Enter')
  await page.getByText('This is not the token of this server.').waitFor()
  await page.getByLabel('Token').fill('secret-of-this-server')
  await page.keyboard.press('Enter')
  const { card, send, answer } = await call(page, 'voices')
  await send()
  await answer.getByText('"nova"', { exact: true }).first().waitFor()
  await card.getByRole('button', { name: 'Copy as curl' }).click()
  await card.getByText('Copied').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(`curl -X GET '${api.origin}/api/v1/voices' \\\n  -H "Authorization: Bearer $TOKEN"`)
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]))).not.toContain(
    'secret',
  )
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the %s theme, with a call open and answered',
  async (theme) => {
    const page = await openTryIt(await openTestApi(), '/', { colorScheme: theme, bypassCSP: true })
    const { card, send, answer } = await call(page, 'generateShorts')
    await card.getByText('Fields').click()
    await send()
    await answer.getByText('"completed"').waitFor()
    const refused = await call(page, 'job')
    await refused.card.getByRole('textbox', { name: /^session_id/ }).fill('none')
    await refused.send()
    await refused.answer.getByText('Session not found').waitFor()
    await page.addScriptTag({ path: axe })
    const result = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    expect(
      result.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ).toEqual([])
  },
)

test('it fits a phone', async () => {
  const page = await openTryIt(await openTestApi(), '/', { viewport: { width: 360, height: 640 } })
  const { send, answer } = await call(page, 'generateShorts')
  await send()
  await answer.getByText('"completed"').waitFor()
  const [width, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(width).toBeLessThanOrEqual(window ?? 0)
})
