import { expect, test } from 'vitest'
import { performJob } from '#app/performJob.ts'
import type { JobEvent } from '#shared/events.ts'
import { ok } from '#shared/result.ts'
import { newJob, openTestStore } from '#tests/fakes/openTestStore.ts'

/** What is recorded of a job whose runner reports these values. */
async function recorded(values: readonly number[], before = 0): Promise<number[]> {
  const { jobs, home } = openTestStore()
  jobs.create(newJob('api_1'))
  jobs.record({ type: 'progress', job: 'api_1', progress: before, message: 'before', segment: 1 })
  const events: { type: string; progress?: number }[] = []
  await performJob(jobs.job('api_1')!, new AbortController().signal, {
    ...{ home, outbound: { allowHosts: [] }, log: () => {}, closing: () => false },
    record: (event) => void events.push(event),
    run: async ({ id }, { emit }) => {
      for (const progress of values)
        emit({ type: 'progress', job: id, progress, message: 'working', segment: 1 } satisfies JobEvent)
      return ok([])
    },
  })
  expect(events.at(-1)?.type).toBe('completed')
  return events.flatMap(({ type, progress }) => (type === 'progress' && progress !== undefined ? [progress] : []))
}

test('progress goes forwards only, from where the last run left off, and never says 100 by itself', async () => {
  expect(await recorded([10, 30, 20, 60, 100])).toEqual([10, 30, 60, 99])
  expect(await recorded([10, 50, 70], 40)).toEqual([40, 50, 70])
})

test('what changes nothing is not recorded', async () => {
  expect(await recorded([10, 10.2, 10.9, 11])).toEqual([10, 11])
})
