import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { filesFolder, jobRoot, jobsRoot, workFolder } from '#app/jobs/jobFolders.ts'
import { jobMessage } from '#app/jobs/jobMessage.ts'
import type { RemoveFolder } from '#app/jobs/sweepJobs.ts'
import { appError } from '#shared/errors.ts'
import type { CreateJob } from '#shared/job/contract.ts'
import { CreateJob as CreateJobSchema } from '#shared/job/contract.ts'
import type { StoredEvent } from '#shared/job/events.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, type Result } from '#shared/result.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, openTestJobService, reaches, unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { inEnglish } from '#tests/inEnglish.ts'

const script = 'One is first here. — pause — Two is second there. — pause — Three is third.'
const input = (changes: Partial<CreateJob> = {}) => CreateJobSchema.parse({ kind: 'shorts', script, ...changes })

test('a shorts job goes from waiting to completed with every file in place', async () => {
  const { service, store } = openTestJobService()
  const job = unwrap(await service.createJob(input()))
  expect(job.id).toMatch(/^api_[0-9a-f-]{36}$/)
  const done = await ended(service, job.id)
  expect(done).toMatchObject({ state: 'completed', progress: 100, segments: 3, done: 3 })
  expect(jobMessage(done)).toBe('Successfully generated 3 YouTube Shorts videos!')
  const { artifacts } = unwrap(await service.job({ id: job.id }))
  expect(artifacts.map((artifact) => artifact.kind)).toEqual(['video', 'video', 'video', 'zip'])
  expect(readdirSync(filesFolder(store.home, job.id))).toHaveLength(4)
  expect(existsSync(workFolder(store.home, job.id))).toBe(false)
})

test('a voiceover is one part, whatever markers its script holds', async () => {
  const { service } = openTestJobService()
  const job = unwrap(await service.createJob(input({ kind: 'voiceover', format: 'mp3' })))
  expect(job.id).toMatch(/^api_voiceover_[0-9a-f-]{36}$/)
  expect(job.parts).toEqual([
    { segment: 1, state: 'waiting', text: 'One is first here.\n\nTwo is second there.\n\nThree is third.' },
  ])
  expect(jobMessage(await ended(service, job.id))).toBe('Voiceover generation completed successfully!')
})

test('what waits says its place, what runs says its segment', async () => {
  const { service } = openTestJobService({ runner: fakeRunner({ held: true }) })
  const ids: string[] = []
  for (const _ of [1, 2, 3]) ids.push(unwrap(await service.createJob(input())).id)
  const running = await reaches(service, ids[0]!, (job) => job.state === 'running')
  expect(jobMessage(running)).toBe('Generating video 1 of 3: One is first here.')
  const message = async (id: string) => jobMessage(unwrap(await service.jobStatus({ id })))
  expect(await message(ids[1]!)).toBe('Waiting for its turn, place 1 in the queue')
  expect(await message(ids[2]!)).toBe('Waiting for its turn, place 2 in the queue')
})

test('progress never goes backwards and is 100 only at the end, through failure and retry', async () => {
  const { service, runner } = openTestJobService()
  runner.broken.set(3, appError('SPEECH_REFUSED', { reason: words('no') }))
  const seen: [type: string, progress: number][] = []
  const job = unwrap(await service.createJob(input()))
  service.follow(({ event }) => {
    void service.jobStatus({ id: job.id }).then((status) => seen.push([event.type, unwrap(status).progress]))
  })
  expect((await ended(service, job.id)).progress).toBeLessThan(100)
  runner.broken.clear()
  unwrap(await service.retryJob({ id: job.id }))
  await ended(service, job.id)
  const values = seen.map(([, progress]) => progress)
  expect(values).toEqual([...values].sort((first, second) => first - second))
  expect(seen.filter(([, progress]) => progress === 100).map(([type]) => type)).toEqual(['completed'])
})

test('a part that fails takes no sibling along, and retry makes only the rest', async () => {
  const { service, runner } = openTestJobService()
  runner.broken.set(2, appError('SPEECH_REFUSED', { reason: words('no') }))
  const { id } = unwrap(await service.createJob(input()))
  const failed = await ended(service, id)
  expect(failed).toMatchObject({ state: 'failed', done: 2, error: { code: 'SPEECH_REFUSED' } })
  expect(jobMessage(failed)).toBe('Generation failed: 1 of 3 videos could not be made')
  const { parts, artifacts } = unwrap(await service.job({ id }))
  expect(parts.map((part) => part.state)).toEqual(['done', 'failed', 'done'])
  expect(artifacts.map((artifact) => artifact.segment)).toEqual([1, 3])

  runner.broken.clear()
  unwrap(await service.retryJob({ id }))
  expect((await ended(service, id)).state).toBe('completed')
  expect(runner.runs.map((run) => run.made)).toEqual([[1, 3], [2]])
  expect(await service.retryJob({ id })).toMatchObject({ ok: false, error: { code: 'JOB_COMPLETED' } })
})

