import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { englishSentence } from '#shared/errors.ts'
import { testWith } from '#tests/programs.ts'
import { shareApp } from './launchApp.ts'

const test = testWith('chromium')

// None of these changes anything that another one looks at.
const shared = shareApp()

test('the page has the bridge and nothing else of the main process', async () => {
  const { page } = shared()
  const visible = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    frozen: Object.isFrozen(pausecut),
    getters: Object.keys(pausecut).filter((name) => /key|token/i.test(name)),
  }))
  expect(visible.node).toEqual([])
  expect(visible.frozen).toBe(true)
  // The secrets can be set, tried and removed. Nothing gets them.
  expect(visible.getters.sort()).toEqual(['copyToken', 'deleteKey', 'makeToken', 'removeToken', 'setKey', 'testKey'])
})

test('the window is sandboxed and isolated, without Node and without embedded browsers', async () => {
  const { electron } = shared()
  const window = await electron.browserWindow(electron.windows()[0]!)
  const preferences = await window.evaluate(({ webContents }) => webContents.getLastWebPreferences())
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
  })
})

test('the page comes from app://bundle under a policy that lets nothing in', async () => {
  const { page } = shared()
  const policy = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'))
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.injected = true'
    document.head.append(script)
    const outside = await fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    )
    document.body.setAttribute('onclick', 'globalThis.injected = true')
    document.body.click()
    return { injected: 'injected' in globalThis, outside }
  })
  expect(outcome).toEqual({ injected: false, outside: 'refused' })
})

test('app://bundle holds its own files and nothing beside them', async () => {
  const { page } = shared()
  const ask = (path: string) => page.evaluate(async (path) => (await fetch(path)).status, path)
  expect(await ask('/index.html')).toBe(200)
  const outside = ['/..%2f..%2fpackage.json', '/%2e%2e/main/main.js', '/..%5cmain%5cmain.js']
  const media = ['/media/..%2f..%2fsettings.json', '/pictures/..%2fsettings.json', `/previews/${'0'.repeat(32)}.png`]
  for (const path of [...outside, ...media, '/media/nothing.mp4']) expect(await ask(path), path).toBe(404)
})

test('no other address, no second window; an https link goes to the browser outside', async () => {
  const { electron, page } = shared()
  await electron.evaluate(({ shell }) => {
    const openedUrls: string[] = []
    Object.assign(globalThis, { openedUrls })
    shell.openExternal = async (url: string) => void openedUrls.push(url)
  })
  const before = page.url()
  expect(await page.evaluate(() => window.open('https://example.com/help'))).toBeNull()
  expect(await page.evaluate(() => window.open('file:///etc/passwd'))).toBeNull()
  expect(await page.evaluate(() => window.open('javascript:alert(1)'))).toBeNull()
  await page.evaluate(() => {
    location.href = 'https://evil.example/'
  })
  const openedUrls = () => electron.evaluate(() => (globalThis as unknown as { openedUrls: string[] }).openedUrls)
  await vi.waitFor(async () => expect(await openedUrls()).toEqual(['https://example.com/help']))
  expect(page.url()).toBe(before)
  await vi.waitFor(() => expect(electron.windows()).toHaveLength(1))
})

test('every permission is denied', async () => {
  const { page } = shared()
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    return Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    )
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('a call must fit the contract, and a File that the page made has no path', async () => {
  const { page, call } = shared()
  const refused = await call('changeSettings', { theme: 'pink' } as never)
  expect(refused).toMatchObject({ ok: false, error: { code: 'INPUT_REFUSED' } })
  const extra = await call('deleteJob', { id: 'x', force: true } as never)
  expect(extra).toMatchObject({ ok: false, error: { code: 'INPUT_REFUSED' } })
  const folder = await page.evaluate(() => pausecut.useExportFolder(new File([], '/etc')))
  expect(folder.ok).toBe(false)
})

test('the page can not have a file drawn that nobody chose', async () => {
  const { call } = shared()
  const snapshot = await call('snapshot', {})
  if (!snapshot.ok) throw new Error(englishSentence(snapshot.error))
  const { look } = snapshot.value.draft.choices
  const stolen = { ...look, background: { kind: 'picture' as const, file: '/etc/hostname.png' } }
  const stranger = { ok: false, error: { code: 'FILE_NOT_OURS' } }
  expect(await call('previewPicture', { look: stolen, kind: 'shorts' })).toMatchObject(stranger)
  expect(await call('saveLook', { name: 'Mine', look: stolen })).toMatchObject(stranger)
  const choices = { ...snapshot.value.draft.choices, look: stolen }
  expect(await call('make', { script: 'Hello.', choices })).toMatchObject(stranger)
})

test('a fault of the page is written to the log without harm', async () => {
  const { call, home } = shared()
  await call('reportFault', { message: 'it broke\n{"what":"forged"}', stack: 'at page' })
  await vi.waitFor(() => {
    const lines = readFileSync(join(home, 'pausecut.log'), 'utf8').trim().split('\n')
    const events = lines.map((line) => JSON.parse(line).what)
    expect(events).toContain('page broke')
    expect(events).not.toContain('forged')
  })
})
