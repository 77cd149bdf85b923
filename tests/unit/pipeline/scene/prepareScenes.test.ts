import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareScenes } from '#pipeline/scene/prepareScenes.ts'
import type { Images } from '#ports/Images.ts'
import { JobRequest } from '#shared/job/request.ts'
import { Look } from '#shared/look/look.ts'
import { ok } from '#shared/result.ts'
import type { Mark, Segment } from '#shared/script/segment.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const dark = Look.parse({ dim: 0.5, background: { kind: 'gradient', name: 'cobalt' } })
const request = JobRequest.parse({
  kind: 'shorts',
  script: 'x',
  spokenAs: { engine: 'builtin' },
  looks: { dark },
  backgrounds: {
    aurora: { kind: 'gradient', name: 'aurora' },
    white: { kind: 'solid', colour: '#ffffff' },
    far: { kind: 'address', url: 'https://example.com/a.png' },
  },
})
const painted: Look[] = []
const images = {
  prepareBackground: async (look: Look) => {
    painted.push(look)
    return ok({ background: new Uint8Array(1) })
  },
} as unknown as Images

const segment = (index: number, marks: Mark[] = [], more: Partial<Segment> = {}): Segment => ({
  index,
  text: 'One two three four.',
  marks,
  ...more,
})
const background = (at: number, name?: string): Mark => ({ kind: 'background', at, ...(name && { background: name }) })
const prepare = (...segments: Segment[]) =>
  prepareScenes(request, segments, images, { work: join(scratch(), 'work'), signal: AbortSignal.any([]) })

test('a segment shows the job’s look, the one it names, or another background, from its place on', async () => {
  const scenes = await prepare(
    segment(1),
    segment(2, [], { look: 'dark' }),
    segment(3, [background(0, 'aurora'), background(2, 'white'), background(3)]),
  )
  if (!scenes.ok) throw new Error(scenes.error.code)
  expect(scenes.value.map(({ look, changes }) => [look.dim, look.background, changes.length])).toEqual([
    [0, request.look.background, 0],
    [0.5, dark.background, 0],
    [0, { kind: 'gradient', name: 'aurora' }, 2],
  ])
  expect(scenes.value[2]!.changes.map(({ word, scene }) => [word, scene.look.background])).toEqual([
    [2, { kind: 'solid', colour: '#ffffff' }],
    [3, request.look.background],
  ])
})

test('what several segments show is painted once, each in a place of its own', async () => {
  painted.length = 0
  const scenes = await prepare(segment(1), segment(2, [background(0, 'white')]), segment(3, [background(0, 'white')]))
  if (!scenes.ok) throw new Error(scenes.error.code)
  const files = await Promise.all(scenes.value.map((scene) => scene.paint()))
  expect(painted).toHaveLength(2)
  const paths = files.map((file) => file.ok && file.value.background)
  expect(paths[1]).toBe(paths[2])
  expect(paths[0]).not.toBe(paths[1])
  expect(new Set(scenes.value.map(({ digest }) => digest)).size).toBe(2)
})

test('a look or a background that the request does not hold, or that was not fetched, ends it', async () => {
  expect(await prepare(segment(1, [], { look: 'gone' }))).toMatchObject({ error: { code: 'LOOK_UNKNOWN' } })
  expect(await prepare(segment(1, [background(1, 'gone')]))).toMatchObject({ error: { code: 'BACKGROUND_UNKNOWN' } })
  expect(await prepare(segment(1, [background(1, 'far')]))).toMatchObject({ error: { code: 'BACKGROUND_UNKNOWN' } })
})
