import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import { requestLogLimit } from '#shared/desktop/desktop.ts'
import { openLocalApi } from '#shell/service/localApi.ts'
import { fakeKeychain } from '#tests/fakes/service/fakeKeychain.ts'
import { openTestJobService, unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

function open(home = scratch(), token = fakeKeychain()) {
  const { service } = openTestJobService()
  const events: AppEvent[] = []
  const copied: string[] = []
  const api = openLocalApi({
    home,
    token,
    server: { service, version: '0.0.0', log: () => {}, findLook: async () => undefined },
    copy: async (text) => void copied.push(text),
    publish: (event) => events.push(event),
  })
  onTestFinished(() => api.close())
  return { home, token, api, events, copied }
}
const health = (url: string | undefined, headers = {}) =>
  fetch(`${url}/api/v1/health`, { headers: { connection: 'close', ...headers } })

test('it is off until somebody switches it on, and stays as it was set', async () => {
  const { home, token, api, events } = open()
  await api.start()
  expect(api.state).toEqual({ on: false, port: 4711, token: false })
  const port = await freePort()
  const state = unwrap(await api.handlers.setApi({ on: true, port }))
  expect(state).toEqual({ on: true, port, token: false, url: `http://127.0.0.1:${port}` })
  expect((await health(state.url)).status).toBe(200)
  expect(events.at(-1)).toMatchObject({
    type: 'request',
    request: { method: 'GET', path: '/api/v1/health', status: 200 },
  })
  await api.close()

  const later = open(home, token)
  await later.api.start()
  expect((await health(later.api.state.url)).status).toBe(200)
  unwrap(await later.api.handlers.setApi({ on: false }))
  await expect(health(state.url)).rejects.toThrow()
})

test('a token is made, copied, asked for and replaced; it is never told', async () => {
  const { token, api, copied, events } = open()
  unwrap(await api.handlers.setApi({ on: true, port: await freePort() }))
  const state = unwrap(await api.handlers.makeToken({}))
  expect(state.token).toBe(true)
  expect(copied).toEqual([token.secret])
  expect(Buffer.from(token.secret!, 'base64url')).toHaveLength(32)
  expect((await health(state.url)).status).toBe(401)
  expect((await health(state.url, { authorization: `Bearer ${token.secret}` })).status).toBe(200)
  const first = token.secret!
  const replaced = unwrap(await api.handlers.makeToken({}))
  expect((await health(replaced.url, { authorization: `Bearer ${first}` })).status).toBe(401)
  unwrap(await api.handlers.copyToken({}))
  expect(copied.at(-1)).toBe(token.secret)
  const open_ = unwrap(await api.handlers.removeToken({}))
  expect((await health(open_.url)).status).toBe(200)
  expect(await api.handlers.copyToken({})).toMatchObject({ error: { code: 'TOKEN_MISSING' } })
  for (const secret of [first, ...copied]) expect(JSON.stringify([state, replaced, events])).not.toContain(secret)
})

test('a token that can not be read must not leave the door open', async () => {
  const { home, token, api } = open()
  unwrap(await api.handlers.makeToken({}))
  token.locked = true
  const later = open(home, token)
  const state = unwrap(await later.api.handlers.setApi({ on: true, port: await freePort() }))
  expect(state).toMatchObject({ on: true, error: { code: 'KEYCHAIN_UNAVAILABLE' } })
  expect(state.url).toBeUndefined()
})

test('a port that somebody else has is said in words', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((listening) => other.once('listening', listening))
  const address = other.address()
  const { api } = open()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(unwrap(await api.handlers.setApi({ on: true, port }))).toMatchObject({ error: { code: 'PORT_TAKEN' } })
})

test('the log of requests keeps as many as the page shows', async () => {
  const { api } = open()
  const { url } = unwrap(await api.handlers.setApi({ on: true, port: await freePort() }))
  for (let count = 0; count < requestLogLimit + 5; count++) await health(url)
  expect(api.requests).toHaveLength(requestLogLimit)
  expect(api.requests.at(-1)?.id).toBe(requestLogLimit + 5)
})
