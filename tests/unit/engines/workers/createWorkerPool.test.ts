import { afterEach, expect, test } from 'vitest'
import { createWorkerPool, type WorkerPool } from '#engines/workers/createWorkerPool.ts'

type Input = number | 'never' | 'crash'
const never = new AbortController().signal
const pools: WorkerPool<Input, number>[] = []
const makePool = (size: number) => {
  const pool = createWorkerPool<Input, number>(new URL('./echoWorker.ts', import.meta.url), size)
  pools.push(pool)
  return pool
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

test('an idle worker is used again, and no more than `size` are made', async () => {
  const pool = makePool(2)
  const alone = [await pool.run(0, never), await pool.run(0, never)]
  expect(alone[0]).toEqual(alone[1])
  const together = await Promise.all([1, 2, 3, 4, 5, 6].map(() => pool.run(20, never)))
  expect(new Set(together.map((result) => result.ok && result.value)).size).toBe(2)
})

test('a worker that was woken takes the first task', async () => {
  const woken = makePool(1)
  woken.wake()
  woken.wake()
  const later = await makePool(1).run(0, never)
  const first = await woken.run(0, never)
  // Threads are numbered as they are made.
  expect(first.ok && later.ok && first.value < later.value).toBe(true)
  expect(await woken.run(0, never)).toEqual(first)
})

test('a cancelled task comes back at once, even from a busy thread, and the others go on', async () => {
  const pool = makePool(1)
  const stop = new AbortController()
  const stuck = pool.run('never', stop.signal)
  const waiting = pool.run(0, never)
  const neverStarted = pool.run(0, stop.signal)
  stop.abort()
  expect(await stuck).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(await neverStarted).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(await waiting).toMatchObject({ ok: true })
  expect(await pool.run(0, stop.signal)).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
})

test('a crash rejects its own task only', async () => {
  const pool = makePool(1)
  const crashed = pool.run('crash', never)
  const next = pool.run(0, never)
  await expect(crashed).rejects.toThrow('broken on purpose')
  expect(await next).toMatchObject({ ok: true })
})

test('close settles what is open', async () => {
  const pool = makePool(1)
  const open = [pool.run('never', never), pool.run(0, never)]
  await pool.close()
  for (const result of await Promise.all(open))
    expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
})
