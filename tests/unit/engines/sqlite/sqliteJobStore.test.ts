import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '#engines/sqlite/migrations.ts'
import { openDatabase } from '#engines/sqlite/openDatabase.ts'
import { sqliteJobStore } from '#engines/sqlite/sqliteJobStore.ts'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { JobRequest } from '#shared/job/request.ts'
import { words } from '#shared/phrases.ts'
import { ok } from '#shared/result.ts'
import { StoreFailure } from '#shared/storeFailure.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const video = (home: string, job: string, segment: number, name = `part_${segment}.mp4`): Artifact => ({
  segment,
  kind: 'video',
  path: join(home, 'jobs', job, name),
  name,
  size: 1000 * segment,
  duration: 2.5,
})

test('a job is found as it was created', () => {
  const { jobs } = openTestStore()
  jobs.create(newJob('api_1', { webhookUrl: 'https://a.example/hook', backgroundUrl: 'https://a.example/b.png' }))
  expect(jobs.job('api_1')).toMatchObject({
    id: 'api_1',
    kind: 'shorts',
    state: 'waiting',
    progress: 0,
    segments: 3,
    opening: 'One is',
    voice: 'nova',
    request: newJob('api_1').request,
    webhookUrl: 'https://a.example/hook',
    backgroundUrl: 'https://a.example/b.png',
    current: { segment: 1, text: 'One is first.' },
    artifacts: [],
  })
  expect(jobs.job('api_1')?.parts.map((part) => part.state)).toEqual(['waiting', 'waiting', 'waiting'])
  expect(jobs.job('api_2')).toBeUndefined()
})

test('a job that an earlier version kept opens as what it asked for', () => {
  const { jobs, home } = openTestStore()
  jobs.create(newJob('api_1'))
  const former = {
    ...{ kind: 'shorts', voice: 'onyx', speed: 1.2, format: 'mp4', engine: 'openai', model: 'tts-1' },
    ...{ background: '/a.png', captions: 'boxed', look: {}, subtitles: ['srt'], encoder: 'auto' },
  }
  const raw = new DatabaseSync(join(home, 'jobs.sqlite'))
  raw.prepare('UPDATE jobs SET request = ?').run(JSON.stringify(former))
  raw.close()
  expect(jobs.summary('api_1')).toMatchObject({ voice: 'onyx', speed: 1.2, engine: 'openai' })
  expect(jobs.list({ limit: 1 }).jobs).toHaveLength(1)
  expect(jobs.job('api_1')?.request).toMatchObject({
    spokenAs: { voice: 'onyx', speed: 1.2, engine: 'openai', model: 'tts-1' },
    look: { background: { kind: 'picture', file: '/a.png' }, captions: { preset: 'boxed' } },
  })
})

test('an id and an idempotency key are taken once', () => {
  const { jobs } = openTestStore()
  const idempotency = { key: 'k', fingerprint: 'f' }
  jobs.create(newJob('api_1', { idempotency }))
  expect(jobs.withKey('k')).toEqual({ id: 'api_1', fingerprint: 'f' })
  expect(jobs.withKey('other')).toBeUndefined()
  expect(() => jobs.create(newJob('api_1'))).toThrow()
  expect(() => jobs.create(newJob('api_2', { idempotency }))).toThrow()
  expect(jobs.job('api_2')).toBeUndefined()
})

