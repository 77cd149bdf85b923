import { expect, test, vi } from 'vitest'
import { followJobs } from '#app/desktop/library/followJobs.ts'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import type { LibraryEntry } from '#shared/desktop/desktop.ts'
import { appError } from '#shared/errors.ts'
import { CreateJob } from '#shared/job/contract.ts'
import type { JobState } from '#shared/job/job.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, openTestJobService, unwrap } from '#tests/fakes/service/openTestJobService.ts'

function open() {
  const runner = fakeRunner()
  const { service } = openTestJobService({ runner })
  const events: AppEvent[] = []
  const log: [string, unknown][] = []
  const ends: JobState[] = []
  const forgotten: string[] = []
  const exported: string[] = []
  const outcomes: { export: Result<void>; forget: Result<void> } = { export: ok(undefined), forget: ok(undefined) }
  const library: { entry(id: string): Promise<LibraryEntry | undefined> } = {
    entry: async (job) => ({
      job,
      kind: 'shorts',
      opening: 'One',
      createdAt: new Date(0).toISOString(),
      files: [],
      warnings: [],
    }),
  }
  const unfollow = followJobs({
    service,
    library,
    exporter: {
      exportJob: async ({ id }) => {
        exported.push(id)
        return outcomes.export
      },
      forget: async (job) => {
        forgotten.push(job)
        return outcomes.forget
      },
    },
    publish: (event) => events.push(event),
    onEnd: ({ state }) => ends.push(state),
    log: (what, facts) => log.push([what, facts]),
  })
  const create = async (script: string) =>
    unwrap(await service.createJob(CreateJob.parse({ kind: 'shorts', script }))).id
  const types = () => events.map(({ type }) => type)
  return { service, runner, events, log, ends, forgotten, exported, outcomes, library, unfollow, create, types }
}

test('a job’s states are told, its results with every part, its end once', async () => {
  const { service, events, ends, exported, log, create, types } = open()
  const id = await create('One. — pause — Two.')
  await vi.waitFor(() => expect(ends).toEqual(['completed']))
  expect((await ended(service, id)).state).toBe('completed')
  expect(events[0]).toMatchObject({ type: 'job', job: { id } })
  expect(events.findLast(({ type }) => type === 'job')).toMatchObject({ job: { state: 'completed' } })
  // Two parts and the end.
  expect(types().filter((type) => type === 'results')).toHaveLength(3)
  expect(exported).toEqual([id, id, id])
  expect(log).toEqual([])
})

test('a job that fails has an end too, and what it made is exported', async () => {
  const { runner, ends, exported, create, events } = open()
  runner.broken.set(2, appError('UNEXPECTED'))
  const id = await create('One. — pause — Two.')
  await vi.waitFor(() => expect(ends).toEqual(['failed']))
  expect(exported).toEqual([id, id])
  expect(events.findLast(({ type }) => type === 'job')).toMatchObject({ job: { state: 'failed' } })
})

test('files that can’t be exported are told as trouble, and shown all the same', async () => {
  const { outcomes, create, events, ends } = open()
  outcomes.export = fail(appError('DISK_FULL', { path: '/exports' }, 'never shown'))
  await create('One.')
  await vi.waitFor(() => expect(ends).toEqual(['completed']))
  const trouble = events.find(({ type }) => type === 'trouble')
  expect(trouble).toMatchObject({ error: { code: 'DISK_FULL' } })
  expect(JSON.stringify(trouble)).not.toContain('never shown')
  expect(events.at(-1)).toMatchObject({ type: 'results' })
})

test('a job without an entry has no results to tell', async () => {
  const { library, create, ends, types } = open()
  library.entry = async () => undefined
  await create('One.')
  await vi.waitFor(() => expect(ends).toEqual(['completed']))
  expect(types()).not.toContain('results')
})

test('a removed job is gone from the windows, and where its files went to is forgotten', async () => {
  const { service, outcomes, create, ends, events, forgotten, log } = open()
  const id = await create('One.')
  await vi.waitFor(() => expect(ends).toEqual(['completed']))
  outcomes.forget = fail(appError('DISK_FULL', { path: '/home' }))
  unwrap(await service.deleteJob({ id }))
  await vi.waitFor(() =>
    expect(log).toMatchObject([['exports not forgotten', { job: id, error: expect.stringContaining('/home') }]]),
  )
  expect(forgotten).toEqual([id])
  expect(events.slice(-2)).toEqual([
    { type: 'job-removed', id },
    { type: 'results-removed', job: id },
  ])
})

test('what breaks on the way is logged, and the next job is told of', async () => {
  const { library, create, log, ends, service } = open()
  const { entry } = library
  library.entry = async () => Promise.reject(new Error('broken'))
  await ended(service, await create('One.'))
  await vi.waitFor(() => expect(log).toContainEqual(['windows not told', { error: 'Error: broken' }]))
  library.entry = entry
  await create('Two.')
  await vi.waitFor(() => expect(ends).toEqual(['completed']))
})

test('nothing is told any more once nobody follows', async () => {
  const { service, unfollow, create, events } = open()
  unfollow()
  await ended(service, await create('One.'))
  expect(events).toEqual([])
})
