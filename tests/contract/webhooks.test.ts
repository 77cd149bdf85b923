import { createHmac } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { webhookBody } from '#api/present/webhookBody.ts'
import { WebhookBody } from '#api/wire/statuses.ts'
import { openWebhooks } from '#app/webhooks/openWebhooks.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { ok } from '#shared/result.ts'
import { openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, reaches } from '#tests/fakes/service/openTestJobService.ts'

const script = 'One is first here. — pause — Two is second there.'
const paths = { shorts: '/api/v1/generate-shorts', voiceover: '/api/v1/voiceover/generate' } as const

interface Call {
  readonly signature: string
  readonly text: string
  readonly json: Record<string, unknown>
}

/** The API with the webhooks beside it, as `pausecut serve` has them, and a receiver. */
async function apiWithReceiver(held = false) {
  const calls: Call[] = []
  const receiver = await webServer(async (request, response) => {
    const body = await text(request)
    calls.push({ signature: String(request.headers['x-pausecut-signature']), text: body, json: JSON.parse(body) })
    response.end()
  })
  const outbound = { allowHosts: ['127.0.0.1'] }
  const api = await openTestApi({ outbound, runner: fakeRunner({ held }) })
  const webhooks = openWebhooks({
    deliveries: api.store.deliveries,
    follow: api.service.follow,
    outbound,
    log: () => {},
    secret: async () => ok('whsec'),
    body: async (delivery) => {
      const job = await api.service.job({ id: delivery.job })
      return job.ok ? webhookBody(job.value, delivery, api.origin) : undefined
    },
  })
  onTestFinished(() => webhooks.close())
  const start = async (kind: keyof typeof paths): Promise<string> => {
    const { json } = await api.ask(paths[kind], { body: { script, webhook_url: `${receiver}/done` } })
    return String(json.session_id)
  }
  const called = (count = 1) => expect.poll(() => calls.length, { timeout: 10_000 }).toBe(count)
  return { ...api, calls, start, called }
}

test.each(['shorts', 'voiceover'] as const)(
  'a completed %s job is told: its status, the event, the delivery',
  async (kind) => {
    const { ask, service, calls, start, called } = await apiWithReceiver()
    const id = await start(kind)
    await ended(service, id)
    await called()
    const statusPath = kind === 'shorts' ? `/api/v1/shorts-status/${id}` : `/api/v1/voiceover/status/${id}`
    const { deliveries } = (await ask(`/api/v1/jobs/${id}/deliveries`)).json as {
      deliveries: { delivery_id: string }[]
    }
    const { event, delivery_id, ...status } = calls[0]!.json
    expect(status).toEqual((await ask(statusPath)).json)
    expect(WebhookBody.safeParse(calls[0]?.json)).toMatchObject({ success: true })
    expect([event, delivery_id]).toEqual(['completed', deliveries[0]?.delivery_id])
  },
)

test.each(['shorts', 'voiceover'] as const)(
  'a failed %s job is told, and so is one that was cancelled',
  async (kind) => {
    const { runner, ask, service, calls, start, called } = await apiWithReceiver()
    runner.broken.set(1, appError('SPEECH_REFUSED', { reason: words('no') }))
    await ended(service, await start(kind))
    await called()
    expect(calls[0]?.json).toMatchObject({
      status: 'failed',
      event: 'failed',
      error: expect.stringContaining('refused'),
    })
    runner.held = true
    const id = await start(kind)
    await reaches(service, id, (job) => job.state === 'running')
    await ask(`/api/v1/jobs/${id}/cancel`, { method: 'POST' })
    await called(2)
    expect(calls[1]?.json).toMatchObject({ session_id: id, event: 'failed', error: 'Cancelled' })
    for (const { json } of calls) expect(WebhookBody.safeParse(json)).toMatchObject({ success: true })
  },
)

test('a receiver can check who called', async () => {
  const { service, calls, start, called } = await apiWithReceiver()
  await ended(service, await start('shorts'))
  await called()
  const { signature, text: body } = calls[0]!
  const [, time, digest] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature)!
  expect(digest).toBe(createHmac('sha256', 'whsec').update(`${time}.${body}`).digest('hex'))
})

test('a call is made again by hand, with the same body and id', async () => {
  const { ask, service, calls, start, called } = await apiWithReceiver()
  const id = await start('voiceover')
  await ended(service, id)
  await called()
  const redeliver = `/api/v1/jobs/${id}/deliveries/${calls[0]?.json.delivery_id}/redeliver`
  expect((await ask(redeliver, { method: 'POST' })).status).toBe(200)
  await called(2)
  expect(calls[1]?.text).toBe(calls[0]?.text)
  const { json } = await ask(`/api/v1/jobs/${id}/deliveries`)
  await expect
    .poll(async () => (await ask(`/api/v1/jobs/${id}/deliveries`)).json)
    .toMatchObject({ deliveries: [{ state: 'delivered', attempts: [{ status: 200 }, { status: 200 }] }] })
  expect(json.deliveries).toHaveLength(1)
})