test('events move the job, its parts and its artifacts', () => {
  const { jobs, home } = openTestStore()
  const job = 'api_1'
  jobs.create(newJob(job))
  jobs.record({ type: 'started', job, segments: 3, engine: 'builtin', folder: home })
  expect(jobs.summary(job)).toMatchObject({ state: 'running', current: { segment: 1 } })
  jobs.record({ type: 'progress', job, progress: 30, message: words('Speaking'), segment: 1 })
  jobs.record({ type: 'progress', job, progress: 20, message: words('Drawing'), segment: 2 })
  expect(jobs.summary(job)).toMatchObject({ progress: 30, message: words('Drawing') })
  jobs.record({ type: 'segment-done', job, segment: 1, artifact: video(home, job, 1) })
  const refused = appError('SPEECH_REFUSED', { reason: words('No.') }, 'HTTP 400')
  jobs.record({ type: 'segment-failed', job, segment: 2, error: refused })
  expect(jobs.summary(job)?.current).toEqual({ segment: 3, text: 'Three is third.' })
  jobs.record({ type: 'failed', job, error: refused, artifacts: [] })

  const failed = jobs.job(job)
  expect(failed).toMatchObject({ state: 'failed', progress: 30, error: { code: 'SPEECH_REFUSED' } })
  expect(failed?.parts.map((part) => part.state)).toEqual(['done', 'failed', 'waiting'])
  expect(failed?.parts[1]?.error).toEqual(appError('SPEECH_REFUSED', { reason: words('No.') }))
  expect(failed?.artifacts).toEqual([{ ...video(home, job, 1), downloadName: 'part_1.mp4' }])

  jobs.record({ type: 'queued', job })
  expect(jobs.job(job)).toMatchObject({ state: 'waiting', progress: 30 })
  expect(jobs.job(job)?.error).toBeUndefined()
  expect(jobs.job(job)?.parts.map((part) => part.state)).toEqual(['done', 'waiting', 'waiting'])

  const zip: Artifact = { kind: 'zip', path: join(home, 'jobs', job, 'all.zip'), name: 'all.zip', size: 9 }
  jobs.record({ type: 'completed', job, artifacts: [1, 2, 3].map((n) => video(home, job, n)).concat(zip) })
  const done = jobs.job(job)
  expect(done).toMatchObject({ state: 'completed', progress: 100 })
  expect(done?.artifacts.map((artifact) => artifact.name)).toEqual([
    'part_1.mp4',
    'part_2.mp4',
    'part_3.mp4',
    'all.zip',
  ])
  expect(done?.current).toBeUndefined()
})

test('receipts stay with their files, and warnings with the job', () => {
  const { jobs, home } = openTestStore()
  const receipt = { loudness: -14.1, truePeak: null, duration: 2.5, timing: 'engine' } as const
  jobs.create(newJob('api_1'))
  jobs.record({ type: 'warning', job: 'api_1', message: words('No font has this sign'), segment: 2 })
  const artifact = { ...video(home, 'api_1', 1), receipt }
  jobs.record({ type: 'segment-done', job: 'api_1', segment: 1, artifact })
  expect(jobs.job('api_1')).toMatchObject({
    artifacts: [artifact],
    warnings: [{ message: words('No font has this sign'), segment: 2 }],
  })
})

test('a failure that an older version kept keeps its sentence', () => {
  const { jobs, home } = openTestStore()
  jobs.create(newJob('api_1'))
  jobs.record({ type: 'started', job: 'api_1', segments: 3, engine: 'builtin', folder: home })
  const old = { code: 'SPEECH_REFUSED', message: 'The speech service refused this text: no' }
  const kept = { code: 'SPEECH_REFUSED', facts: {}, sentence: old.message }
  const database = new DatabaseSync(join(home, 'jobs.sqlite'))
  database.exec(`UPDATE jobs SET state = 'failed', error = '${JSON.stringify(old)}'`)
  database.exec(`UPDATE parts SET state = 'failed', error = '${JSON.stringify(old)}' WHERE segment = 2`)
  const event = { type: 'failed', job: 'api_1', error: old, artifacts: [] }
  database.exec(`UPDATE events SET type = 'failed', body = '${JSON.stringify(event)}' WHERE type = 'started'`)
  database.close()
  expect(jobs.summary('api_1')?.error).toEqual(kept)
  expect(jobs.job('api_1')?.parts[1]?.error).toEqual(kept)
  expect(jobs.events(0).at(-1)?.event).toEqual({ ...event, error: kept })
})

test('what jobs of an older version said is still read', () => {
  const home = scratch()
  const old = unwrap(openDatabase(join(home, 'jobs.sqlite'), migrations.slice(0, 2)))
  const request = JSON.stringify({ kind: 'voiceover', voice: 'nova', speed: 1, format: 'mp4', engine: 'builtin' })
  const insert = `INSERT INTO jobs (id, kind, state, progress, message, segments, created_at, updated_at, opening, request, script)
    VALUES ('api_1', 'voiceover', 'running', 40, 'Generating "speech"...', 1, 0, 0, 'Hello', '${request}', 'Hello')`
  old.exec(insert)
  const said = [
    { type: 'progress', job: 'api_1', progress: 40, message: 'Generating "speech"...', segment: 1 },
    { type: 'warning', job: 'api_1', message: 'No font here has “ꙮ”.' },
  ]
  for (const event of said)
    old
      .prepare('INSERT INTO events (job, at, type, body) VALUES (?, 0, ?, ?)')
      .run('api_1', event.type, JSON.stringify(event))
  old.close()
  const { jobs } = openTestStore(home)
  expect(jobs.job('api_1')).toMatchObject({
    message: words('Generating "speech"...'),
    warnings: [{ message: words('No font here has “ꙮ”.') }],
  })
  expect(jobs.events(0).map(({ event }) => event)).toEqual(
    said.map((event) => ({ ...event, message: words(event.message) })),
  )
})

