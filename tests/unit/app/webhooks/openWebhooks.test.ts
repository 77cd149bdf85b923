import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openEventHub } from '#app/jobs/eventHub.ts'
import { openWebhooks, type WebhooksParts } from '#app/webhooks/openWebhooks.ts'
import { signBody } from '#app/webhooks/signBody.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { StoreFailure } from '#shared/storeFailure.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

interface Received {
  readonly headers: Record<string, unknown>
  readonly body: string
}

/** A receiver that answers with these statuses in turn, then the last one for ever. */
async function receiver(...statuses: number[]) {
  const received: Received[] = []
  const origin = await webServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) })
    const status = statuses.length > 1 ? statuses.shift()! : statuses[0]!
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('thanks')
  })
  return { received, url: `${origin}/hook` }
}

function webhooks(url: string, changes: Partial<WebhooksParts> = {}, clock?: () => number, patienceMs?: number) {
  const store = openTestStore(scratch(), clock)
  store.jobs.create(newJob('api_1', { webhookUrl: url }))
  store.jobs.record({ type: 'completed', job: 'api_1', artifacts: [] })
  const log: string[] = []
  const hub = openEventHub(() => {})
  const start = () => {
    const parts: WebhooksParts = {
      deliveries: store.deliveries,
      follow: hub.follow,
      body: async ({ id }) => JSON.stringify({ delivery_id: id }),
      secret: async () => ok('whsec'),
      outbound: { allowHosts: ['127.0.0.1'] },
      log: (what, facts) => log.push(JSON.stringify({ what, ...facts })),
      ...changes,
    }
    const opened = openWebhooks(parts, patienceMs)
    onTestFinished(() => opened.close())
    return opened
  }
  const delivery = () => store.deliveries.of('api_1')[0]!
  return { ...store, log, hub, start, delivery }
}

test('a call that is owed is made once, signed', async () => {
  const { received, url } = await receiver(204)
  const { start, delivery } = webhooks(url)
  start()
  await expect.poll(() => delivery().state, { timeout: 5_000 }).toBe('delivered')
  const [{ headers, body }] = received as [Received]
  expect(received).toHaveLength(1)
  expect(JSON.parse(body)).toEqual({ delivery_id: delivery().id })
  const seconds = Number(/^t=(\d+),v1=/.exec(String(headers['x-pausecut-signature']))?.[1])
  expect(headers['x-pausecut-signature']).toBe(signBody(body, 'whsec', new Date(seconds * 1000)))
  expect(headers['content-type']).toBe('application/json')
  expect(delivery().attempts).toEqual([{ at: expect.any(String), status: 204, signed: true }])
})

test.each([
  [500, 'it answered 500'],
  [302, 'it redirects, which is not followed'],
])('a receiver that answers %i is tried again later, with the same body', async (status, error) => {
  const { received, url } = await receiver(status, 200)
  let calls = 0
  const { start, delivery, deliveries } = webhooks(url, { body: async () => JSON.stringify({ call: ++calls }) })
  start()
  await expect.poll(() => delivery().attempts.length, { timeout: 5_000 }).toBe(1)
  expect(delivery()).toMatchObject({ state: 'pending', attempts: [{ status, error, signed: true }] })
  const { dueAt = '', attempts } = delivery()
  expect(Date.parse(dueAt) - Date.parse(attempts[0]!.at)).toBeGreaterThanOrEqual(10_000)
  expect(received).toHaveLength(1)

  deliveries.renew(delivery().id)
  await expect.poll(() => delivery().state, { timeout: 5_000 }).toBe('delivered')
  expect(received.map(({ body }) => body)).toEqual(['{"call":1}', '{"call":1}'])
})

test('a receiver that is not there, or private, is said in words', async () => {
  const nobody = webhooks('http://127.0.0.1:9/hook')
  nobody.start()
  await expect.poll(() => nobody.delivery().attempts[0]?.error, { timeout: 5_000 }).toContain('ECONNREFUSED')
  const { url, received } = await receiver(200)
  const refused = webhooks(url, { outbound: { allowHosts: [] } })
  refused.start()
  await expect.poll(() => refused.delivery().attempts[0]?.error, { timeout: 5_000 }).toContain('private network')
  expect(received).toEqual([])
})

test('without a secret the call goes out unsigned, and the log of deliveries says so', async () => {
  const { received, url } = await receiver(200)
  const { start, delivery } = webhooks(url, { secret: async () => ok(null) })
  start()
  await expect.poll(() => delivery().state, { timeout: 5_000 }).toBe('delivered')
  expect(received[0]?.headers).not.toHaveProperty('x-pausecut-signature')
  expect(delivery().attempts).toMatchObject([{ signed: false }])
})

const locked = fail(appError('KEYCHAIN_UNAVAILABLE', { reason: words('it is locked') }))

