import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { runJob } from '#app/run/runJob.ts'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import type { JobEvent } from '#shared/job/events.ts'
import { JobRequest } from '#shared/job/request.ts'
import { phrase, sayPhrase } from '#shared/phrases.ts'
import { testTools } from '#tests/fakes/media/testTools.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const script = 'First things first. — pause — Second thoughts are better. — pause — Third time lucky.'

function prepare(wish: Partial<z.input<typeof JobRequest>> = {}) {
  const home = scratch()
  const tools = testTools(home)
  const request = JobRequest.parse({ kind: 'shorts', spokenAs: { engine: 'builtin' }, script, ...wish })
  const folder = join(home, 'out')
  const controller = new AbortController()
  const events: JobEvent[] = []
  const run = (done?: ReadonlyMap<number, readonly Artifact[]>) => {
    events.length = 0
    const spec = { ...request, id: 'api_581cfa84-dfc4-4a40-9448-4ed6971c07bc', folder, work: join(home, 'work') }
    const emit = (event: JobEvent) => void events.push(event)
    return runJob(spec, tools, { signal: controller.signal, emit, ...(done && { done }) })
  }
  const types = () => events.map((event) => event.type).filter((type) => type !== 'progress')
  return { home, tools, folder, controller, events, types, run }
}

test('a script becomes a video and subtitles per segment, and a ZIP of them in script order', async () => {
  const { run, folder, types, tools } = prepare()
  const result = await run()
  expect(result).toMatchObject({ ok: true })
  const names = result.ok ? result.value.map((artifact) => artifact.name) : []
  expect(names.filter((name) => name.endsWith('.mp4'))).toEqual([
    'api_First_Things_First.mp4',
    'api_Second_Thoughts_Better.mp4',
    'api_Third_Time_Lucky.mp4',
  ])
  expect(names.at(-1)).toMatch(/^api_shorts_581cfa84_[0-9a-f]{8}\.zip$/)
  expect(readdirSync(folder).sort()).toEqual([...names].sort())
  expect(readFileSync(join(folder, 'api_Third_Time_Lucky.srt'), 'utf8')).toContain('Third time lucky.')
  expect(tools.scenes[0]).toMatchObject({ width: 1080, height: 1920 })
  expect(types().at(0)).toBe('started')
  // How it ends is the value's to tell, and nobody else's.
  expect(types().at(-1)).toBe('segment-done')
})

test('what is left out of the script is told once, before anything is spoken', async () => {
  const { run, events, types } = prepare({ script: '[SFX: whoosh]\nHello there. — pause — 🔥' })
  await run()
  const told = events.flatMap((event) => (event.type === 'warning' ? [event.message] : []))
  expect(told.slice(0, 2)).toEqual([
    phrase('ONE_DIRECTION', { text: '[SFX: whoosh]' }),
    phrase('NOTHING_TO_SAY', { text: '🔥' }),
  ])
  expect(types().slice(0, 3)).toEqual(['started', 'warning', 'warning'])
})

test('progress never goes backwards and stops short of 100 until every file is in place', async () => {
  const { run, events } = prepare()
  await run()
  const steps = events.flatMap((event) => (event.type === 'progress' ? [event.progress] : []))
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  expect(steps.at(-1)).toBe(98)
})

test('what is being done is told before it takes its time', async () => {
  const { run, tools, events } = prepare()
  const speak = tools.speech.speak
  const heard: string[] = []
  tools.speech.speak = async (request, signal) => {
    const said = events.flatMap((event) => (event.type === 'progress' ? [sayPhrase(event.message)] : []))
    heard.push(said.at(-1) ?? 'nothing')
    return speak(request, signal)
  }
  await run()
  expect(heard[0]).toBe('Speaking part 1 of 3: First things first.')
  expect(heard).not.toContain('nothing')
})

test('a speech service that lets one wait is told of', async () => {
  const { run, tools, events } = prepare({ script: 'One thing.' })
  const speak = tools.speech.speak
  tools.speech.speak = async (request, signal, onWait) => {
    onWait?.(30)
    return speak(request, signal)
  }
  await run()
  const message = phrase('SPEECH_WAITS_PART', { part: 1, parts: 1, seconds: 30 })
  expect(events).toContainEqual(expect.objectContaining({ type: 'progress', message }))
})