test('a cancelled job is no failed one', () => {
  const { jobs } = openTestStore()
  jobs.create(newJob('api_1'))
  jobs.record({ type: 'failed', job: 'api_1', error: appError('CANCELLED'), artifacts: [] })
  expect(jobs.summary('api_1')).toMatchObject({ state: 'cancelled', error: { code: 'CANCELLED' } })
})

test('download names are unique among all jobs and stay what they were', () => {
  const { jobs, home } = openTestStore()
  const ids = ['api_11111111-aaaa', 'api_22222222-bbbb', 'api_22222222-cccc']
  for (const id of ids) {
    jobs.create(newJob(id))
    for (const _ of [1, 2])
      jobs.record({ type: 'segment-done', job: id, segment: 1, artifact: video(home, id, 1, 'api_Same.mp4') })
  }
  expect(ids.map((id) => jobs.job(id)?.artifacts.map((artifact) => artifact.downloadName))).toEqual([
    ['api_Same.mp4'],
    ['api_Same_22222222.mp4'],
    ['api_Same_22222222_2.mp4'],
  ])
  expect(jobs.artifact('api_Same_22222222.mp4')).toMatchObject({ job: ids[1], artifact: { name: 'api_Same.mp4' } })
  expect(jobs.artifact('../jobs.sqlite')).toBeUndefined()
})

test('a download name is never another job’s again, not even when its job is gone and the store was opened anew', () => {
  const home = scratch()
  const names = (store: ReturnType<typeof openTestStore>, id: string) => {
    store.jobs.create(newJob(id))
    for (const segment of [1, 2])
      store.jobs.record({
        type: 'segment-done',
        job: id,
        segment,
        artifact: video(home, id, segment, `api_${segment}.mp4`),
      })
    return store.jobs.job(id)?.artifacts.map((artifact) => artifact.downloadName)
  }
  const first = openTestStore(home)
  expect(names(first, 'api_11111111-aaaa')).toEqual(['api_1.mp4', 'api_2.mp4'])
  unwrap(first.jobs.remove('api_11111111-aaaa'))
  expect(names(first, 'api_22222222-aaaa')).toEqual(['api_1_22222222.mp4', 'api_2_22222222.mp4'])
  unwrap(first.jobs.remove('api_22222222-aaaa'))
  first.close()

  const again = openTestStore(home)
  expect(again.jobs.artifact('api_1.mp4')).toBeUndefined()
  expect(names(again, 'api_22222222-bbbb')).toEqual(['api_1_22222222_2.mp4', 'api_2_22222222_2.mp4'])
})

test('however many names were used, there is a free one, and what is kept of them stays within its bound', () => {
  const { jobs, home, close } = openTestStore()
  jobs.create(newJob('api_11111111-aaaa'))
  close()
  const database = new DatabaseSync(join(home, 'jobs.sqlite'))
  const most = 2 ** 22
  database.exec(
    `INSERT INTO used_names WITH RECURSIVE every(slot) AS (VALUES (0) UNION ALL SELECT slot + 1 FROM every
     WHERE slot < ${most - 1}) SELECT slot FROM every`,
  )
  expect(() => database.exec(`INSERT INTO used_names VALUES (${most})`)).toThrow(/CHECK/)
  database.close()
  const full = openTestStore(home)
  const job = 'api_11111111-aaaa'
  full.jobs.record({ type: 'segment-done', job, segment: 1, artifact: video(home, job, 1, 'api_A.mp4') })
  expect(full.jobs.artifact('api_A_11111111-aaaa.mp4')).toMatchObject({ job })
  unwrap(full.jobs.remove(job))
})

