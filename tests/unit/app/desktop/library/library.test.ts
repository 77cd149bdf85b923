import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openExporter } from '#app/desktop/library/exporter.ts'
import { followJobs } from '#app/desktop/library/followJobs.ts'
import { openLibrary } from '#app/desktop/library/library.ts'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import { appError } from '#shared/errors.ts'
import { CreateJob } from '#shared/job/contract.ts'
import { phrase } from '#shared/phrases.ts'
import { fail } from '#shared/result.ts'
import { ended, openTestJobService, unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

function open() {
  const { service, runner, store } = openTestJobService()
  const events: AppEvent[] = []
  const publish = (event: AppEvent) => void events.push(event)
  const target: { folder?: string } = {}
  const exporter = openExporter({
    home: store.home,
    folder: () => target.folder,
    template: () => '{index} {keywords}',
  })
  const library = openLibrary({ service, exported: exporter.exported, publish })
  const ends: string[] = []
  followJobs({
    service,
    library,
    exporter,
    publish,
    onEnd: ({ state }) => ends.push(state),
    log: (what, facts) => expect.fail(`${what} ${JSON.stringify(facts)}`),
  })
  const make = async (script: string) => {
    const { id } = unwrap(await service.createJob(CreateJob.parse({ kind: 'shorts', script })))
    await ended(service, id)
    await vi.waitFor(() => expect(ends.length).toBeGreaterThan(0))
    return id
  }
  return { service, runner, store, events, library, exporter, target, ends, make }
}

test('finished files are listed by job, newest first, in script order with the ZIP last', async () => {
  const { library, make } = open()
  const older = await make('An apple. — pause — A pear.')
  const newer = await make('A plum.')
  const { entries, next } = unwrap(await library.handlers.library({ search: '', limit: 24 }))
  expect(entries.map(({ job }) => job)).toEqual([newer, older])
  expect(next).toBeUndefined()
  expect(entries[1]).toMatchObject({
    kind: 'shorts',
    opening: 'An apple.',
    files: [
      { segment: 1, name: 'api_Part_1.mp4', text: 'An apple.', duration: 1.25, missing: false, kind: 'video' },
      { segment: 2, text: 'A pear.' },
      { kind: 'zip' },
    ],
  })
  const [first, , zip] = entries[1]!.files
  expect(first).toMatchObject({ url: `/media/${first!.id}`, thumbnail: `/stills/${first!.id}` })
  expect(zip).not.toHaveProperty('url')
})

test('what a person should know of finished files stands with them', async () => {
  const { library, make, runner } = open()
  const message = phrase('SPEECH_UNSURE', { text: 'A pear.' })
  runner.warned.set(2, message)
  await make('An apple. — pause — A pear.')
  const { entries } = unwrap(await library.handlers.library({ search: '', limit: 24 }))
  expect(entries[0]!.warnings).toEqual([{ segment: 2, message }])
})

test('search looks into scripts and names, whatever case and accents; pages go on where they ended', async () => {
  const { library, make } = open()
  const apple = await make('Ein Äpfelchen fiel.')
  await make('A pear.')
  await make('A plum.')
  const search = async (text: string) =>
    unwrap(await library.handlers.library({ search: text, limit: 1 })).entries.map(({ job }) => job)
  expect(await search('  apfelchen ')).toEqual([apple])
  expect(await search('part 1')).toHaveLength(1)
  expect(await search('banana')).toEqual([])
  const first = unwrap(await library.handlers.library({ search: '', limit: 2 }))
  expect(first.entries).toHaveLength(2)
  const rest = unwrap(await library.handlers.library({ search: '', limit: 2, before: first.next }))
  expect(rest.entries.map(({ job }) => job)).toEqual([apple])
})

test('removed results are gone from the list at once, and can come back', async () => {
  const { library, service, make, events } = open()
  const id = await make('An apple.')
  vi.useFakeTimers()
  try {
    expect(unwrap(await library.handlers.removeResults({ job: id })).seconds).toBeGreaterThan(5)
    expect(events).toContainEqual({ type: 'results-removed', job: id })
    expect(unwrap(await library.handlers.library({ search: '', limit: 24 })).entries).toEqual([])
    const kept = unwrap(await library.handlers.keepResults({ job: id }))
    expect(kept.job).toBe(id)
    await vi.advanceTimersByTimeAsync(60_000)
    unwrap(await service.job({ id }))

    unwrap(await library.handlers.removeResults({ job: id }))
    await vi.advanceTimersByTimeAsync(60_000)
    await vi.waitFor(async () => expect((await service.job({ id })).ok).toBe(false))
    expect(await library.handlers.keepResults({ job: id })).toMatchObject({ error: { code: 'JOB_NOT_FOUND' } })
  } finally {
    vi.useRealTimers()
  }
})

test('results that can’t be removed come back with the reason, and can be removed once they can', async () => {
  const { service, make } = open()
  const id = await make('An apple.')
  const events: AppEvent[] = []
  const removals: (() => ReturnType<typeof service.deleteJob>)[] = [
    async () => fail(appError('DISK_FULL', { path: '/home' })),
    () => Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' })),
    () => service.deleteJob({ id }),
  ]
  const library = openLibrary({
    service: { ...service, deleteJob: () => removals.shift()!() },
    exported: () => undefined,
    publish: (event: AppEvent) => void events.push(event),
  })
  const entry = await library.entry(id)
  for (const code of ['DISK_FULL', 'FILES_NOT_REMOVED']) {
    unwrap(await library.handlers.removeResults({ job: id }))
    expect(unwrap(await library.handlers.library({ search: '', limit: 24 })).entries).toEqual([])
    // Closing removes at once what the undo would have waited for.
    await library.close()
    expect(events.slice(-2)).toMatchObject([
      { type: 'trouble', error: { code } },
      { type: 'results', entry },
    ])
    expect(unwrap(await library.handlers.library({ search: '', limit: 24 })).entries).toEqual([entry])
  }
  unwrap(await library.handlers.removeResults({ job: id }))
  await library.close()
  expect((await service.job({ id })).ok).toBe(false)
  expect(events.at(-1)).toEqual({ type: 'results-removed', job: id })
})

test('quitting does not wait for an undo', async () => {
  const { library, service, make } = open()
  const id = await make('An apple.')
  unwrap(await library.handlers.removeResults({ job: id }))
  await library.close()
  expect((await service.job({ id })).ok).toBe(false)
})

test('a file that somebody moved away is shown as missing', async () => {
  const { library, service, make } = open()
  const id = await make('An apple.')
  rmSync(unwrap(await service.job({ id })).artifacts[0]!.path)
  const entry = unwrap(await library.handlers.libraryEntry({ job: id }))
  expect(entry.files.map(({ missing }) => missing)).toEqual([true, false])
})

test('finished files land in the export folder by themselves, once, and stay when the job goes', async () => {
  const { library, target, service, store, make, exporter, events } = open()
  const folder = scratch()
  target.folder = folder
  const id = await make('An apple. — pause — A pear.')
  const names = ['1 Part 1.mp4', '2 Part 2.mp4']
  await vi.waitFor(() => expect(readdirSync(folder).sort()).toEqual(names))
  const entry = unwrap(await library.handlers.libraryEntry({ job: id }))
  expect(entry.files.map(({ exported }) => exported)).toEqual([...names.map((name) => join(folder, name)), undefined])
  unwrap(await exporter.exportJob(unwrap(await service.job({ id }))))
  expect(readdirSync(folder)).toHaveLength(2)
  await make('An apple.')
  await vi.waitFor(() => expect(existsSync(join(folder, '1 Part 1 (2).mp4'))).toBe(true))
  unwrap(await service.deleteJob({ id }))
  expect(existsSync(join(folder, names[0]!))).toBe(true)
  await vi.waitFor(() => expect(readFileSync(join(store.home, 'exports.json'), 'utf8')).not.toContain(id))
  expect(events.filter(({ type }) => type === 'trouble')).toEqual([])
})

test('an export folder that can’t be made is told, and the job is none the worse', async () => {
  const { target, make, events, service } = open()
  const file = join(scratch(), 'file')
  writeFileSync(file, '')
  target.folder = join(file, 'exports')
  const id = await make('An apple.')
  expect(unwrap(await service.jobStatus({ id })).state).toBe('completed')
  await vi.waitFor(() => expect(events.some(({ type }) => type === 'trouble')).toBe(true))
})

test('the windows hear of every job, whoever made it, and of its going', async () => {
  const { service, make, events, ends } = open()
  const id = await make('An apple.')
  const states = events.flatMap((event) => (event.type === 'job' ? [event.job.state] : []))
  expect(states[0]).toBe('waiting')
  expect(states.at(-1)).toBe('completed')
  expect(events).toContainEqual(expect.objectContaining({ type: 'results' }))
  expect(ends).toEqual(['completed'])
  unwrap(await service.deleteJob({ id }))
  await vi.waitFor(() => expect(events).toContainEqual({ type: 'job-removed', id }))
})
