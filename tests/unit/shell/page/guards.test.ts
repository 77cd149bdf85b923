import { EventEmitter } from 'node:events'
import type { App, Session, WebContents, WindowOpenHandlerResponse } from 'electron'
import { expect, test, vi } from 'vitest'
import { guardPages } from '#shell/page/guards.ts'

class FakeSession extends EventEmitter {
  request: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void = () => {}
  check: () => boolean = () => true
  setPermissionRequestHandler(handler: FakeSession['request']) {
    this.request = handler
  }
  setPermissionCheckHandler(handler: FakeSession['check']) {
    this.check = handler
  }
}
class FakeContents extends EventEmitter {
  open: (details: { url: string }) => WindowOpenHandlerResponse = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: FakeContents['open']) {
    this.open = handler
  }
}

function guard() {
  const app = new EventEmitter()
  const session = new FakeSession()
  const opened: string[] = []
  const log: string[] = []
  const shell = {
    openExternal: async (url: string) => {
      opened.push(url)
      if (url.includes('nobody')) throw new Error('no program opens it')
    },
  }
  guardPages(app as App, session as unknown as Session, shell, (what) => log.push(what))
  const contents = new FakeContents()
  app.emit('web-contents-created', {}, contents as unknown as WebContents)
  const isRefused = (name: string, ...facts: unknown[]) => {
    const preventDefault = vi.fn()
    contents.emit(name, { ...(facts[0] as object), preventDefault }, ...facts.slice(1))
    return preventDefault.mock.calls.length > 0
  }
  return { session, contents, opened, isRefused, log }
}

test.each([
  ['app://bundle/index.html', false],
  ['app://bundle/', false],
  ['app://bundle.evil/', true],
  ['app://bundle@evil/', true],
  ['https://example.com/', true],
  ['file:///etc/passwd', true],
  ['javascript:alert(1)', true],
  ['data:text/html,x', true],
  ['nonsense', true],
])('going to %s is refused: %s', (url, refused) => {
  const { isRefused } = guard()
  expect(isRefused('will-navigate', {}, url)).toBe(refused)
  expect(isRefused('will-redirect', {}, url)).toBe(refused)
  expect(isRefused('will-frame-navigate', { url })).toBe(refused)
})

test('no window is ever opened; https alone goes to the browser outside', () => {
  const { contents, opened } = guard()
  const urls = [
    'https://example.com/a',
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:1',
    'app://bundle/',
    '',
  ]
  for (const url of urls) expect(contents.open({ url })).toEqual({ action: 'deny' })
  expect(opened).toEqual(['https://example.com/a'])
})

test('no embedded browser, no download, no permission', () => {
  const { session, isRefused } = guard()
  expect(isRefused('will-attach-webview', {})).toBe(true)
  const preventDefault = vi.fn()
  session.emit('will-download', { preventDefault })
  expect(preventDefault).toHaveBeenCalled()
  expect(session.check()).toBe(false)
  const answers: boolean[] = []
  for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal', 'fileSystem'])
    session.request({}, permission, (granted) => answers.push(granted))
  expect(new Set(answers)).toEqual(new Set([false]))
})

test('a link that no program opens is logged, and ends nothing', async () => {
  const { contents, log } = guard()
  expect(contents.open({ url: 'https://nobody.example/' })).toEqual({ action: 'deny' })
  await vi.waitFor(() => expect(log).toEqual(['link not opened']))
})
