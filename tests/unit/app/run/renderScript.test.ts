import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunJob } from '#app/run/jobRunner.ts'
import { renderScript, type ScriptWish } from '#app/run/renderScript.ts'
import { partialName } from '#files/placeFile.ts'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { JobEvent } from '#shared/job/events.ts'
import { fail, ok } from '#shared/result.ts'

let folder: string
let wish: ScriptWish
let events: JobEvent[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausecut-render-'))
  await writeFile(join(folder, 'talk.txt'), 'One. — pause — Two.')
  const request = { kind: 'shorts' } as const
  wish = { source: join(folder, 'talk.txt'), folder: join(folder, 'exports', 'talk'), request }
  events = []
})
afterEach(() => rm(folder, { recursive: true }))

const render = (run: RunJob, signal = new AbortController().signal) =>
  renderScript(wish, async () => ok({ engine: 'builtin', run }), join(folder, 'home'), {
    signal,
    emit: (event) => events.push(event),
  })

const artifact: Artifact = { kind: 'video', path: '/a.mp4', name: 'a.mp4', size: 1, segment: 1, duration: 1 }

test('the job gets the script, its folders and every default; its work folder goes with it', async () => {
  const run: RunJob = async (spec, { emit }) => {
    expect(spec).toMatchObject({
      script: 'One. — pause — Two.',
      voice: 'nova',
      speed: 1,
      format: 'mp4',
      kind: 'shorts',
    })
    expect(spec.folder).toBe(wish.folder)
    expect(spec.id).toMatch(/^api_/)
    await mkdir(spec.work, { recursive: true })
    await writeFile(join(spec.work, 'speech.wav'), '')
    await writeFile(join(spec.folder, 'a.mp4'), '')
    emit({ type: 'completed', job: spec.id, artifacts: [artifact] })
    return ok([artifact])
  }
  expect(await render(run)).toEqual({ ok: true, value: [artifact] })
  expect(events.map((event) => event.type)).toEqual(['completed'])
  expect(await readdir(join(folder, 'home', 'work'))).toEqual([])
  expect(await readdir(wish.folder)).toEqual(['a.mp4'])
})

test('a failure before the job began is told as an event of the same shape, and leaves no folder', async () => {
  const never: RunJob = () => Promise.reject(new Error('must not run'))
  wish = { ...wish, source: join(folder, 'missing.txt') }
  expect(await render(never)).toMatchObject({ error: { code: 'SCRIPT_NOT_FOUND' } })
  expect(JobEvent.array().parse(events)).toMatchObject([{ type: 'failed', error: { code: 'SCRIPT_NOT_FOUND' } }])
  expect(await readdir(folder)).toEqual(['talk.txt'])
})

test('tools that can not be opened are a failure too, and leave no folder', async () => {
  const result = await renderScript(wish, async () => fail(appError('FFMPEG_MISSING')), join(folder, 'home'), {
    signal: new AbortController().signal,
    emit: (event) => events.push(event),
  })
  expect(result).toMatchObject({ error: { code: 'FFMPEG_MISSING' } })
  expect(events).toMatchObject([{ type: 'failed', error: { code: 'FFMPEG_MISSING' } }])
  expect((await readdir(folder)).sort()).toEqual(['home', 'talk.txt'])
})

test('a job’s own end is not told twice', async () => {
  const run: RunJob = async (spec, { emit }) => {
    const error = appError('DISK_FULL', { path: spec.folder })
    emit({ type: 'failed', job: spec.id, error, artifacts: [] })
    return fail(error)
  }
  expect(await render(run)).toMatchObject({ error: { code: 'DISK_FULL' } })
  expect(events).toHaveLength(1)
})

test('a cancelled job that does not end is left behind, with nothing half-made and no event after its end', async () => {
  const controller = new AbortController()
  let late: () => void = () => {}
  const run: RunJob = async (spec, { emit }) => {
    await mkdir(spec.work, { recursive: true })
    await writeFile(join(spec.folder, partialName('.mp4')), 'half')
    controller.abort()
    late = () => emit({ type: 'completed', job: spec.id, artifacts: [] })
    return new Promise(() => {})
  }
  expect(await render(run, controller.signal)).toMatchObject({ error: { code: 'CANCELLED' } })
  late()
  expect(events).toMatchObject([{ type: 'failed', error: { code: 'CANCELLED' } }])
  expect((await readdir(folder)).sort()).toEqual(['home', 'talk.txt'])
  expect(await readdir(join(folder, 'home', 'work'))).toEqual([])
})
