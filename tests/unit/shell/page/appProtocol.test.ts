import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAppProtocol } from '#shell/page/appProtocol.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

function open() {
  const home = scratch()
  const bundle = join(home, 'page')
  mkdirSync(join(bundle, 'assets'), { recursive: true })
  writeFileSync(join(bundle, 'index.html'), '<p>Hello</p>')
  writeFileSync(join(bundle, 'assets', 'a b.js'), 'let a')
  writeFileSync(join(home, 'secret.txt'), 'secret')
  symlinkSync(join(home, 'secret.txt'), join(bundle, 'link.txt'))
  writeFileSync(join(home, 'film.mp4'), '0123456789')
  const protocol = createAppProtocol(bundle, async (path) =>
    path === '/media/film.mp4' ? join(home, 'film.mp4') : undefined,
  )
  const ask = (url: string, init: RequestInit = {}) => {
    // A Request takes no address of a scheme that Node does not know.
    const request = new Request('https://bundle/', init)
    return protocol(Object.defineProperty(request, 'url', { value: url }))
  }
  return { ask }
}

test('the page and its parts, each with the policy and no guessing of types', async () => {
  const { ask } = open()
  const page = await ask('app://bundle/')
  expect(page.status).toBe(200)
  expect(await page.text()).toBe('<p>Hello</p>')
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  const script = await ask('app://bundle/assets/a%20b.js')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('content-security-policy')).toBeTruthy()
})

test.each([
  'app://bundle/..%2fsecret.txt',
  'app://bundle/%2e%2e/secret.txt',
  'app://bundle/assets/..%2f..%2fsecret.txt',
  'app://bundle/link.txt',
  'app://bundle/none.html',
  'app://bundle/%',
  'app://bundle/%00',
  'app://bundle/assets',
  'app://elsewhere/index.html',
  'app://bundle.evil/index.html',
  'app://bundle:80/index.html',
  'https://bundle/index.html',
  'app://bundle/media/other.mp4',
])('%s is not there', async (url) => {
  const answer = await open().ask(url)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('')
})

test('only GET and HEAD', async () => {
  const { ask } = open()
  expect((await ask('app://bundle/', { method: 'POST' })).status).toBe(405)
  const head = await ask('app://bundle/', { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '12', ''])
})

test('a player gets the part of a film that it asks for', async () => {
  const { ask } = open()
  const film = (range?: string) => ask('app://bundle/media/film.mp4', range ? { headers: { range } } : {})
  const whole = await film()
  expect([whole.status, await whole.text(), whole.headers.get('accept-ranges')]).toEqual([200, '0123456789', 'bytes'])
  expect(whole.headers.get('content-type')).toBe('video/mp4')
  const part = await film('bytes=2-4')
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10'])
  expect(part.headers.get('content-length')).toBe('3')
  const end = await film('bytes=-3')
  expect([end.status, await end.text()]).toEqual([206, '789'])
  const beyond = await film('bytes=10-')
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10'])
})
