import { expect, test } from 'vitest'
import type { Failure } from '#engines/speech/openai/explainFailure.ts'
import { patience, retry } from '#engines/speech/openai/retry.ts'
import { appError } from '#shared/errors.ts'

const never = new AbortController().signal
const failure = (again: boolean, wait?: number): Failure => ({
  again,
  ...(wait === undefined ? {} : { wait }),
  error: (attempts) => appError('SPEECH_BUSY', { attempts }),
})

/** Runs through these outcomes; gives what comes of it, how many attempts it took and what was waited. */
async function run(...outcomes: (Failure | { sound: number })[]) {
  const waits: number[] = []
  const told: number[] = []
  let attempts = 0
  const result = await retry(
    async () => outcomes[attempts++] ?? { sound: 1 },
    { ...patience, attempts: 4, firstWait: 1000, sleep: async (milliseconds) => void waits.push(milliseconds) },
    never,
    (seconds) => told.push(seconds * 1000),
  )
  expect(told).toEqual(waits)
  return { result, attempts, waits }
}

test('waits twice as long each time, between half and all of it', async () => {
  const { result, waits } = await run(failure(true), failure(true), failure(true))
  expect(result).toEqual({ ok: true, value: { sound: 1 } })
  for (const [at, most] of [1000, 2000, 4000].entries()) {
    expect(waits[at]).toBeGreaterThanOrEqual(most / 2)
    expect(waits[at]).toBeLessThanOrEqual(most)
  }
})

test('waits no less than it was asked to', async () => {
  const { waits } = await run(failure(true, 5000))
  expect(waits[0]).toBeGreaterThanOrEqual(5000)
})

test('gives up after its attempts, at once where another is of no use, and when asked to wait too long', async () => {
  const busy = failure(true)
  expect(await run(busy, busy, busy, busy)).toMatchObject({
    attempts: 4,
    result: { ok: false, error: { facts: { attempts: 4 } } },
  })
  expect(await run(failure(false))).toMatchObject({ attempts: 1, waits: [], result: { ok: false } })
  expect(await run(failure(true, 10 * patience.longestWait))).toMatchObject({
    attempts: 1,
    waits: [],
    result: { ok: false },
  })
})

test('gives up on the same lasting words twice in a row', async () => {
  const lasting = (words: string): Failure => ({ ...failure(true), lasting: words })
  expect(await run(lasting('Out of memory'), lasting('Out of memory'))).toMatchObject({
    attempts: 2,
    result: { ok: false },
  })
  expect(await run(lasting('Out of memory'), failure(true), lasting('Out of memory'))).toMatchObject({
    attempts: 4,
    result: { ok: true },
  })
})

test('aborting ends the wait', async () => {
  const stop = new AbortController()
  const retried = retry(async () => failure(true, 60_000), patience, stop.signal)
  stop.abort()
  await expect(retried).rejects.toThrow()
})
