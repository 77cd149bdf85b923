import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startApi } from '#api/server/startApi.ts'
import { jobRoot } from '#app/jobs/jobFolders.ts'
import { jobMessage } from '#app/jobs/jobMessage.ts'
import type { Outbound } from '#app/net/outbound.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { StoreFailure } from '#shared/storeFailure.ts'
import { openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { pngHeader } from '#tests/fakes/media/pictures.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, openTestJobService } from '#tests/fakes/service/openTestJobService.ts'
import { openTestStore } from '#tests/fakes/service/openTestStore.ts'

// The security bar of the local API, line by line. Addresses and pictures in all their forms: tests/unit/app/net.

const script = 'One is first here.'
const create = '/api/v1/generate-shorts'

/** Sends bytes as they are and gives what comes back until the server ends the connection. */
async function raw(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  return text(socket)
}

test('it listens on the loopback only', async () => {
  const { origin } = await openTestApi()
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const own = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses)
  for (const { address, family, internal } of own) {
    if (internal || family !== 'IPv4') continue
    await expect(raw(`http://${address}:${new URL(origin).port}`, 'GET / HTTP/1.0\r\n\r\n')).rejects.toThrow(/REFUSED/)
  }
})

test('an address that others can reach needs a token', async () => {
  const { service } = openTestJobService()
  const parts = { service, log: () => {}, findLook: async () => undefined, version: '0', port: 0 }
  for (const host of ['0.0.0.0', '::', '192.168.1.5'])
    expect(await startApi({ ...parts, host })).toMatchObject({ ok: false, error: { code: 'TOKEN_REQUIRED' } })
  const behindProxy = await startApi({ ...parts, host: '127.0.0.1', publicUrl: 'https://shorts.example' })
  expect(behindProxy).toMatchObject({ ok: false, error: { code: 'TOKEN_REQUIRED' } })
  const withToken = await startApi({ ...parts, host: '0.0.0.0', token: 'secret' })
  expect(withToken.ok).toBe(true)
  if (withToken.ok) await withToken.value.close()
})

