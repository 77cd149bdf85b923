import { afterEach, expect, test } from 'vitest'
import { openStepWorker, type StepWorker } from '#engines/workers/openStepWorker.ts'

type Input = number | 'endless' | 'crash'
type Output = { steps: number; data: unknown }
const never = new AbortController().signal
const cancelled = { ok: false, error: { code: 'CANCELLED' } }
const workers: StepWorker<Input, Output>[] = []
const open = () => {
  const worker = openStepWorker<Input, Output>(new URL('./countingWorker.ts', import.meta.url), 'given', 64)
  workers.push(worker)
  return worker
}
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()))
})

test('one task after the other, in one worker that remembers', async () => {
  const worker = open()
  worker.wake()
  worker.wake()
  const results = await Promise.all([worker.run(3, never), worker.run(0, never), worker.run(4, never)])
  expect(results.map((result) => result.ok && result.value.steps)).toEqual([3, 3, 7])
  expect(results[0]).toMatchObject({ value: { data: 'given' } })
})

test('a task that nobody waits for stops between two steps, and the worker goes on', async () => {
  const worker = open()
  const stop = new AbortController()
  const stuck = worker.run('endless', stop.signal)
  const waiting = worker.run('endless', stop.signal)
  const next = worker.run(1, never)
  stop.abort()
  expect(await stuck).toMatchObject(cancelled)
  expect(await waiting).toMatchObject(cancelled)
  expect(await next).toMatchObject({ ok: true })
  expect(await worker.run(1, stop.signal)).toMatchObject(cancelled)
})

test('a crash is that of the tasks that waited; the next one gets a new worker', async () => {
  const worker = open()
  await worker.run(5, never)
  await expect(worker.run('crash', never)).rejects.toThrow('broken on purpose')
  expect(await worker.run(2, never)).toMatchObject({ ok: true, value: { steps: 2 } })
})

test('close settles what is open, and once more', async () => {
  const worker = open()
  const stuck = worker.run('endless', never)
  await worker.close()
  expect(await stuck).toMatchObject(cancelled)
  await worker.close()
})
