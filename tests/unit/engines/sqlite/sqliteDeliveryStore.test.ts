import { expect, test } from 'vitest'
import { appError } from '#shared/errors.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'

const webhookUrl = 'https://a.example/hook'
const start = Date.UTC(2025, 0, 1)

function storeWithDelivery() {
  let now = start
  const store = openTestStore(undefined, () => now)
  store.jobs.create(newJob('api_1', { webhookUrl }))
  store.jobs.record({ type: 'completed', job: 'api_1', artifacts: [] })
  const id = store.deliveries.of('api_1')[0]?.id ?? ''
  return { ...store, id, tick: (ms: number) => (now += ms) }
}

test('an end owes one delivery where the job has a webhook, and none where not', () => {
  const { jobs, deliveries } = storeWithDelivery()
  jobs.create(newJob('api_2'))
  jobs.record({ type: 'completed', job: 'api_2', artifacts: [] })
  jobs.create(newJob('api_3', { webhookUrl }))
  jobs.record({ type: 'failed', job: 'api_3', error: appError('CANCELLED'), artifacts: [] })
  expect(deliveries.of('api_1')).toMatchObject([
    { job: 'api_1', url: webhookUrl, event: 'completed', state: 'pending' },
  ])
  expect(deliveries.of('api_2')).toEqual([])
  expect(deliveries.of('api_3')).toMatchObject([{ event: 'failed', attempts: [] }])
})

test('what is due is found by its time', () => {
  const { deliveries, id } = storeWithDelivery()
  expect(deliveries.due(new Date(start - 1), 9)).toEqual([])
  expect(deliveries.due(new Date(start), 9).map((delivery) => delivery.id)).toEqual([id])
})

test('tries are logged; a try sets the next one or an end', () => {
  const { deliveries, id } = storeWithDelivery()
  const attempt = { at: new Date(start).toISOString(), status: 500, signed: false }
  deliveries.attempted(id, attempt, { dueAt: new Date(start + 10_000) })
  expect(deliveries.find(id)).toMatchObject({
    state: 'pending',
    attempts: [attempt],
    dueAt: '2025-01-01T00:00:10.000Z',
  })
  deliveries.attempted(id, { ...attempt, status: 200 }, { state: 'delivered' })
  expect(deliveries.find(id)).toMatchObject({ state: 'delivered', attempts: [{ status: 500 }, { status: 200 }] })
  expect(deliveries.find(id)?.dueAt).toBeUndefined()
})

test('every try sends the body of the first', () => {
  const { deliveries, id } = storeWithDelivery()
  expect(deliveries.payload(id, () => 'first')).toBe('first')
  expect(deliveries.payload(id, () => 'second')).toBe('first')
})

test('a delivery is due again when it is asked for by hand', () => {
  const { deliveries, id, tick } = storeWithDelivery()
  deliveries.attempted(id, { at: new Date(start).toISOString(), signed: true }, { state: 'failed' })
  tick(5_000)
  expect(deliveries.renew(id)).toMatchObject({
    state: 'pending',
    createdAt: '2025-01-01T00:00:00.000Z',
    askedAt: '2025-01-01T00:00:05.000Z',
    dueAt: '2025-01-01T00:00:05.000Z',
  })
  expect(deliveries.renew('no such')).toBeUndefined()
})