test('the public address is answered to, is an origin, and stands in what is told to its callers', async () => {
  const publicUrl = 'https://shorts.example'
  const { ask, service } = await openTestApi({}, { publicUrl, token: 'secret' })
  const headers = { host: 'shorts.example', authorization: 'Bearer secret' }
  const { status, json } = await ask('/api/v1/voiceover/generate', {
    body: { script },
    headers: { ...headers, origin: publicUrl },
  })
  expect(status).toBe(202)
  await ended(service, String(json.session_id))
  const fileUrl = async (host: string) => {
    const status = (await ask(String(json.status_url), { headers: { ...headers, host } })).json
    return (status.result as { file_url: string }).file_url
  }
  expect(await fileUrl('Shorts.example')).toMatch(/^https:\/\/shorts\.example\/download-voiceover\//)
  for (const [host, origin] of [
    ['shorts.example:4711', publicUrl],
    ['other.example', publicUrl],
  ] as const)
    expect((await ask('/api/v1/health', { headers: { ...headers, host, origin } })).status).toBe(421)
  for (const origin of ['http://shorts.example', 'https://shorts.example:8443', 'https://a.shorts.example'])
    expect((await ask('/api/v1/health', { headers: { ...headers, origin } })).status).toBe(403)
})

test('only exact Host headers are answered, before anything else is looked at', async () => {
  const { origin, ask } = await openTestApi()
  const { port } = new URL(origin)
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LocalHost:${port}`, `[::1]:${port}`])
    expect([host, (await ask('/api/v1/health', { headers: { host } })).status]).toEqual([host, 200])
  const strangers = [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    'localhost',
    '127.0.0.1:1',
    `127.0.0.1.evil.example:${port}`,
    `localhost.:${port}`,
    `0.0.0.0:${port}`,
    `user@localhost:${port}`,
    `127.1:${port}`,
    ' ',
  ]
  for (const host of strangers)
    for (const path of ['/api/v1/health', '/', '/nowhere', '/%']) {
      const { status, json } = await ask(path, { headers: { host } })
      expect([host, path, status]).toEqual([host, path, 421])
      expect(json).toMatchObject({ success: false, error: expect.stringContaining('This server answers to') })
    }
  const posted = await ask(create, { body: { script }, headers: { host: `evil.example:${port}` } })
  expect(posted.status).toBe(421)
  expect(await raw(origin, 'GET /api/v1/health HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
})

test('pages of other origins are refused, and no CORS header is ever sent', async () => {
  const { origin, ask } = await openTestApi()
  const { port } = new URL(origin)
  for (const own of [origin, `http://localhost:${port}`])
    expect((await ask(create, { body: { script }, headers: { origin: own } })).status).toBe(200)
  const foreign = [
    'https://evil.example',
    'null',
    '',
    `https://127.0.0.1:${port}`,
    'http://127.0.0.1:1',
    `${origin}.evil.example`,
  ]
  for (const page of foreign)
    for (const method of ['GET', 'POST', 'OPTIONS', 'DELETE']) {
      const headers = { origin: page, 'access-control-request-method': 'POST' }
      const answered = await ask('/api/v1/jobs', { method, headers })
      expect([page, method, answered.status]).toEqual([page, method, 403])
      expect(Object.keys(answered.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  const preflight = await ask(create, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  })
  expect(preflight.status).toBe(405)
  expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('with a token nothing but the page is open', async () => {
  const token = 'correct-horse-battery-staple'
  const { ask, log } = await openTestApi({}, { token })
  const wrong = ['', 'Bearer', 'Bearer wrong', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`, token]
  const paths = [
    '/api/v1/health',
    '/api/v1/openapi.json',
    '/download-voiceover/x',
    '/nowhere',
    `/api/v1/jobs?token=${token}`,
  ]
  for (const path of paths)
    for (const authorization of [undefined, ...wrong]) {
      const { status, headers, json } = await ask(
        path,
        authorization === undefined ? {} : { headers: { authorization } },
      )
      expect([path, authorization, status]).toEqual([path, authorization, 401])
      expect(headers['www-authenticate']).toBe('Bearer')
      expect(JSON.stringify(json)).not.toContain(token)
    }
  for (const authorization of [`Bearer ${token}`, `bearer  ${token} `])
    expect((await ask('/api/v1/health', { headers: { authorization } })).status).toBe(200)
  for (const page of ['/', '/api/v1/', '/try-it/tryIt.js', '/try-it/tryIt.css']) {
    const { status, text } = await ask(page)
    expect([page, status]).toEqual([page, 200])
    expect(text).not.toContain(token)
  }
  expect(log.join()).not.toContain(token)
})

test('bodies are JSON, and nothing else', async () => {
  const { ask } = await openTestApi()
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'nonsense',
  ]
  for (const type of types) {
    const { status, json } = await ask(create, { body: { script }, headers: { 'content-type': type } })
    expect([type, status, json]).toEqual([
      type,
      415,
      { success: false, error: 'Send the body as JSON, with Content-Type: application/json.' },
    ])
  }
  for (const body of [
    '',
    '{',
    'null',
    '[]',
    '"script"',
    '{"script":"a",}',
    `{"__proto__":{"x":1},"script":"a"}`,
    '\u0000',
  ]) {
    const { status, json } = await ask(create, { body, method: 'POST' })
    expect([body, status, json.success]).toEqual([body, 400, false])
  }
  const latin1 = Buffer.from('{"script":"Caf\u00e9"}', 'latin1')
  const { status, json } = await ask(create, { body: latin1, method: 'POST' })
  expect([status, json.error]).toEqual([400, 'The body is not UTF-8; save or send the text in that encoding.'])
  expect((await ask(create, { body: '\ufeff{"script":"Hello"}', method: 'POST' })).status).toBe(200)
})

test('bodies have at most 1 MiB, announced or not', async () => {
  const { ask, origin } = await openTestApi()
  const large = JSON.stringify({ script: 'a'.repeat(1024 * 1024) })
  expect((await ask(create, { body: large })).status).toBe(413)
  const chunk = `100000\r\n${'a'.repeat(0x100000)}\r\n`
  const head = `POST ${create} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`
  expect(await raw(origin, head + chunk + chunk)).toMatch(/^HTTP\/1\.1 413 /)
})

test('headers are bounded', async () => {
  const { origin } = await openTestApi()
  const head = `GET /api/v1/health HTTP/1.1\r\nHost: ${new URL(origin).host}\r\n`
  const answered = await raw(origin, `${head}X: ${'a'.repeat(20_000)}\r\n\r\n`)
  expect(answered).toMatch(/^HTTP\/1\.1 431 /)
  expect(answered).toContain('"success":false')
  expect(answered).toContain('\r\nx-content-type-options: nosniff\r\n')
  expect(await raw(origin, 'what is this\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
})

test('a request that does not come is not waited for', async () => {
  const limits = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 }
  const { origin } = await openTestApi({}, { limits })
  const head = `POST ${create} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\n`
  const body = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"script":`
  for (const slow of ['POST /api', head, body]) expect(await raw(origin, slow)).toMatch(/^HTTP\/1\.1 408 /)
})

/** Connections that send these bytes and then neither read on nor close, as long as the test lasts. */
async function hostile(origin: string, count: number, bytes: string) {
  const { hostname, port } = new URL(origin)
  const sockets = Array.from({ length: count }, () =>
    connect({ port: Number(port), host: hostname, allowHalfOpen: true }),
  )
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  for (const socket of sockets) {
    socket.on('error', () => {})
    socket.write(bytes)
  }
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  return sockets
}

test('a caller that keeps its end open after 408 loses its place all the same', async () => {
  const limits = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 }
  const { origin } = await openTestApi({}, { limits })
  const [socket] = await hostile(origin, 1, 'GET /api')
  expect(await text(socket!)).toMatch(/^HTTP\/1\.1 408 /)
  // The answer has ended the server's half only; what is sent now is refused once the other half is gone too.
  const refused = once(socket!, 'error')
  const knocking = setInterval(() => socket!.write('x'), 10)
  onTestFinished(() => clearInterval(knocking))
  expect((await refused)[0]).toMatchObject({ code: expect.stringMatching(/^E(PIPE|CONNRESET)$/) })
})

test.each([
  ['half requests', (host: string) => `GET /api/v1/health HTTP/1.1\r\nHost: ${host}\r\n`],
  [
    'half bodies',
    (host: string) =>
      `POST ${create} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
  ],
  ['idle connections', (host: string) => `GET /api/v1/health HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
  ['silent connections', () => ''],
])('%s in every place keep nobody else out', async (_, bytes) => {
  const { origin, ask } = await openTestApi({}, { limits: { mostConnections: 8 } })
  const sockets = await hostile(origin, 24, bytes(new URL(origin).host))
  for (let call = 0; call < 12; call++) expect((await ask('/api/v1/health')).status).toBe(200)
  const closed = await Promise.all(sockets.slice(0, 16).map((socket) => text(socket).catch(() => 'reset')))
  expect(closed).toHaveLength(16)
})

test('event streams and downloads have a share of the places, and give it back', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) }, { limits: { mostConnections: 8, mostHeld: 2 } })
  const { json } = await api.ask(create, { body: { script } })
  const path = `/api/v1/jobs/${json.session_id}/events`
  const follow = `GET ${path} HTTP/1.1\r\nHost: ${new URL(api.origin).host}\r\n\r\n`
  const streams = await hostile(api.origin, 2, follow)
  await Promise.all(streams.map((socket) => once(socket, 'data')))
  const refused = await api.ask(path)
  expect([refused.status, refused.json.error]).toEqual([503, expect.stringContaining('close those')])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await api.ask('/api/v1/health')).status).toBe(200)
  streams[0]!.destroy()
  const taken = async () => {
    const [socket] = await hostile(api.origin, 1, follow)
    const [head] = await once(socket!, 'data')
    socket!.destroy()
    return String(head).slice(0, 15)
  }
  await expect.poll(taken).toBe('HTTP/1.1 200 OK')
})

