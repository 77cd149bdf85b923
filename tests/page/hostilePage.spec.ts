import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, expect, onTestFinished } from 'vitest'
import { openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { ended } from '#tests/fakes/service/openTestJobService.ts'
import { testWith } from '#tests/programs.ts'
import { executablePath } from './executablePath.ts'

// What a page that somebody else wrote can do to the local API, tried in a real browser: nothing.

const test = testWith('chromium')

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

async function openHostile(address: string): Promise<Page> {
  // As after DNS rebinding: the browser takes that name for this machine. What newer browsers do against it by
  // themselves is left out: others do not.
  const rebound = ['--host-resolver-rules=MAP evil.example 127.0.0.1', '--disable-features=LocalNetworkAccessChecks']
  const args = ['--no-sandbox', ...rebound]
  browser ??= chromium.launch({ executablePath, args })
  const context = await (await browser).newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  // What the attacker's own server answered before the name was rebound.
  await page.route('http://evil.example:*/start', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }))
  await page.goto(address)
  return page
}

/** The API with one finished job, and the origin of somebody else's page. */
async function victimAndPage() {
  const api = await openTestApi()
  const { json } = await api.ask('/api/v1/voiceover/generate', { body: { script: 'A secret.' } })
  await ended(api.service, String(json.session_id))
  const origin = await webServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Nice cats</title>'),
  )
  const { result } = (await api.ask(String(json.status_url))).json
  return { api, origin, fileUrl: (result as { file_url: string }).file_url }
}

test('a page of another origin starts nothing, by no kind of request', async () => {
  const { api, origin } = await victimAndPage()
  const page = await openHostile(origin)
  const answers = await page.evaluate(async (server) => {
    const body = JSON.stringify({ script: 'Spend their money.' })
    const post = (options: RequestInit) =>
      fetch(`${server}/api/v1/generate-shorts`, { method: 'POST', body, ...options }).then(
        ({ type, status }) => `${type} ${status}`,
        () => 'blocked',
      )
    const form = (type: string) =>
      new Promise<string>((resolve) => {
        const frame = Object.assign(document.createElement('iframe'), { name: `frame-${type}` })
        const sent = Object.assign(document.createElement('form'), {
          method: 'post',
          action: `${server}/api/v1/generate-shorts`,
          enctype: type,
          target: frame.name,
        })
        sent.append(Object.assign(document.createElement('input'), { name: '{"script":"', value: 'x"}' }))
        frame.onload = () => resolve('sent')
        document.body.append(frame, sent)
        sent.submit()
      })
    return [
      await post({ headers: { 'content-type': 'application/json' } }),
      await post({ headers: { 'content-type': 'text/plain' } }),
      await post({ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }),
      String(navigator.sendBeacon(`${server}/api/v1/generate-shorts`, body)),
      await form('text/plain'),
      await form('application/x-www-form-urlencoded'),
    ]
  }, api.origin)
  // A page hears of a beacon and of forms that they were sent, and no more.
  expect(answers.slice(0, 3)).toEqual(['blocked', 'blocked', 'blocked'])
  expect(api.store.jobs.list({ limit: 9 }).jobs).toHaveLength(1)
})

test('a page of another origin reads nothing: no answer, no file, no event, no frame', async () => {
  const { api, origin, fileUrl } = await victimAndPage()
  const page = await openHostile(origin)
  const [job] = api.store.jobs.list({ limit: 1 }).jobs
  const addresses = { server: api.origin, fileUrl, events: `${api.origin}/api/v1/jobs/${job?.id}/events` }
  const answers = await page.evaluate(async ({ server, fileUrl, events }) => {
    const read = (url: string) =>
      fetch(url).then(
        () => 'read',
        () => 'blocked',
      )
    const load = (name: 'img' | 'script' | 'video', src: string) =>
      new Promise<string>((resolve) => {
        const element = document.createElement(name)
        element.onerror = () => resolve('blocked')
        element.onload = () => resolve('loaded')
        if (element instanceof HTMLVideoElement) element.onloadedmetadata = () => resolve('loaded')
        element.src = src
        document.body.append(element)
      })
    const listen = new Promise<string>((resolve) => {
      const source = new EventSource(events)
      source.onmessage = () => resolve('heard')
      source.onerror = () => {
        source.close()
        resolve('blocked')
      }
    })
    const socket = new Promise<string>((resolve) => {
      const connection = new WebSocket(events.replace('http', 'ws'))
      connection.onopen = () => resolve('opened')
      connection.onerror = () => resolve('blocked')
    })
    return Promise.all([
      read(`${server}/api/v1/jobs`),
      read(`${server}/api/v1/openapi.json`),
      read(fileUrl),
      load('script', `${server}/api/v1/jobs`),
      load('img', fileUrl),
      load('video', fileUrl),
      listen,
      socket,
    ])
  }, addresses)
  expect(new Set(answers)).toEqual(new Set(['blocked']))

  await page.setContent(`<iframe src="${api.origin}/"></iframe>`)
  await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/)
})

test('a name that was rebound to this machine is not answered to', async () => {
  const { api } = await victimAndPage()
  const { port } = new URL(api.origin)
  const page = await openHostile(`http://evil.example:${port}/start`)
  const read = await page.evaluate(() => fetch('/api/v1/jobs').then((response) => response.status))
  expect(read).toBe(421)
  const post = await page.evaluate(() =>
    fetch('/api/v1/generate-shorts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"script":"x"}',
    }).then((response) => response.status),
  )
  expect(post).toBe(421)
  expect(api.store.jobs.list({ limit: 9 }).jobs).toHaveLength(1)
})
