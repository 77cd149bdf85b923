import { expect, test } from 'vitest'
import { postWebhook } from '#app/webhooks/postWebhook.ts'
import { switchingServer } from '#tests/fakes/api/rawServer.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'

const outbound = { allowHosts: ['127.0.0.1'] }
const never = new AbortController().signal

test('a receiver that does not answer is not waited for', async () => {
  const url = `${await webServer(() => {})}/hook`
  const attempt = await postWebhook({ url, body: '{}', outbound }, never, 100)
  expect(attempt).toEqual({ at: expect.any(String), signed: false, error: 'no answer within 0.1 seconds' })
})

test('a receiver may go on talking after its status: nobody listens', async () => {
  const url = await webServer((_, response) => void response.writeHead(200).write('thanks, and'))
  expect(await postWebhook({ url, body: '{}', outbound }, never)).toMatchObject({ status: 200 })
})

test('a receiver that answers 101 has not taken the call', async () => {
  const { origin, gone } = await switchingServer()
  const attempt = await postWebhook({ url: `${origin}/hook`, body: '{}', outbound }, never)
  expect(attempt).toMatchObject({ status: 101, error: 'it answered 101' })
  await gone
})

test('a call that is broken off is none', async () => {
  const controller = new AbortController()
  const url = await webServer(() => controller.abort())
  expect(await postWebhook({ url, body: '{}', outbound }, controller.signal)).toBeUndefined()
})