test('a segment whose file was lost or cut is made again', async () => {
  const { service, runner, store } = openTestJobService()
  runner.broken.set(3, appError('SPEECH_REFUSED', { reason: words('no') }))
  const { id } = unwrap(await service.createJob(input()))
  await ended(service, id)
  rmSync(join(filesFolder(store.home, id), 'api_Part_1.mp4'))
  writeFileSync(join(filesFolder(store.home, id), 'api_Part_2.mp4'), 'cut')
  runner.broken.clear()
  unwrap(await service.retryJob({ id }))
  await ended(service, id)
  expect(runner.runs[1]?.made).toEqual([1, 2, 3])
})

test('cancelling stops a running job and one that waits', async () => {
  const { service } = openTestJobService({ runner: fakeRunner({ held: true }) })
  const first = unwrap(await service.createJob(input()))
  const second = unwrap(await service.createJob(input()))
  await reaches(service, first.id, (job) => job.state === 'running')
  for (const { id } of [second, first]) {
    const cancelled = unwrap(await service.cancelJob({ id }))
    expect(cancelled).toMatchObject({ state: 'cancelled', error: { code: 'CANCELLED' } })
  }
  expect(await service.cancelJob({ id: first.id })).toMatchObject({ ok: false, error: { code: 'JOB_ENDED' } })
})

test('a cancelled job can be taken up again', async () => {
  const { service, runner } = openTestJobService({ runner: fakeRunner({ held: true }) })
  const { id } = unwrap(await service.createJob(input()))
  unwrap(await service.cancelJob({ id }))
  runner.held = false
  unwrap(await service.retryJob({ id }))
  expect((await ended(service, id)).state).toBe('completed')
})

test('deleting ends the job and removes its files, and nobody else’s', async () => {
  const { service, runner, store } = openTestJobService()
  const kept = unwrap(await service.createJob(input()))
  await ended(service, kept.id)
  runner.held = true
  const gone = unwrap(await service.createJob(input()))
  await reaches(service, gone.id, (job) => job.state === 'running')
  const exported = join(scratch(), 'exported.mp4')
  writeFileSync(exported, 'a copy')
  expect(await service.deleteJob({ id: gone.id })).toEqual({ ok: true, value: { id: gone.id } })
  expect(await service.jobStatus({ id: gone.id })).toMatchObject({ ok: false, error: { code: 'JOB_NOT_FOUND' } })
  expect(existsSync(jobRoot(store.home, gone.id))).toBe(false)
  expect(readdirSync(filesFolder(store.home, kept.id))).toHaveLength(4)
  expect(existsSync(exported)).toBe(true)
  expect(await service.deleteJob({ id: gone.id })).toMatchObject({ ok: false, error: { code: 'JOB_NOT_FOUND' } })
})

test('the same Idempotency-Key gives the same job, and is refused for another request', async () => {
  const { service, store } = openTestJobService()
  const request = input({ idempotencyKey: 'order-1' })
  const [first, second] = await Promise.all([service.createJob(request), service.createJob(request)])
  expect(unwrap(second).id).toBe(unwrap(first).id)
  expect(store.jobs.list({ limit: 9 }).jobs).toHaveLength(1)
  const other = await service.createJob({ ...request, spokenAs: { ...request.spokenAs, speed: 2 } })
  expect(other).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } })
})

test('a full queue refuses, but still knows the jobs it has', async () => {
  const { service } = openTestJobService({ runner: fakeRunner({ held: true }), queueLimit: 1 })
  await service.createJob(input())
  const waiting = unwrap(await service.createJob(input({ idempotencyKey: 'k' })))
  expect(await service.createJob(input())).toMatchObject({ ok: false, error: { code: 'QUEUE_FULL' } })
  expect(unwrap(await service.createJob(input({ idempotencyKey: 'k' }))).id).toBe(waiting.id)
  expect(service.retryAfter()).toBeGreaterThan(0)
})