test('a segment that fails takes no sibling with it: the rest is made, there is no ZIP, and it says why', async () => {
  const { run, tools, types, folder, events } = prepare()
  tools.broken.set('Second thoughts are better', appError('DISK_FULL', { path: '/out' }))
  const result = await run()
  expect(result).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } })
  expect(existsSync(join(folder, 'api_First_Things_First.mp4'))).toBe(true)
  expect(existsSync(join(folder, 'api_Third_Time_Lucky.mp4'))).toBe(true)
  expect(readdirSync(folder).some((name) => name.endsWith('.zip') || name.includes('Second'))).toBe(false)
  expect(types()).toContain('segment-failed')
  const made = events.flatMap((event) => (event.type === 'segment-done' ? [event.artifact] : []))
  expect(made.filter(({ kind }) => kind === 'video')).toHaveLength(2)
})

test('a second run makes nothing again', async () => {
  const { run, tools } = prepare()
  await run()
  const before = { spoken: tools.speech.spoken.length, drawn: tools.scenes.length }
  expect(await run()).toMatchObject({ ok: true })
  expect({ spoken: tools.speech.spoken.length, drawn: tools.scenes.length }).toEqual(before)
})

test('a segment that a run before this one finished is left as it is', async () => {
  const { run, tools } = prepare()
  const kept: Artifact = {
    segment: 2,
    kind: 'video',
    path: '/elsewhere/kept.mp4',
    name: 'kept.mp4',
    size: 3,
    duration: 1,
  }
  const result = await run(new Map([[2, [kept]]]))
  expect(tools.muxed.map(({ title }) => title).sort()).toEqual(['First things first', 'Third time lucky'])
  // It is packed too, which fails here because it is not there: a lost file is never passed over in silence.
  expect(result).toMatchObject({ ok: false, error: { code: 'FILE_FAILED' } })
})

test('a voiceover is one video in landscape, its markers unspoken', async () => {
  const { run, tools, folder } = prepare({ kind: 'voiceover' })
  expect(await run()).toMatchObject({ ok: true })
  expect(tools.scenes).toHaveLength(1)
  expect(tools.scenes[0]).toMatchObject({ width: 1920, height: 1080, waveform: { style: 'mirrored' } })
  expect(tools.speech.spoken.map(({ text }) => text).join(' ')).not.toMatch(/pause/i)
  expect(readdirSync(folder).filter((name) => name.endsWith('.mp4'))).toEqual(['first_things_first_581cfa84.mp4'])
})

test('sound alone needs no picture and gets no subtitles', async () => {
  const { run, tools, folder } = prepare({ kind: 'voiceover', format: 'mp3' })
  expect(await run()).toMatchObject({ ok: true })
  expect(tools.scenes).toEqual([])
  expect(readdirSync(folder)).toEqual(['first_things_first_581cfa84.mp3'])
})

test('a picture that is not there ends the job before anything is spoken', async () => {
  const { run, tools, types } = prepare({ look: { background: { kind: 'picture', file: '/nowhere/picture.png' } } })
  expect(await run()).toMatchObject({ ok: false, error: { code: 'PICTURE_NOT_FOUND' } })
  expect(tools.speech.spoken).toEqual([])
  expect(types()).not.toContain('progress')
})

test('a cancelled job says so, and leaves nothing half-made', async () => {
  const { run, controller, folder, home } = prepare()
  controller.abort()
  expect(await run()).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(readdirSync(folder)).toEqual([])
  expect(readdirSync(join(home, 'work'))).toEqual([])
})

test('a script without words is refused', async () => {
  const { run } = prepare({ script: '— pause — … — pause —' })
  expect(await run()).toMatchObject({ ok: false, error: { code: 'SCRIPT_REQUIRED' } })
})

test('a voice that a part asks for and that there is not ends the job before anything is spoken', async () => {
  const { run, tools, types } = prepare({ script: `${script} — pause — And [voice: gandalf] more.` })
  expect(await run()).toMatchObject({ ok: false, error: { code: 'VOICE_UNKNOWN', facts: { voice: 'gandalf' } } })
  expect(tools.speech.spoken).toEqual([])
  expect(types()).toEqual([])
})