test('search looks into scripts and names, whatever case and accents, and only at jobs with files where that is wanted', () => {
  const { jobs, home } = openTestStore()
  const script = (id: string, text: string) =>
    jobs.create(
      newJob(id, { request: JobRequest.parse({ kind: 'shorts', script: text, spokenAs: { engine: 'builtin' } }) }),
    )
  script('api_1', 'Ein Äpfelchen fiel.')
  script('api_2', '100 % of a pear_tree')
  jobs.record({ type: 'segment-done', job: 'api_2', segment: 1, artifact: video(home, 'api_2', 1, 'api_Big_Año.mp4') })
  script('api_3', 'An apfelchen, said in English.')
  const subtitles: Artifact = { kind: 'subtitles', path: join(home, 'jobs', 'api_3', 'a.srt'), name: 'a.srt', size: 1 }
  jobs.record({ type: 'segment-done', job: 'api_3', segment: 1, artifact: subtitles })
  const ids = (search: string, withFiles?: boolean) =>
    jobs.list({ search, withFiles, limit: 10 }).jobs.map(({ id }) => id)
  expect(ids('  ÄPFELCHEN ')).toEqual(['api_3', 'api_1'])
  expect(ids('big ano')).toEqual(['api_2'])
  expect(ids('0 %')).toEqual(['api_2'])
  expect(ids('r_t')).toEqual(['api_2'])
  expect(ids('api_big')).toEqual(['api_2'])
  expect(ids('fiel. an')).toEqual([])
  expect(ids('', true)).toEqual(['api_2'])
  expect(ids('apfelchen', true)).toEqual([])
  expect(jobs.list({ search: 'apfelchen', limit: 1 })).toMatchObject({ jobs: [{ id: 'api_3' }], next: 3 })
  expect(jobs.list({ search: 'apfelchen', limit: 1, before: 3 })).toMatchObject({ jobs: [{ id: 'api_1' }] })
})

test('jobs of the first version are searched like those of this one', () => {
  const home = scratch()
  const old = unwrap(openDatabase(join(home, 'jobs.sqlite'), migrations.slice(0, 1)))
  old.exec(
    `INSERT INTO jobs VALUES (1, 'api_1', 'shorts', 'completed', 100, 'Done', 1, NULL, 0, 0, 'Ein', NULL, NULL, NULL, NULL,
       '{"kind":"shorts","engine":"builtin"}', 'Ein Äpfelchen fiel.');
     INSERT INTO artifacts VALUES ('api_Big_Pear.mp4', 1, 1, 'jobs/api_1/a.mp4', 1,
       '{"kind":"video","path":"jobs/api_1/a.mp4","name":"api_Big_Pear.mp4","size":1,"duration":1,"segment":1}')`,
  )
  old.close()
  const { jobs } = openTestStore(home)
  for (const search of ['apfelchen', 'big pear', ''])
    expect(jobs.list({ search, withFiles: true, limit: 10 }).jobs).toHaveLength(1)
  expect(jobs.list({ search: 'banana', limit: 10 }).jobs).toEqual([])
})

test('of removals the log keeps the newest thousand', () => {
  const { jobs } = openTestStore()
  const kept = 1_000
  for (let index = 0; index < kept + 5; index++) {
    jobs.create(newJob(`api_${index}`))
    unwrap(jobs.remove(`api_${index}`))
  }
  jobs.create(newJob('api_last'))
  const events = jobs.events(0).map(({ event }) => event)
  expect(events).toHaveLength(kept + 1)
  expect(events[0]).toEqual({ type: 'removed', job: 'api_5' })
  expect(events.at(-1)).toEqual({ type: 'queued', job: 'api_last' })
})

test('the data folder can be moved: paths inside it are kept relative', () => {
  const folder = scratch()
  const first = openTestStore(join(folder, 'before'))
  first.jobs.create(newJob('api_1'))
  const outside: Artifact = { kind: 'zip', path: '/elsewhere/all.zip', name: 'all.zip', size: 9 }
  first.jobs.record({ type: 'segment-done', job: 'api_1', segment: 1, artifact: video(first.home, 'api_1', 1) })
  first.jobs.record({ type: 'completed', job: 'api_1', artifacts: [outside] })
  first.close()
  renameSync(first.home, join(folder, 'after'))
  const moved = openTestStore(join(folder, 'after'))
  expect(moved.jobs.job('api_1')?.artifacts.map((artifact) => artifact.path)).toEqual([
    join(moved.home, 'jobs', 'api_1', 'part_1.mp4'),
    '/elsewhere/all.zip',
  ])
})

