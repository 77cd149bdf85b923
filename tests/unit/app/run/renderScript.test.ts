import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunJob } from '#app/run/jobRunner.ts'
import { renderScript, type ScriptRender } from '#app/run/renderScript.ts'
import { partialName } from '#files/placeFile.ts'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { JobEnd, type RunEvent } from '#shared/job/events.ts'
import { JobRequest } from '#shared/job/request.ts'
import { fail, ok } from '#shared/result.ts'

const noPlaces = { findLook: async () => undefined, findBackground: async () => undefined }

let folder: string
let scriptRender: ScriptRender
let events: RunEvent[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausecut-render-'))
  await writeFile(join(folder, 'talk.txt'), 'One. — pause — Two.')
  const { script: _, ...request } = JobRequest.parse({ kind: 'shorts', script: 'x', spokenAs: { engine: 'openai' } })
  scriptRender = {
    source: join(folder, 'talk.txt'),
    folder: join(folder, 'exports', 'talk'),
    request,
    places: noPlaces,
  }
  events = []
})
afterEach(() => rm(folder, { recursive: true }))

const render = (run: RunJob, signal = new AbortController().signal) =>
  renderScript(scriptRender, async () => ok({ engine: 'builtin', run }), join(folder, 'home'), {
    signal,
    emit: (event) => events.push(event),
  })

const artifact: Artifact = { kind: 'video', path: '/a.mp4', name: 'a.mp4', size: 1, segment: 1, duration: 1 }

test('the job gets the script, its folders and every default; its work folder goes with it', async () => {
  const run: RunJob = async (spec) => {
    expect(spec).toMatchObject({
      script: 'One. — pause — Two.',
      spokenAs: { voice: 'nova', speed: 1, engine: 'builtin' },
      format: 'mp4',
      kind: 'shorts',
    })
    expect(spec.folder).toBe(scriptRender.folder)
    expect(spec.id).toMatch(/^api_/)
    await mkdir(spec.work, { recursive: true })
    await writeFile(join(spec.work, 'speech.wav'), '')
    await writeFile(join(spec.folder, 'a.mp4'), '')
    return ok([artifact])
  }
  expect(await render(run)).toEqual({
    type: 'completed',
    job: expect.stringMatching(/^api_/),
    artifacts: [artifact],
  })
  expect(events).toEqual([])
  expect(await readdir(join(folder, 'home', 'work'))).toEqual([])
  expect(await readdir(scriptRender.folder)).toEqual(['a.mp4'])
})

test('a failure before the job began is an end of the same shape, and leaves no folder', async () => {
  const never: RunJob = () => Promise.reject(new Error('must not run'))
  scriptRender = { ...scriptRender, source: join(folder, 'missing.txt') }
  const end = JobEnd.parse(await render(never))
  expect(end).toMatchObject({ type: 'failed', error: { code: 'SCRIPT_NOT_FOUND' }, artifacts: [] })
  expect(events).toEqual([])
  expect(await readdir(folder)).toEqual(['talk.txt'])
})

test('tools that can not be opened are a failure too, and leave no folder', async () => {
  const result = await renderScript(scriptRender, async () => fail(appError('FFMPEG_MISSING')), join(folder, 'home'), {
    signal: new AbortController().signal,
    emit: (event) => events.push(event),
  })
  expect(result).toMatchObject({ type: 'failed', error: { code: 'FFMPEG_MISSING' } })
  expect(events).toEqual([])
  expect((await readdir(folder)).sort()).toEqual(['home', 'talk.txt'])
})

test('the end of a job that failed names what is finished all the same, in script order', async () => {
  const run: RunJob = async (spec, { emit }) => {
    for (const segment of [3, 1])
      emit({ type: 'segment-done', job: spec.id, segment, artifact: { ...artifact, segment } })
    return fail(appError('DISK_FULL', { path: spec.folder }))
  }
  const artifacts = [artifact, { ...artifact, segment: 3 }]
  expect(await render(run)).toMatchObject({ type: 'failed', error: { code: 'DISK_FULL' }, artifacts })
  expect(events.map(({ type }) => type)).toEqual(['segment-done', 'segment-done'])
})

test('a cancelled job that does not end is left behind, with nothing half-made and no event after its end', async () => {
  const controller = new AbortController()
  let late: () => void = () => {}
  const run: RunJob = async (spec, { emit }) => {
    await mkdir(spec.work, { recursive: true })
    await writeFile(join(spec.folder, partialName('.mp4')), 'half')
    controller.abort()
    late = () => emit({ type: 'segment-done', job: spec.id, segment: 1, artifact })
    return new Promise(() => {})
  }
  expect(await render(run, controller.signal)).toMatchObject({ type: 'failed', error: { code: 'CANCELLED' } })
  late()
  expect(events).toEqual([])
  expect((await readdir(folder)).sort()).toEqual(['home', 'talk.txt'])
  expect(await readdir(join(folder, 'home', 'work'))).toEqual([])
})