test('a script with nothing to say is refused', async () => {
  const { service, store } = openTestJobService()
  for (const silent of [' \n ', '— pause — … — pause —'])
    expect(await service.createJob(input({ script: silent }))).toMatchObject({ error: { code: 'SCRIPT_REQUIRED' } })
  expect(store.jobs.list({ limit: 9 }).jobs).toEqual([])
})

test('addresses that may not be used are refused before a job is kept', async () => {
  const { service, store } = openTestJobService()
  const webhook = await service.createJob(input({ webhookUrl: 'http://127.1/hook' }))
  expect(inEnglish(webhook)).toMatchObject({
    error: { code: 'ADDRESS_REFUSED', message: expect.stringMatching(/^The address of the webhook/) },
  })
  const picture = await service.createJob(input({ backgroundUrl: 'file:///etc/passwd' }))
  expect(inEnglish(picture)).toMatchObject({ error: { message: expect.stringContaining('only http and https') } })
  expect(store.jobs.list({ limit: 9 }).jobs).toEqual([])
})

test('an engine that can not be used is refused before a job is kept', async () => {
  const { service, store } = openTestJobService({ engines: { choose: async () => fail(appError('KEY_MISSING')) } })
  expect(await service.createJob(input({ spokenAs: { engine: 'openai' } }))).toMatchObject({
    error: { code: 'KEY_MISSING' },
  })
  expect(store.jobs.list({ limit: 9 }).jobs).toEqual([])
})

test('what a closing service could not finish goes on at the next start, and what was done stays done', async () => {
  const home = scratch()
  const first = openTestJobService({ home })
  first.runner.broken.set(2, appError('SPEECH_REFUSED', { reason: words('no') }))
  const { id } = unwrap(await first.service.createJob(input()))
  await ended(first.service, id)
  first.runner.broken.clear()
  first.runner.held = true
  unwrap(await first.service.retryJob({ id }))
  await reaches(first.service, id, (job) => job.state === 'running')
  const waiting = unwrap(await first.service.createJob(input()))
  await first.service.close(0)
  expect(await first.service.createJob(input())).toMatchObject({ error: { code: 'CLOSING' } })
  expect(unwrap(await first.service.jobStatus({ id })).state).toBe('waiting')
  first.store.close()

  const second = openTestJobService({ home })
  await second.service.start()
  expect((await ended(second.service, id)).state).toBe('completed')
  expect((await ended(second.service, waiting.id)).state).toBe('completed')
  expect(second.runner.runs.map((run) => [run.spec.id, run.made])).toEqual([
    [id, [2]],
    [waiting.id, [1, 2, 3]],
  ])
})

test('what fails while the service closes is kept for the next start: its programs may have been ended too', async () => {
  const { service, runner, store } = openTestJobService({ runner: fakeRunner({ held: true }) })
  runner.broken.set(1, appError('FFMPEG_FAILED', { doing: phrase('DRAWING'), reason: words('it was ended') }))
  const { id } = unwrap(await service.createJob(input()))
  await reaches(service, id, (job) => job.state === 'running')
  const closed = service.close(60_000)
  runner.held = false
  await closed
  expect(store.jobs.job(id)).toMatchObject({ state: 'waiting', parts: [{ state: 'waiting' }, {}, {}] })
})

test('a job that is taken in while the service starts runs once', async () => {
  const { service, runner } = openTestJobService()
  const started = service.start()
  const { id } = unwrap(await service.createJob(input()))
  await started
  await ended(service, id)
  await service.close(0)
  expect(runner.runs).toHaveLength(1)
})

/** The service on a store whose disk is full while `full` says so. */
function onFullDisk(changes: Parameters<typeof openTestJobService>[0] = {}) {
  const store = openTestStore()
  const disk = { full: false }
  const unlessFull = <T extends unknown[], R>(write: (...args: T) => Result<R>) => {
    return (...args: T): Result<R> => (disk.full ? fail(appError('DISK_FULL', { path: store.home })) : write(...args))
  }
  const { create, record, remove } = store.jobs
  const jobs = { ...store.jobs, create: unlessFull(create), record: unlessFull(record), remove: unlessFull(remove) }
  return { ...openTestJobService({ ...changes, store, jobs }), disk }
}