test('while the secret can not be read the call waits, says why, and goes out signed when it can', async () => {
  const { received, url } = await receiver(200)
  const at: { secret: Result<string | null> } = { secret: locked }
  const { start, delivery, deliveries, log } = webhooks(url, { secret: async () => at.secret })
  start()
  await expect.poll(() => delivery().attempts.length, { timeout: 5_000 }).toBe(1)
  expect(received).toEqual([])
  expect(delivery()).toMatchObject({ state: 'pending', attempts: [{ error: expect.stringContaining('the secret') }] })
  expect(Date.parse(delivery().dueAt ?? '')).toBeGreaterThan(Date.now())
  expect(log.join()).toContain('it is locked')

  at.secret = ok('whsec')
  deliveries.renew(delivery().id)
  await expect.poll(() => delivery().state, { timeout: 5_000 }).toBe('delivered')
  expect(received[0]?.headers).toHaveProperty('x-pausecut-signature')
})

test('a call that waits for its secret is not given up after a day', async () => {
  const { url } = await receiver(200)
  const dayAgo = () => Date.now() - 25 * 60 * 60 * 1000
  const { start, delivery } = webhooks(url, { secret: async () => locked }, dayAgo)
  start()
  await expect.poll(() => delivery().attempts.length, { timeout: 5_000 }).toBe(1)
  expect(delivery().state).toBe('pending')
  expect(Date.parse(delivery().dueAt ?? '')).toBeGreaterThan(Date.now())
})

test('a call that is broken off by closing is made at the next start', async () => {
  const call = Promise.withResolvers<void>()
  const origin = await webServer(() => call.resolve())
  const { start, delivery } = webhooks(`${origin}/hook`)
  const opened = start()
  await call.promise
  await opened.close()
  expect(delivery()).toMatchObject({ state: 'pending', attempts: [] })
})

test('closing does not wait for a keychain that never answers', async () => {
  const call = Promise.withResolvers<void>()
  const secret = () => {
    call.resolve()
    return new Promise<never>(() => {})
  }
  const { url } = await receiver(200)
  const { start, delivery } = webhooks(url, { secret }, undefined, 5)
  const opened = start()
  await call.promise
  await opened.close()
  expect(delivery()).toMatchObject({ state: 'pending', attempts: [] })
})

test('no secret reaches the log', async () => {
  const { url } = await receiver(500)
  const { start, delivery, log } = webhooks(url)
  start()
  await expect.poll(() => delivery().attempts.length, { timeout: 5_000 }).toBe(1)
  expect(log.join()).toContain('webhook failed')
  expect(log.join()).not.toContain('whsec')
})

test('what a call says is how the job stood when it ended, whatever becomes of it before the call is made', async () => {
  const { received, url } = await receiver(200)
  let state = 'failed'
  const body: WebhooksParts['body'] = async () => JSON.stringify({ state })
  const { start, delivery, hub, deliveries } = webhooks(url, { body, secret: () => Promise.reject(new Error('later')) })
  const opened = start()
  hub.publish({ id: 1, at: new Date().toISOString(), event: { type: 'completed', job: 'api_1', artifacts: [] } })
  // Nothing else may happen in between: a request comes with an event of its own.
  await Promise.resolve()
  state = 'processing'
  await opened.close()
  expect(deliveries.payload(delivery().id, () => 'none')).toBe('{"state":"failed"}')
  expect(received).toEqual([])
})

test('a store that can not be read is said once and looked at again', async () => {
  const { received, url } = await receiver(200)
  const { start, deliveries, delivery, log } = webhooks(url)
  const due = vi.spyOn(deliveries, 'due')
  const broken = () => {
    throw new StoreFailure(appError('STORE_FAILED', { reason: words('disk I/O error') }))
  }
  due.mockImplementationOnce(broken).mockImplementationOnce(broken)
  start()
  await expect.poll(() => delivery().state, { timeout: 5_000 }).toBe('delivered')
  expect(received).toHaveLength(1)
  expect(log.filter((line) => line.includes('looked up'))).toHaveLength(1)
})

test('an outcome that a locked database does not take is kept when it does, and the call is not made twice', async () => {
  const { received, url } = await receiver(200)
  const { start, deliveries, delivery } = webhooks(url)
  vi.spyOn(deliveries, 'attempted').mockImplementationOnce(() => {
    throw new StoreFailure(appError('STORE_BUSY'))
  })
  start()
  await expect.poll(() => delivery().state, { timeout: 5_000 }).toBe('delivered')
  expect(received).toHaveLength(1)
})

test('a call whose outcome can not be kept is not made again at once', async () => {
  const { received, url } = await receiver(200)
  const { start, deliveries, log } = webhooks(url)
  const attempted = vi.spyOn(deliveries, 'attempted').mockImplementation(() => {
    throw new Error('database or disk is full')
  })
  const due = vi.spyOn(deliveries, 'due')
  start()
  await expect.poll(() => log.join(), { timeout: 5_000 }).toContain('webhook broke')
  const looks = due.mock.calls.length
  await expect.poll(() => due.mock.calls.length, { timeout: 5_000 }).toBeGreaterThan(looks + 2)
  expect([received.length, attempted.mock.calls.length]).toEqual([1, 1])
})

test('a store that can not be asked for a while ends nothing', async () => {
  const { received, url } = await receiver(200)
  const { start, deliveries, log } = webhooks(url)
  vi.spyOn(deliveries, 'due').mockImplementationOnce(() => {
    throw new Error('disk I/O error')
  })
  start()
  await expect.poll(() => received.length, { timeout: 5_000 }).toBe(1)
  expect(log.join()).toContain('disk I/O error')
})
