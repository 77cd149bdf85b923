import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { filesFolder } from '#app/jobs/jobFolders.ts'
import type { JobService } from '#app/jobs/jobService.ts'
import { keepJournal } from '#app/renders/keepJournal.ts'
import { openOutsideRenders } from '#app/renders/outsideRenders.ts'
import { journalPath, journalsFolder } from '#app/renders/renderJournal.ts'
import type { RunSpec, RunWatch } from '#app/run/jobRunner.ts'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { JobRequest } from '#shared/job/request.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, openTestJobService, reaches, unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { makeUnreadable } from '#tests/fakes/service/unreadableFile.ts'

const id = 'api_00000000-0000-4000-8000-000000000001'
const script = 'One is first here. — pause — Two is second there.'
const request = JobRequest.parse({ kind: 'shorts', script, spokenAs: { engine: 'builtin' } })

/** A job service that looks for outside renders in its own data folder, as the app has it. */
function open(store = openTestStore(), runner = fakeRunner()) {
  const { home } = store
  const log: string[] = []
  const renders = openOutsideRenders(home, (what, facts) => log.push(`${what} ${facts?.error}`))
  const { service } = openTestJobService({
    store,
    ...renders.orElse(runner.run),
  })
  let end = () => {}
  onTestFinished(() => end())
  const watch = () => {
    end = renders.watch(service.adopt)
  }
  return { home, store, service, runner, watch, log }
}

/** Once the service has heard of the job. */
const heard = (service: JobService) =>
  expect.poll(async () => (await service.jobStatus({ id })).ok, { timeout: 10_000 }).toBe(true)

/** What the command line does while it renders, by hand. */
function commandLine(home: string, signal: AbortSignal = new AbortController().signal) {
  const folder = scratch()
  const spec: RunSpec = { ...request, id, folder, work: join(folder, 'work') }
  const watch: RunWatch = { signal, emit: () => {} }
  const { promise, resolve } = Promise.withResolvers<Result<readonly Artifact[]>>()
  let emit: RunWatch['emit'] = () => {}
  const run = keepJournal(home, (_, { emit: tell }) => {
    emit = tell
    return promise
  })
  const over = run(spec, watch)
  /** How it ends; resolves when that is written. */
  const end = (result: Result<readonly Artifact[]>) => {
    resolve(result)
    return over
  }
  const artifact = (segment: number): Artifact => {
    const path = join(folder, `part-${segment}.mp4`)
    writeFileSync(path, `video ${segment}`)
    return { path, name: `part-${segment}.mp4`, kind: 'video', segment, size: 7, duration: 1 }
  }
  return { folder, emit, artifact, end }
}

test('a job of the command line is listed with all others, its files the library’s own', async () => {
  const { home, service, watch } = open()
  watch()
  const { emit, artifact, end, folder } = commandLine(home)
  emit({ type: 'started', job: id, segments: 2, engine: 'builtin', folder })
  emit({ type: 'progress', job: id, progress: 20, message: words('Speaking'), segment: 1 })
  await heard(service)
  const running = await reaches(service, id, (job) => job.progress === 20)
  expect(running).toMatchObject({ state: 'running', kind: 'shorts', segments: 2, opening: 'One is first here.' })

  const [first, second] = [artifact(1), artifact(2)]
  emit({ type: 'segment-done', job: id, segment: 1, artifact: first })
  emit({ type: 'segment-done', job: id, segment: 2, artifact: second })
  await end(ok([first, second]))
  expect(await ended(service, id)).toMatchObject({ state: 'completed', done: 2, progress: 100 })
  // Whatever becomes of the person's own files.
  rmSync(folder, { recursive: true })
  const { artifacts } = unwrap(await service.job({ id }))
  expect(artifacts.map(({ path }) => dirname(path))).toEqual([filesFolder(home, id), filesFolder(home, id)])
  expect(artifacts.every(({ path }) => existsSync(path))).toBe(true)
  expect(readdirSync(journalsFolder(home))).toEqual([])
})

const refused = appError('SPEECH_REFUSED', { reason: words('No.') })

test('what was rendered while no service ran is there at its next start', async () => {
  const store = openTestStore()
  const { emit, artifact, end, folder } = commandLine(store.home)
  emit({ type: 'started', job: id, segments: 2, engine: 'builtin', folder })
  emit({ type: 'segment-done', job: id, segment: 1, artifact: artifact(1) })
  emit({ type: 'segment-failed', job: id, segment: 2, error: refused })
  await end(fail(refused))
  const { service, watch, runner } = open(store)
  await service.start()
  watch()
  expect(await ended(service, id)).toMatchObject({ state: 'failed', done: 1, error: refused })
  unwrap(await service.retryJob({ id }))
  expect(await ended(service, id)).toMatchObject({ state: 'completed', done: 2 })
  expect(runner.runs.map(({ made }) => made)).toEqual([[2]])
})

test('it waits for no turn, and takes none', async () => {
  const { home, service, watch } = open(undefined, fakeRunner({ held: true }))
  watch()
  const { emit, end, folder } = commandLine(home)
  emit({ type: 'started', job: id, segments: 2, engine: 'builtin', folder })
  await heard(service)
  await reaches(service, id, (job) => job.state === 'running')
  const own = unwrap(await service.createJob({ ...request, subtitles: ['srt'] }))
  await reaches(service, own.id, (job) => job.state === 'running')
  await end(fail(appError('CANCELLED')))
  expect(await ended(service, id)).toMatchObject({ state: 'cancelled' })
})

