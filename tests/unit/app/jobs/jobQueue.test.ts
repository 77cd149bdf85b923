import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openJobQueue } from '#app/jobs/jobQueue.ts'

/** Work that ends when it is told to, or aborted. */
function handWork() {
  const begun: string[] = []
  const reasons: unknown[] = []
  const ends = new Map<string, () => void>()
  const work = (id: string, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      begun.push(id)
      ends.set(id, resolve)
      signal.addEventListener('abort', () => {
        reasons.push(signal.reason)
        resolve()
      })
    })
  const end = async (id: string) => {
    ends.get(id)?.()
    await sleep(0)
  }
  return { begun, reasons, work, end }
}

test('jobs begin in order, never more than may run at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 }), async (concurrency, count) => {
      const begun: number[] = []
      let most = 0
      let now = 0
      const queue = openJobQueue(concurrency, async (id) => {
        begun.push(Number(id))
        most = Math.max(most, ++now)
        await sleep(0)
        now--
      })
      for (let index = 0; index < count; index++) queue.push(String(index))
      while (queue.running + queue.waiting > 0) await sleep(0)
      expect(begun).toEqual(Array.from({ length: count }, (_, index) => index))
      expect(most).toBe(Math.min(concurrency, count))
    }),
    { numRuns: 30 },
  )
})

test('places count from 1 and move up', async () => {
  const { work, end } = handWork()
  const queue = openJobQueue(1, work)
  for (const id of ['a', 'b', 'c']) queue.push(id)
  expect(['a', 'b', 'c'].map(queue.place)).toEqual([undefined, 1, 2])
  await end('a')
  expect(['b', 'c'].map(queue.place)).toEqual([undefined, 1])
})

test('a waiting job is stopped without ever having begun, a running one by its signal', async () => {
  const { work, begun, reasons } = handWork()
  const queue = openJobQueue(1, work)
  for (const id of ['a', 'b', 'c']) queue.push(id)
  await queue.stop('b', 'removed')
  await queue.stop('a', 'cancelled')
  expect(reasons).toEqual(['cancelled'])
  expect(begun).toEqual(['a', 'c'])
})

test('a job that is asked for again while it winds up runs a second time afterwards', async () => {
  const { work, begun, end } = handWork()
  const queue = openJobQueue(2, work)
  queue.push('a')
  queue.push('a')
  expect(begun).toEqual(['a'])
  await end('a')
  expect(begun).toEqual(['a', 'a'])
  expect([queue.has('a'), queue.has('b')]).toEqual([true, false])
})

test('a job that is stopped while it winds up does not run the second time that it was asked for', async () => {
  const { work, begun } = handWork()
  const queue = openJobQueue(1, work)
  queue.push('a')
  queue.push('b')
  queue.push('a')
  await queue.stop('a', 'cancelled')
  expect(queue.has('a')).toBe(false)
  expect(begun).toEqual(['a', 'b'])
  await queue.stop('b', 'cancelled')
  expect(begun).toEqual(['a', 'b'])
  expect([queue.running, queue.waiting]).toEqual([0, 0])
})

test('closing lets running work end in its time, and begins nothing more', async () => {
  const { work, begun, reasons, end } = handWork()
  const queue = openJobQueue(1, work)
  queue.push('a')
  queue.push('b')
  const closed = queue.close(60_000)
  await end('a')
  await closed
  expect(begun).toEqual(['a'])
  expect(reasons).toEqual([])
  expect(queue.waiting).toBe(1)
})

test('work that does not end when it is stopped is given up, and what waits has its turn', async () => {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const deaf = (id: string) => {
    begun.push(id)
    return new Promise<void>((resolve) => ends.set(id, resolve))
  }
  const signals: AbortSignal[] = []
  const queue = openJobQueue(
    1,
    (id, signal) => {
      signals.push(signal)
      return deaf(id)
    },
    5,
  )
  for (const id of ['a', 'b', 'a']) queue.push(id)
  expect(await queue.stop('a', 'cancelled')).toBe(false)
  expect(begun).toEqual(['a', 'b'])
  expect([queue.isCurrent('a', signals[0]!), queue.isCurrent('b', signals[1]!)]).toEqual([false, true])
  // Its end, when it comes after all, ends nobody else's turn.
  ends.get('a')!()
  await sleep(0)
  expect([queue.running, queue.has('b')]).toEqual([1, true])
  await queue.close(0)
  expect([queue.running, queue.isCurrent('b', signals[1]!)]).toEqual([0, false])
})

test('closing stops what does not end in time', async () => {
  const { work, reasons } = handWork()
  const queue = openJobQueue(1, work)
  queue.push('a')
  await queue.close(5)
  expect(reasons).toEqual(['closing'])
  expect(queue.running).toBe(0)
})