test('on a full disk every call says so, and nothing breaks', async () => {
  const { service, runner, disk } = onFullDisk({ runner: fakeRunner({ held: true }) })
  const running = unwrap(await service.createJob(input()))
  const waiting = unwrap(await service.createJob(input()))
  await reaches(service, running.id, (job) => job.progress > 0)
  disk.full = true
  const full = { ok: false, error: { code: 'DISK_FULL' } }
  expect(await service.createJob(input())).toMatchObject(full)
  expect(await service.cancelJob({ id: waiting.id })).toMatchObject(full)
  expect(await service.cancelJob({ id: running.id })).toMatchObject(full)
  expect(await service.deleteJob({ id: waiting.id })).toMatchObject(full)
  expect(unwrap(await service.jobStatus({ id: running.id })).state).toBe('running')
  disk.full = false
  runner.held = false
  expect(unwrap(await service.cancelJob({ id: running.id })).state).toBe('cancelled')
  expect(await service.retryJob({ id: running.id })).toMatchObject({ ok: true })
  expect((await ended(service, running.id)).state).toBe('completed')
})

test('while another program holds the database locked jobs go on and calls wait, and nothing is lost of either', async () => {
  const { service, runner, store } = openTestJobService({ runner: fakeRunner({ held: true }) })
  const running = unwrap(await service.createJob(input()))
  await reaches(service, running.id, (job) => job.progress > 0)
  const other = new DatabaseSync(join(store.home, 'jobs.sqlite'))
  onTestFinished(() => other.close())
  other.exec('BEGIN IMMEDIATE')
  runner.held = false
  await expect.poll(() => runner.runs[0]?.made).toEqual([1, 2, 3])
  const [first, second] = [input({ idempotencyKey: 'k' }), input({ idempotencyKey: 'k' })]
  const created = Promise.all([service.createJob(first), service.createJob(second)])
  expect(unwrap(await service.jobStatus({ id: running.id })).state).toBe('running')
  other.exec('ROLLBACK')
  expect((await ended(service, running.id)).state).toBe('completed')
  const { artifacts, parts } = unwrap(await service.job({ id: running.id }))
  expect([artifacts.length, parts.map(({ state }) => state)]).toEqual([4, ['done', 'done', 'done']])
  const types = unwrap(await service.events({ since: 0, id: running.id })).map(({ event }) => event.type)
  expect(types).toEqual(['queued', 'started', 'segment-done', 'segment-done', 'segment-done', 'completed'])
  const [one, two] = (await created).map(unwrap)
  expect(one!.id).toBe(two!.id)
})

test('on a full disk the files of a deleted job make room for forgetting it', async () => {
  const { service, store, disk } = onFullDisk()
  const { id } = unwrap(await service.createJob(input()))
  await ended(service, id)
  const files = filesFolder(store.home, id)
  Object.defineProperty(disk, 'full', { get: () => existsSync(files) })
  expect(await service.deleteJob({ id })).toEqual({ ok: true, value: { id } })
  expect(await service.jobStatus({ id })).toMatchObject({ error: { code: 'JOB_NOT_FOUND' } })
})

test('a database that is new, or older than the jobs beside it, takes none of their files away and says what it found', async () => {
  const home = scratch()
  const first = openTestJobService({ home })
  const kept = unwrap(await first.service.createJob(input()))
  await ended(first.service, kept.id)
  first.store.close()
  const database = join(home, 'jobs.sqlite')
  const older = readFileSync(database)
  const second = openTestJobService({ home })
  const later = unwrap(await second.service.createJob(input()))
  await ended(second.service, later.id)
  second.store.close()
  const films = () => [kept.id, later.id].map((id) => readdirSync(filesFolder(home, id)).length)

  writeFileSync(database, older)
  const restored = openTestJobService({ home })
  await restored.service.start()
  await restored.service.close(0)
  restored.store.close()
  expect(films()).toEqual([4, 4])
  expect(restored.log.map((line) => JSON.parse(line))).toMatchObject([{ count: 1, some: later.id }])

  rmSync(database)
  const empty = openTestJobService({ home })
  await empty.service.start()
  await empty.service.close(0)
  expect(films()).toEqual([4, 4])
  expect(empty.log.map((line) => JSON.parse(line))).toMatchObject([{ count: 2 }])
})

test('what a kill left of a job that was being deleted goes at the next start', async () => {
  const store = openTestStore()
  store.jobs.create(newJob('api_gone'))
  const stray = jobRoot(store.home, 'api_gone')
  mkdirSync(stray, { recursive: true })
  store.jobs.remove('api_gone')
  const { service, log } = openTestJobService({ store })
  await service.start()
  await expect.poll(() => store.jobs.removals()).toEqual([])
  expect(readdirSync(jobsRoot(store.home))).toEqual([])
  expect(log).toEqual([])
})