test('a service that closes leaves it alone, and goes on with it at its next start', async () => {
  const first = open()
  first.watch()
  const { emit, artifact, end, folder } = commandLine(first.home)
  emit({ type: 'started', job: id, segments: 2, engine: 'builtin', folder })
  emit({ type: 'segment-done', job: id, segment: 1, artifact: artifact(1) })
  await heard(first.service)
  await reaches(first.service, id, (job) => job.done === 1)
  await first.service.close(0)
  const second = open(first.store)
  await second.service.start()
  second.watch()
  emit({ type: 'segment-done', job: id, segment: 2, artifact: artifact(2) })
  await end(ok([artifact(1), artifact(2)]))
  expect(await ended(second.service, id)).toMatchObject({ state: 'completed', done: 2 })
  expect(second.runner.runs).toEqual([])
})

/** A process that ends at SIGINT, with a journal in its name. */
async function journalOf(home: string, alive: boolean, asked: object = request): Promise<ChildProcess> {
  const child = spawn(process.execPath, [
    '-e',
    alive ? 'setInterval(() => {}, 1000); console.log(1)' : 'console.log(1)',
  ])
  onTestFinished(() => void child.kill('SIGKILL'))
  if (alive) await once(child.stdout!, 'data')
  else await once(child, 'exit')
  mkdirSync(journalsFolder(home), { recursive: true })
  const begun = JSON.stringify({ type: 'begun', job: id, pid: child.pid, request: asked })
  const started = JSON.stringify({ type: 'started', job: id, segments: 2, engine: 'builtin', folder: home })
  writeFileSync(journalPath(home, id), `${begun}\n${started}\n`)
  return child
}

test('a render of an earlier version is taken in too', async () => {
  const { home, service, watch } = open()
  const { spokenAs, ...rest } = request
  const former = { ...rest, ...spokenAs, voice: 'echo', background: '/a.png' }
  await journalOf(home, false, former)
  watch()
  const { request: taken } = unwrap(await service.job({ id }))
  expect(taken).toMatchObject({ spokenAs: { voice: 'echo' }, look: { background: { file: '/a.png' } } })
})

test('a command line that was killed fails its job, which can be tried again here', async () => {
  const { home, service, watch } = open()
  await journalOf(home, false)
  watch()
  expect(await ended(service, id)).toMatchObject({ state: 'failed', error: { code: 'RENDER_LOST' } })
  unwrap(await service.retryJob({ id }))
  expect(await ended(service, id)).toMatchObject({ state: 'completed' })
})

test('cancelling it here stops its process', async () => {
  const { home, service, watch } = open()
  const child = await journalOf(home, true)
  const gone = once(child, 'exit')
  watch()
  await reaches(service, id, (job) => job.state === 'running')
  unwrap(await service.cancelJob({ id }))
  expect((await gone)[1]).toBe('SIGINT')
  expect(await ended(service, id)).toMatchObject({ state: 'cancelled' })
})

test('a cancelled run says so at once, and nothing after that', () => {
  const home = scratch()
  const controller = new AbortController()
  const { emit } = commandLine(home, controller.signal)
  controller.abort()
  emit({ type: 'warning', job: id, message: words('too late') })
  const written = readdirSync(journalsFolder(home))
  expect(written).toEqual([`${id}.jsonl`])
})

test('what is no journal is left alone, and half a line is read when it is whole', async () => {
  const { home, service, watch } = open()
  mkdirSync(journalsFolder(home), { recursive: true })
  writeFileSync(join(journalsFolder(home), 'notes.txt'), 'mine')
  writeFileSync(join(journalsFolder(home), '....jsonl'), `{"type":"begun","job":"..","pid":1}\n`)
  const begun = JSON.stringify({ type: 'begun', job: id, pid: process.pid, request })
  writeFileSync(journalPath(home, id), begun.slice(0, 40))
  watch()
  expect(unwrap(await service.listJobs({ limit: 10 })).jobs).toEqual([])
  const end = JSON.stringify({ type: 'failed', job: id, error: { code: 'ODD', message: 'Odd.' }, artifacts: [] })
  appendFileSync(journalPath(home, id), `${begun.slice(40)}\nnot JSON\n${end}\n`)
  await heard(service)
  expect(await ended(service, id)).toMatchObject({ state: 'failed', error: { code: 'UNEXPECTED', sentence: 'Odd.' } })
})

test('where no journal can be kept, the run goes on as it is', async () => {
  const home = join(scratch(), 'file')
  writeFileSync(home, 'in the way')
  const watch: RunWatch = { signal: new AbortController().signal, emit: () => {} }
  const run = keepJournal(home, async (_, given) => {
    expect(given).toBe(watch)
    return ok([])
  })
  expect(await run({ ...request, id, folder: home, work: home }, watch)).toEqual(ok([]))
})

test('a journal that can not be read is no reason to stop, is kept, and is read when it can be', async () => {
  const { home, service, watch, log } = open()
  commandLine(home)
  const giveBack = makeUnreadable(journalPath(home, id))
  watch()
  expect(log.join()).toContain('renders not looked for')
  giveBack()
  // Any change in the folder makes it look again.
  writeFileSync(join(journalsFolder(home), 'other'), '')
  await heard(service)
})