test('pages go newest first, filtered, without gap or repeat while jobs come in', () => {
  const { jobs } = openTestStore()
  for (let index = 1; index <= 7; index++) jobs.create(newJob(`api_${index}`))
  jobs.record({ type: 'completed', job: 'api_3', artifacts: [] })
  const ids = (page: { jobs: { id: string }[] }) => page.jobs.map((job) => job.id)
  const page = jobs.list({ limit: 3 })
  expect(ids(page)).toEqual(['api_7', 'api_6', 'api_5'])
  jobs.create(newJob('api_8'))
  const second = jobs.list({ limit: 3, before: page.next ?? 0 })
  expect(ids(second)).toEqual(['api_4', 'api_3', 'api_2'])
  const last = jobs.list({ limit: 3, before: second.next ?? 0 })
  expect(ids(last)).toEqual(['api_1'])
  expect(last.next).toBeUndefined()
  expect(ids(jobs.list({ limit: 9, states: ['completed', 'failed'] }))).toEqual(['api_3'])
  expect(ids(jobs.list({ limit: 9, kind: 'voiceover' }))).toEqual([])
})

test('unfinished jobs come in order, those that ran first', () => {
  const { jobs } = openTestStore()
  for (const id of ['api_1', 'api_2', 'api_3', 'api_4']) jobs.create(newJob(id))
  jobs.record({ type: 'started', job: 'api_3', segments: 3, engine: 'builtin', folder: '' })
  jobs.record({ type: 'completed', job: 'api_2', artifacts: [] })
  expect(jobs.unfinished()).toEqual(['api_3', 'api_1', 'api_4'])
})

test('the log is read from any point, and keeps no progress of a job that has ended', () => {
  const { jobs } = openTestStore()
  jobs.create(newJob('api_1'))
  jobs.create(newJob('api_2'))
  const other = jobs.events(0).at(-1)!
  jobs.record({ type: 'progress', job: 'api_1', progress: 5, message: words('a'), segment: 1 })
  jobs.record({ type: 'progress', job: 'api_2', progress: 5, message: words('b'), segment: 1 })
  const last = unwrap(jobs.record({ type: 'completed', job: 'api_1', artifacts: [] }))
  const types = (since: number, job?: string) => jobs.events(since, job).map((stored) => stored.event.type)
  expect(types(0, 'api_1')).toEqual(['queued', 'completed'])
  expect(types(0)).toEqual(['queued', 'queued', 'progress', 'completed'])
  expect(types(other.id)).toEqual(['progress', 'completed'])
  expect(types(last.id)).toEqual([])
})

test('ids of events are never used twice, not even after a removal', () => {
  const { jobs } = openTestStore()
  jobs.create(newJob('api_1'))
  const removed = unwrap(jobs.remove('api_1'))
  expect(removed?.event).toEqual({ type: 'removed', job: 'api_1' })
  jobs.create(newJob('api_1'))
  expect(jobs.events(0).at(-1)?.id).toBeGreaterThan(removed?.id ?? Infinity)
  expect(jobs.remove('api_9')).toEqual(ok(undefined))
})

test('a removed job takes everything of it along', () => {
  const { jobs, deliveries, home } = openTestStore()
  jobs.create(newJob('api_1', { webhookUrl: 'https://a.example/' }))
  jobs.record({ type: 'segment-done', job: 'api_1', segment: 1, artifact: video(home, 'api_1', 1) })
  jobs.record({ type: 'completed', job: 'api_1', artifacts: [] })
  jobs.remove('api_1')
  expect(jobs.job('api_1')).toBeUndefined()
  expect(jobs.artifact('part_1.mp4')).toBeUndefined()
  expect(deliveries.of('api_1')).toEqual([])
})

test('a removed job is noted until its files are gone; what the store never had it does not know', () => {
  const { jobs } = openTestStore()
  for (const id of ['api_1', 'api_2', 'api_3']) jobs.create(newJob(id))
  jobs.remove('api_1')
  jobs.remove('api_2')
  expect(jobs.removals()).toEqual(['api_1', 'api_2'])
  expect(jobs.unknown(['api_1', 'api_3', 'api_9', 'notes'])).toEqual(['api_9', 'notes'])
  expect(jobs.filesRemoved('api_1').ok).toBe(true)
  // The same id is another job: its files stay.
  jobs.create(newJob('api_2'))
  expect(jobs.removals()).toEqual([])
})

