import { expect, test } from 'vitest'
import { nextTry } from '#app/webhooks/nextTry.ts'
import type { Delivery } from '#shared/job/job.ts'

const start = Date.UTC(2025, 0, 1)
const delivery = (attempts: Delivery['attempts'], since = start): Delivery => ({
  id: 'd',
  job: 'api_1',
  url: 'https://a.example/',
  event: 'completed',
  state: 'pending',
  createdAt: new Date(start).toISOString(),
  askedAt: new Date(since).toISOString(),
  attempts,
})

test('waits grow threefold, never beyond four hours, and end after a day', () => {
  const waits: number[] = []
  const attempts: Delivery['attempts'] = []
  let now = start
  for (;;) {
    const next = nextTry(delivery(attempts), new Date(now))
    if (!next) break
    waits.push((next.getTime() - now) / 1000)
    attempts.push({ at: new Date(now).toISOString(), signed: true })
    now = next.getTime()
  }
  expect(waits.slice(0, 8)).toEqual([10, 30, 90, 270, 810, 2430, 7290, 14_400])
  expect(Math.max(...waits)).toBe(14_400)
  const lasted = waits.reduce((sum, wait) => sum + wait, 0) / 3600
  expect(lasted).toBeLessThanOrEqual(24)
  expect(lasted).toBeGreaterThan(20)
})

test('asking again by hand begins anew', () => {
  const since = start + 100_000_000
  const old = { at: new Date(start).toISOString(), signed: true }
  expect(nextTry(delivery([old, old, old], since), new Date(since))).toEqual(new Date(since + 10_000))
})