test('files that resist removal neither stop the service nor stay for ever', async () => {
  const store = openTestStore()
  let resists = true
  const removeFolder: RemoveFolder = async (folder) => {
    if (resists) throw Object.assign(new Error('EBUSY: it is being played'), { code: 'EBUSY' })
    rmSync(folder, { recursive: true, force: true })
  }
  const first = openTestJobService({ store, removeFolder })
  const { id } = unwrap(await first.service.createJob(input()))
  const other = unwrap(await first.service.createJob(input()))
  await ended(first.service, id)
  await ended(first.service, other.id)
  expect(await first.service.deleteJob({ id })).toEqual({ ok: true, value: { id } })
  expect(await first.service.deleteJob({ id: other.id })).toMatchObject({ ok: true })
  expect(await first.service.jobStatus({ id })).toMatchObject({ error: { code: 'JOB_NOT_FOUND' } })
  expect(first.log.join()).toMatch(/not removed.*EBUSY/)
  await first.service.close(0)

  const second = openTestJobService({ store, removeFolder })
  await second.service.start()
  await expect.poll(() => second.log.join()).toMatch(new RegExp(`${id}.*${other.id}|${other.id}.*${id}`, 's'))
  await second.service.close(0)
  expect(existsSync(filesFolder(store.home, id))).toBe(true)

  resists = false
  const third = openTestJobService({ store, removeFolder })
  await third.service.start()
  await expect.poll(() => store.jobs.removals()).toEqual([])
  expect(readdirSync(jobsRoot(store.home))).toEqual([])
  expect(third.log).toEqual([])
})

test('old jobs go by age', async () => {
  const { service, store } = openTestJobService({ retention: { age: -1, size: Infinity } })
  const { id } = unwrap(await service.createJob(input()))
  await ended(service, id)
  await service.start()
  await expect.poll(() => store.jobs.removals().length + store.jobs.finished().length).toBe(0)
  expect(await service.job({ id })).toMatchObject({ ok: false })
  expect(existsSync(jobRoot(store.home, id))).toBe(false)
})

test('a follower hears everything in order with rising ids, and one that breaks harms nobody', async () => {
  const { service, log } = openTestJobService()
  service.follow(() => {
    throw new Error('broken follower')
  })
  const heard: StoredEvent[] = []
  service.follow((stored) => heard.push(stored))
  const { id } = unwrap(await service.createJob(input()))
  await ended(service, id)
  expect(heard.map((stored) => stored.event.type).filter((type) => type !== 'progress')).toEqual([
    'queued',
    'started',
    'segment-done',
    'segment-done',
    'segment-done',
    'completed',
  ])
  const ids = heard.map((stored) => stored.id)
  expect(ids).toEqual([...ids].sort((first, second) => first - second))
  expect(log.join()).toContain('broken follower')
  const replayed = unwrap(await service.events({ since: 0, id })).map((stored) => stored.event.type)
  expect(replayed).not.toContain('progress')
  expect(replayed).toContain('completed')
})

test('a runner that breaks fails its job in words, and the log has the rest', async () => {
  const { service, log } = openTestJobService({ run: () => Promise.reject(new Error('a bug')) })
  const { id } = unwrap(await service.createJob(input()))
  expect(await ended(service, id)).toMatchObject({ state: 'failed', error: { code: 'UNEXPECTED' } })
  expect(log.join()).toContain('a bug')
})

test('voices and health', async () => {
  const { service } = openTestJobService()
  expect(unwrap(await service.voices({})).map((voice) => voice.name)).toEqual([
    'nova',
    'alloy',
    'echo',
    'fable',
    'onyx',
    'shimmer',
  ])
  expect(unwrap(await service.health({}))).toMatchObject({
    status: 'ok',
    engine: 'builtin',
    queue: { running: 0, waiting: 0, concurrency: 1, limit: 10 },
  })
})

test('webhook calls are listed for their own job only, and can be asked for again', async () => {
  const { service } = openTestJobService()
  const { id } = unwrap(await service.createJob(input({ webhookUrl: 'https://hooks.example/' })))
  const other = unwrap(await service.createJob(input()))
  await ended(service, id)
  const [delivery] = unwrap(await service.deliveries({ id }))
  expect(delivery).toMatchObject({ job: id, event: 'completed', state: 'pending' })
  expect(unwrap(await service.redeliver({ id, delivery: delivery!.id }))).toMatchObject({ id: delivery!.id })
  const stranger = await service.redeliver({ id: other.id, delivery: delivery!.id })
  expect(stranger).toMatchObject({ ok: false, error: { code: 'DELIVERY_NOT_FOUND' } })
})
