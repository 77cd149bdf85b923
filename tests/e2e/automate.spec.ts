import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { startSpeechServer } from '#tests/fakes/api/speechServer.ts'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { testWith } from '#tests/programs.ts'
import { editor } from './editor.ts'
import { type App, launchApp, shareApp, tempHome } from './launchApp.ts'
import { openKeyring } from './openKeyring.ts'
import { recordDesktop } from './recordDesktop.ts'

const test = testWith('chromium')
const testRender = testWith('chromium', 'ffmpeg')
const testKeyring = testWith('chromium', 'keyring')

const shared = shareApp()

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

/** Switches the local API on at a port of its own; the value is its address. */
async function switchOn({ page }: App): Promise<string> {
  await editor(page).go('Automation')
  const port = String(await freePort())
  await page.getByRole('textbox', { name: 'Port' }).fill(port)
  await page.getByRole('textbox', { name: 'Port' }).press('Enter')
  await page.getByRole('switch').press('Space')
  const url = `http://127.0.0.1:${port}`
  await page.getByText(url, { exact: true }).waitFor()
  return url
}

testRender('the local API is a switch; its requests and its jobs show up in the app', async () => {
  const app = shared()
  const url = await switchOn(app)
  const response = await fetch(`${url}/api/v1/generate-shorts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ script: 'Asked for by a program.' }),
  })
  expect(response.status).toBe(200)
  await app.page.getByText('/api/v1/generate-shorts', { exact: true }).waitFor()
  await editor(app.page).go('Library')
  await app.page.getByRole('row', { name: 'Asked for by a program.' }).waitFor()
  await editor(app.page).go('Automation')
  await app.page.getByRole('switch').press('Space')
  await expect
    .poll(() =>
      fetch(`${url}/api/v1/health`).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed')
})

testRender('what the command line renders stands in the same list, and its files in the library', async () => {
  const { page, home } = shared()
  await editor(page).go('Automation')
  const out = join(home, 'mine')
  const command = ['render', '-', '--kind', 'voiceover', '--format', 'mp3', '--out', out]
  const run = runCli(command, { env: { PAUSECUT_HOME: home }, input: 'Said by the terminal.' })
  await page.getByRole('cell', { name: 'Said by the terminal.' }).waitFor()
  expect(await run).toMatchObject({ code: 0 })
  await page.getByRole('row', { name: /^Said by the terminal.*Done/ }).waitFor()
  expect(readdirSync(out)).toHaveLength(1)
  await editor(page).go('Library')
  await page.getByRole('row', { name: 'Said by the terminal.' }).click()
  const length = () => page.locator('audio').evaluate(({ duration }: HTMLAudioElement) => duration)
  await expect.poll(length).toBeGreaterThan(1)
})

test('the examples can be copied, and carry no token', async () => {
  const app = shared()
  const desktopCalls = await recordDesktop(app.electron)
  await editor(app.page).go('Automation')
  const example = app.page.getByRole('region', { name: 'Try it' })
  await example.getByRole('button', { name: 'Copy' }).click()
  await app.page.getByText('Python', { exact: true }).click()
  await example.getByRole('button', { name: 'Copy' }).click()
  await expect.poll(async () => (await desktopCalls()).copied.length).toBe(2)
  const [curl, python] = (await desktopCalls()).copied
  expect(curl).toMatch(/^curl http:\/\/127\.0\.0\.1:\d+\/api\/v1\/generate-shorts/)
  expect(python).toContain('import requests')
})

testKeyring('a token is made, copied once, asked of callers, and replaced', async () => {
  const home = tempHome()
  const app = await launchApp({ home, env: await openKeyring(home) })
  const desktopCalls = await recordDesktop(app.electron)
  const url = await switchOn(app)
  const health = (token?: string) =>
    fetch(`${url}/api/v1/health`, { headers: token ? { authorization: `Bearer ${token}` } : {} }).then(
      ({ status }) => status,
      () => 0,
    )
  await app.page.getByRole('button', { name: 'Require a token' }).click()
  await app.page.getByText('Callers must send the token.').waitFor()
  const [first] = (await desktopCalls()).copied
  await expect.poll(() => health()).toBe(401)
  expect(await health(first)).toBe(200)
  await app.page.getByRole('button', { name: 'Replace' }).click()
  await expect.poll(async () => (await desktopCalls()).copied.length).toBe(2)
  const [, second] = (await desktopCalls()).copied
  await expect.poll(() => health(first)).toBe(401)
  expect(await health(second)).toBe(200)
  expect(await app.page.content()).not.toContain(second)
})

testKeyring('a key is one field, tested with one call, kept in the keychain and nowhere else', async () => {
  const home = tempHome()
  const server = await startSpeechServer({ key: 'sk-right-key' })
  onTestFinished(() => server.close())
  const { page, close } = await launchApp({ home, env: await openKeyring(home) })
  await editor(page).go('Settings')
  const address = page.getByRole('textbox', { name: 'Speech server' })
  await address.fill(server.url)
  await address.press('Enter')
  const field = page.getByRole('textbox', { name: 'OpenAI key' })
  await field.fill('sk-wrong-key')
  await page.getByRole('button', { name: 'Save and test' }).click()
  await page.getByText(/refused the key/).waitFor()

  await page.getByRole('button', { name: 'Replace…' }).click()
  await field.fill('sk-right-key')
  await page.getByRole('button', { name: 'Save and test' }).click()
  await page.getByText('The key works.').waitFor()
  expect(server.requests).toHaveLength(1)
  expect(await page.content()).not.toContain('sk-right-key')

  server.fail({
    status: 429,
    body: { message: 'You exceeded your quota.', type: 'insufficient_quota', code: 'insufficient_quota' },
  })
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByText(/no credit left/).waitFor()
  await server.close()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByText(/could not be reached/).waitFor()
  await close()

  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name))
  const own = files.filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
  expect(own.length).toBeGreaterThan(5)
  for (const file of own) expect(readFileSync(file).includes('sk-right-key'), file).toBe(false)
})

test('where there is no keychain it is said plainly, and no key is kept', async () => {
  const { page } = await launchApp({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } })
  await editor(page).go('Settings')
  await page.getByText(/keychain of this system is not available/).waitFor()
  await page.getByRole('textbox', { name: 'OpenAI key' }).fill('sk-nowhere')
  await page.getByRole('button', { name: 'Save and test' }).click()
  await editor(page)
    .messages()
    .getByText(/keychain/)
    .or(page.getByRole('status').getByText(/keychain/))
    .first()
    .waitFor()
})