test('finished jobs are weighed, the longest untouched first', () => {
  let now = Date.UTC(2025, 0, 1)
  const { jobs, home } = openTestStore(undefined, () => now)
  for (const id of ['api_1', 'api_2', 'api_3']) jobs.create(newJob(id))
  jobs.record({ type: 'segment-done', job: 'api_2', segment: 1, artifact: video(home, 'api_2', 1) })
  jobs.record({ type: 'completed', job: 'api_2', artifacts: [video(home, 'api_2', 2, 'b.mp4')] })
  now += 1000
  jobs.record({ type: 'completed', job: 'api_1', artifacts: [] })
  expect(jobs.finished()).toEqual([
    { id: 'api_2', updatedAt: '2025-01-01T00:00:00.000Z', size: 3000 },
    { id: 'api_1', updatedAt: '2025-01-01T00:00:01.000Z', size: 0 },
  ])
})

test('while another program holds the database locked a write fails in words, at once, and reads go on', () => {
  const home = scratch()
  const path = join(home, 'jobs.sqlite')
  const database = unwrap(openDatabase(path))
  const other = new DatabaseSync(path)
  onTestFinished(() => {
    database.close()
    other.close()
  })
  const jobs = sqliteJobStore(database, home)
  unwrap(jobs.create(newJob('api_1')))
  const before = JSON.stringify([jobs.job('api_1'), jobs.events(0)])
  other.exec('BEGIN IMMEDIATE')
  const busy = { ok: false, error: { code: 'STORE_BUSY' } }
  expect(jobs.create(newJob('api_2'))).toMatchObject(busy)
  expect(jobs.record({ type: 'completed', job: 'api_1', artifacts: [] })).toMatchObject(busy)
  expect(jobs.remove('api_1')).toMatchObject(busy)
  expect(JSON.stringify([jobs.job('api_1'), jobs.events(0)])).toBe(before)
  other.exec('ROLLBACK')
  expect(jobs.record({ type: 'completed', job: 'api_1', artifacts: [] }).ok).toBe(true)
  // A mistake of the program is none of the machine's.
  expect(() => jobs.create(newJob('api_1'))).toThrow('UNIQUE')
})

test('a database with damaged pages says so: writes fail, reads throw what the way in can tell its caller', () => {
  const home = scratch()
  const path = join(home, 'jobs.sqlite')
  const whole = unwrap(openDatabase(path))
  for (let n = 0; n < 50; n++) unwrap(sqliteJobStore(whole, home).create(newJob(`api_${n}`)))
  whole.close()
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill('damaged', 4096 * 2))
  const database = new DatabaseSync(path)
  onTestFinished(() => database.close())
  database.function('folded', (text) => String(text))
  const jobs = sqliteJobStore(database, home)
  expect(() => jobs.list({ limit: 50 })).toThrow(StoreFailure)
  expect(jobs.create(newJob('api_x'))).toMatchObject({ ok: false, error: { code: 'STORE_FAILED' } })
})

test('on a full disk every write fails in words and changes nothing, and goes through again once there is room', () => {
  const home = scratch()
  const database = unwrap(openDatabase(join(home, 'jobs.sqlite')))
  onTestFinished(() => database.close())
  const jobs = sqliteJobStore(database, home)
  unwrap(jobs.create(newJob('api_1')))
  const limit = (pages: number) => database.exec(`PRAGMA max_page_count = ${pages}`)
  // SQLite takes the size that the file has where that is more.
  limit(1)
  const before = JSON.stringify([jobs.job('api_1'), jobs.events(0)])
  const long = 'words '.repeat(10_000)
  const full = { ok: false, error: { code: 'DISK_FULL' } }
  expect(jobs.create(newJob('api_2', { opening: long }))).toMatchObject(full)
  const warning = { type: 'warning', job: 'api_1', message: words(long) } as const
  expect(jobs.record(warning)).toMatchObject(full)
  expect(JSON.stringify([jobs.job('api_1'), jobs.events(0)])).toBe(before)
  limit(1_000_000)
  expect(jobs.record(warning).ok).toBe(true)
  expect(jobs.remove('api_1').ok).toBe(true)
})