test('every answer forbids sniffing, framing and embedding', async () => {
  const { ask } = await openTestApi()
  for (const path of ['/', '/try-it/tryIt.js', '/api/v1/health', '/nowhere', '/download-voiceover/x', '/%']) {
    const { headers } = await ask(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('the try-it page takes nothing from elsewhere', async () => {
  const { ask } = await openTestApi()
  const { headers, text } = await ask('/')
  expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/)
  const folder = fileURLToPath(new URL('../../src-main/api/page/tryIt', import.meta.url))
  const files = readdirSync(folder).filter((name) => /\.(css|js)$/.test(name))
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    const served = await ask(`/try-it/${file}`)
    expect([file, served.status]).toEqual([file, 200])
    expect(served.text).not.toMatch(/https?:\/\/|innerHTML|eval\(/)
  }
  expect(text).not.toMatch(/https?:\/\//)
  expect(text).not.toMatch(/<script(?![^>]*src=)|style=|onclick/)
})

const elsewhere: Outbound = { allowHosts: [], lookup: async () => [{ address: '10.1.2.3', family: 4 }] }

test.each([
  ['by literal', 'http://169.254.169.254/latest/meta-data'],
  ['by an odd literal', 'http://0x7f.1:4711/'],
  ['by an IPv6 form', 'http://[::ffff:10.0.0.1]/'],
  ['by name', 'https://intranet.example/'],
  ['by scheme', 'file:///etc/passwd'],
  ['with credentials', 'https://user:pass@example.com/'],
])('a private address is refused at the call: %s', async (_, address) => {
  const { ask, store } = await openTestApi({ outbound: elsewhere })
  for (const path of [create, '/api/v1/voiceover/generate'])
    for (const field of ['background_image_url', 'webhook_url']) {
      const { status, json } = await ask(path, { body: { script, [field]: address } })
      expect([status, json.success]).toEqual([400, false])
      expect(json.error).toMatch(/^The address of the (webhook|background picture) may not be used: /)
    }
  expect(store.jobs.list({ limit: 9 }).jobs).toEqual([])
})

/** A server of pictures under a name that is allowed, and what a job becomes that uses one. */
async function jobWithPicture(answer: Parameters<typeof webServer>[0]) {
  const origin = await webServer(answer)
  const api = await openTestApi({ outbound: { allowHosts: ['127.0.0.1'] } })
  const { json } = await api.ask(create, { body: { script, background_image_url: `${origin}/picture` } })
  const summary = await ended(api.service, String(json.session_id))
  return { ...api, summary }
}

test('a named private host may be allowed, and its picture reaches the job', async () => {
  const { summary, runner } = await jobWithPicture((_, response) => response.end(pngHeader(100, 100)))
  expect(summary.state).toBe('completed')
  expect(runner.runs[0]?.spec.look.background).toEqual({ kind: 'picture', file: expect.stringMatching(/background$/) })
})

test.each<[string, string, Parameters<typeof webServer>[0]]>([
  [
    'a redirect to a private address',
    'private network',
    (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
  ],
  ['a picture bomb', 'more than 100 megapixels', (_, response) => response.end(pngHeader(100_000, 100_000))],
  ['a page instead of a picture', 'no PNG, JPEG or WebP', (_, response) => response.end('<html>')],
  ['a missing picture', 'status 404', (_, response) => response.writeHead(404).end()],
])('%s fails the job before any speech is bought', async (_, words, answer) => {
  const { summary, runner, store } = await jobWithPicture(answer)
  expect(summary).toMatchObject({ state: 'failed', error: { code: 'PICTURE_NOT_FETCHED' } })
  expect(jobMessage(summary)).toContain(words)
  expect(runner.runs).toEqual([])
  expect(readdirSync(jobRoot(store.home, summary.id))).toEqual(['work'])
})

test('a webhook that leads to a private address when the job begins fails it before any speech is bought', async () => {
  const addresses = ['93.184.216.34', '10.0.0.7']
  const lookup = async () => [{ address: addresses.shift() ?? '10.0.0.7', family: 4 }]
  const { ask, service, runner } = await openTestApi({ outbound: { allowHosts: [], lookup } })
  const { status, json } = await ask(create, { body: { script, webhook_url: 'https://rebind.example/' } })
  expect(status).toBe(200)
  const summary = await ended(service, String(json.session_id))
  expect(summary).toMatchObject({ state: 'failed', error: { code: 'ADDRESS_REFUSED' } })
  expect(jobMessage(summary)).toMatch(/The address of the webhook may not be used: .* private network/)
  expect(runner.runs).toEqual([])
})

test('what stands in a query never reaches the log', async () => {
  const { ask, log } = await openTestApi()
  await ask('/download-voiceover/none.mp4?token=secret')
  expect(log.join()).toContain('/download-voiceover/none.mp4')
  expect(log.join()).not.toContain('secret')
})

test('nothing that a caller sends breaks out of its line in the log', async () => {
  const api = await openTestApi({ runner: fakeRunner() })
  const nasty = 'a\n{"what":"forged"}\u001b[31m\u2028'
  await api.ask(`/download-voiceover/${encodeURIComponent(nasty)}`)
  await api.ask(create, { body: { script: nasty, voice: nasty } })
  await api.ask(create, { body: { script }, headers: { 'idempotency-key': '{"what":"forged"}' } })
  expect(api.log.length).toBeGreaterThan(0)
  for (const line of api.log) expect(JSON.parse(line).what).not.toBe('forged')
})

test('a database that can not be read is said in words, and the rest stays in the log', async () => {
  const store = openTestStore()
  const job = () => {
    throw new StoreFailure(appError('STORE_FAILED', { reason: words('disk I/O error') }), new Error('secret inside'))
  }
  const { ask, log } = await openTestApi({ store, jobs: { ...store.jobs, job } })
  const { status, json } = await ask('/api/v1/jobs/api_1')
  expect([status, json.error]).toEqual([503, expect.stringContaining('can not be read or written (disk I/O error)')])
  expect(log.join()).toContain('secret inside')
})

test('an error nobody expected says nothing of the inside', async () => {
  const api = await openTestApi({
    estimate: async () => {
      throw new Error('secret inside at /home/somebody/src')
    },
  })
  const { status, json } = await api.ask('/api/v1/estimate', { body: { script } })
  expect([status, json]).toEqual([
    500,
    { success: false, error: 'Something unexpected went wrong; the log of Pausecut says what.' },
  ])
  expect(api.log.join()).toContain('secret inside')
})
