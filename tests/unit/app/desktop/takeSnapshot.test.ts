import { expect, test } from 'vitest'
import { takeSnapshot } from '#app/desktop/takeSnapshot.ts'
import type { JobService } from '#app/jobs/jobService.ts'
import { Snapshot } from '#shared/desktop/appContract.ts'
import { appError } from '#shared/errors.ts'
import { fail } from '#shared/result.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { openTestDesktop } from '#tests/fakes/service/openTestDesktop.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { newJob } from '#tests/fakes/service/openTestStore.ts'

function open() {
  const { desktop, ...rest } = openTestDesktop(undefined, { runner: fakeRunner({ held: true }) })
  return { ...rest, desktop, snapshot: async () => unwrap(await desktop.handlers.snapshot({})) }
}

test('the first start shows the sample, every built-in look, and no key, job or picture', async () => {
  const { snapshot, parts } = open()
  const taken = await snapshot()
  expect(Snapshot.parse(taken)).toEqual(taken)
  expect(taken).toMatchObject({
    app: { ...parts.info, language: 'en', engine: 'builtin', sample: parts.sample.script },
    draft: { name: 'sample.txt', script: parts.sample.script },
    drafts: [{ opening: 'A sample.' }],
    jobs: [],
    pictures: [],
    requests: [],
    key: { state: 'none' },
    api: { on: false },
    updates: { state: 'off' },
  })
  expect(taken.looks.length).toBeGreaterThan(2)
  expect(taken.looks.every(({ builtIn }) => builtIn)).toBe(true)
  expect(taken).not.toHaveProperty('exportFolder')
})

test('what changed is in the next one, with the number of the last event that is in it', async () => {
  const { snapshot, desktop, home, events } = open()
  const { at, draft } = await snapshot()
  unwrap(await desktop.handlers.useExportFolder({ path: home }))
  unwrap(await desktop.handlers.changeSettings({ language: 'de' }))
  unwrap(await desktop.handlers.setKey({ key: 'sk-secret' }))
  unwrap(await desktop.handlers.saveDraft({ ...draft, script: 'Typed.' }))
  unwrap(await desktop.handlers.make({ script: 'One.', choices: draft.choices }))
  const taken = await snapshot()
  expect(taken).toMatchObject({
    exportFolder: home,
    settings: { language: 'de' },
    key: { state: 'keychain' },
    app: { language: 'de', engine: 'openai' },
    draft: { script: 'Typed.' },
    jobs: [{ opening: 'One.' }],
  })
  expect(JSON.stringify(taken)).not.toContain('sk-secret')
  expect(taken.at).toBeGreaterThanOrEqual(at + 4)
  expect(taken.at).toBeLessThanOrEqual(events.length)
})

test('jobs are the newest hundred and every one that is not finished, however many', async () => {
  const { store, snapshot } = open()
  const create = (id: string) => unwrap(store.jobs.create(newJob(id)))
  for (let index = 0; index < 230; index++) create(`old_${index}`)
  for (let index = 0; index < 120; index++) {
    create(`new_${index}`)
    unwrap(store.jobs.record({ type: 'completed', job: `new_${index}`, artifacts: [] }))
  }
  const ids = (await snapshot()).jobs.map(({ id }) => id)
  expect(ids).toHaveLength(330)
  expect(new Set(ids).size).toBe(330)
  expect(ids.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, index) => `new_${119 - index}`))
})

test('a service that can’t list its jobs fails the snapshot', async () => {
  const { parts } = open()
  const listJobs: JobService['listJobs'] = async () => fail(appError('UNEXPECTED'))
  const snapshot = takeSnapshot({ ...parts, service: { listJobs } } as unknown as Parameters<typeof takeSnapshot>[0])
  expect(await snapshot).toMatchObject({ error: { code: 'UNEXPECTED' } })
})
