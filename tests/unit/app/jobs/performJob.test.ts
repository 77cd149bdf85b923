import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { type PerformParts, performJob } from '#app/jobs/performJob.ts'
import { appError } from '#shared/errors.ts'
import type { JobEvent } from '#shared/job/events.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'

/** What is recorded of a job whose runner reports these values. */
async function recorded(values: readonly number[], before = 0): Promise<number[]> {
  const { jobs, home } = openTestStore()
  jobs.create(newJob('api_1'))
  jobs.record({ type: 'progress', job: 'api_1', progress: before, message: words('before'), segment: 1 })
  const events: { type: string; progress?: number }[] = []
  await performJob(jobs.job('api_1')!, new AbortController().signal, {
    home,
    outbound: { allowHosts: [] },
    log: () => {},
    closing: () => false,
    record: (event) => {
      events.push(event)
      return ok(undefined)
    },
    run: async ({ id }, { emit }) => {
      for (const progress of values)
        emit({ type: 'progress', job: id, progress, message: words('working'), segment: 1 } satisfies JobEvent)
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

test('a part that is made again, or read again from its journal, does not warn a second time', async () => {
  const { jobs, home } = openTestStore()
  jobs.create(newJob('api_1'))
  const attempt = (segments: readonly number[]) =>
    performJob(jobs.job('api_1')!, new AbortController().signal, {
      home,
      outbound: { allowHosts: [] },
      log: () => {},
      closing: () => false,
      record: (event) => (jobs.record(event).ok ? ok(undefined) : fail(appError('DISK_FULL', { path: home }))),
      run: async ({ id }, { emit }) => {
        for (const segment of segments)
          emit({ type: 'warning', job: id, message: words('A word was left out.'), segment })
        return fail(appError('FFMPEG_FAILED', { doing: phrase('DRAWING'), reason: words('it broke') }))
      },
    })
  await attempt([1])
  jobs.record({ type: 'queued', job: 'api_1' })
  await attempt([1, 2])
  expect(jobs.job('api_1')?.warnings.map(({ segment }) => segment)).toEqual([1, 2])
})

/** A job that runs while the disk is full until `free` is called. */
function onFullDisk(run: PerformParts['run'], controller = new AbortController()) {
  const { jobs, home } = openTestStore()
  jobs.create(newJob('api_1'))
  let full = true
  const recorded: Parameters<PerformParts['record']>[0][] = []
  const tries: string[] = []
  const record = (event: (typeof recorded)[number]): Result<void> => {
    tries.push(event.type)
    if (full) return fail(appError('DISK_FULL', { path: home }))
    recorded.push(event)
    return ok(undefined)
  }
  const done = performJob(jobs.job('api_1')!, controller.signal, {
    home,
    outbound: { allowHosts: [] },
    log: () => {},
    closing: () => false,
    record,
    run,
  })
  return { done, recorded, tries, controller, free: () => (full = false) }
}

/** Works until it is stopped, as a runner does. */
const untilStopped: PerformParts['run'] = async ({ id }, { emit, signal }) => {
  emit({ type: 'progress', job: id, progress: 10, message: words('working'), segment: 1 })
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
  return fail(appError('CANCELLED'))
}

test('a full disk ends the job, and its end is kept as soon as there is room', async () => {
  const { done, recorded, tries, free } = onFullDisk(untilStopped)
  await vi.waitFor(() => expect(tries).toContain('failed'))
  free()
  await done
  expect(recorded).toEqual([
    expect.objectContaining({ type: 'failed', error: expect.objectContaining({ code: 'DISK_FULL' }) }),
  ])
})

test('what could not be recorded on the way is no loss where the job was made all the same', async () => {
  const { done, recorded, free } = onFullDisk(async ({ id }, { emit }) => {
    emit({ type: 'progress', job: id, progress: 10, message: words('working'), segment: 1 })
    free()
    return ok([])
  })
  await done
  expect(recorded).toEqual([{ type: 'completed', job: 'api_1', artifacts: [] }])
})

test('a job that waits for room can be stopped', async () => {
  const { done, tries, controller } = onFullDisk(untilStopped)
  await vi.waitFor(() => expect(tries).toContain('failed'))
  controller.abort('removed')
  await done
})

test('a background that the script names by its address is fetched before anything runs, once for all runs', async () => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#203060' } })
    .png()
    .toBuffer()
  let asked = 0
  const origin = await webServer((_, response) => {
    asked++
    response.setHeader('content-type', 'image/png').end(png)
  })
  const { jobs, home } = openTestStore()
  const job = newJob('api_1')
  const backgrounds = { beach: { kind: 'address', url: `${origin}/beach.png` } } as const
  jobs.create({ ...job, request: { ...job.request, backgrounds } })
  const seen: unknown[] = []
  const perform = () =>
    performJob(jobs.job('api_1')!, new AbortController().signal, {
      home,
      outbound: { allowHosts: ['127.0.0.1'] },
      log: () => {},
      closing: () => false,
      record: () => ok(undefined),
      run: async (spec) => {
        seen.push(spec.backgrounds)
        return ok([])
      },
    })
  await perform()
  await perform()
  const picture = { beach: { kind: 'picture', file: expect.stringMatching(/background$/) } }
  expect(seen).toEqual([picture, picture])
  expect(asked).toBe(1)
})
