import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFindMedia } from '#app/desktop/library/media.ts'
import { appError } from '#shared/errors.ts'
import type { StoredArtifact } from '#shared/job/job.ts'
import { fail, ok } from '#shared/result.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

function open() {
  const home = scratch()
  const put = (...path: string[]) => {
    const file = join(home, ...path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, 'content')
    return file
  }
  const paths = new Map<string, string>()
  const grabbed: string[] = []
  const findMedia = createFindMedia({
    home,
    jobs: {
      artifact: (name) => {
        const path = paths.get(name)
        return path === undefined ? undefined : { job: 'api_1', artifact: { path } as StoredArtifact }
      },
    },
    grabStill: async (video, out) => {
      grabbed.push(video)
      if (video.includes('broken')) return fail(appError('UNEXPECTED'))
      mkdirSync(join(out, '..'), { recursive: true })
      writeFileSync(out, 'still')
      return ok(undefined)
    },
  })
  return { home, put, paths, grabbed, findMedia }
}
const digest = 'a'.repeat(32)

test('results are found by their recorded name, wherever their job keeps them', async () => {
  const { put, paths, findMedia } = open()
  const file = put('jobs', 'api_1', 'files', 'api_Ä B.mp4')
  paths.set('api_Ä B.mp4', file)
  expect(await findMedia(`/media/${encodeURIComponent('api_Ä B.mp4')}`)).toBe(file)
  expect(await findMedia('/media/unknown.mp4')).toBeUndefined()
})

test('a recorded path that leads out of the jobs’ folder is not followed', async () => {
  const { home, put, paths, findMedia } = open()
  paths.set('settings', put('settings.json'))
  mkdirSync(join(home, 'jobs'), { recursive: true })
  symlinkSync(join(home, 'settings.json'), join(home, 'jobs', 'link.mp4'))
  paths.set('link', join(home, 'jobs', 'link.mp4'))
  expect(await findMedia('/media/settings')).toBeUndefined()
  expect(await findMedia('/media/link')).toBeUndefined()
})

test('a still is taken once, however many ask at once', async () => {
  const { put, paths, grabbed, findMedia } = open()
  paths.set('a.mp4', put('jobs', 'api_1', 'files', 'a.mp4'))
  const [one, two] = await Promise.all([findMedia('/stills/a.mp4'), findMedia('/stills/a.mp4')])
  expect(one).toMatch(/jobs[\\/]api_1[\\/]stills[\\/][0-9a-f]{32}\.jpg$/)
  expect([two, await findMedia('/stills/a.mp4')]).toEqual([one, one])
  expect(grabbed).toHaveLength(1)
  paths.set('b.mp4', put('jobs', 'api_1', 'files', 'broken.mp4'))
  expect(await findMedia('/stills/b.mp4')).toBeUndefined()
})

test('a video that is made anew is shown by a new still, and each by its own', async () => {
  const { home, put, paths, grabbed, findMedia } = open()
  const video = put('jobs', 'api_1', 'files', 'a.mp4')
  paths.set('a.mp4', video).set('b.mp4', put('jobs', 'api_1', 'files', 'b.mp4'))
  const first = await findMedia('/stills/a.mp4')
  expect(await findMedia('/stills/b.mp4')).not.toBe(first)
  writeFileSync(video, 'another film')
  const second = await findMedia('/stills/a.mp4')
  expect(second).not.toBe(first)
  expect(grabbed).toHaveLength(3)
  expect(readdirSync(home)).toEqual(['jobs'])
})

test('pictures, previews and speech are found by the names the app gives', async () => {
  const { put, findMedia } = open()
  const known = [
    ['/pictures/', put('pictures', `${digest}.jpg`)],
    ['/pictures/', put('pictures', `${digest}.thumbnail.png`)],
    ['/previews/', put('cache', 'previews', `${digest}.png`)],
  ] as const
  for (const [place, file] of known) expect(await findMedia(place + file.split(/[\\/]/).at(-1))).toBe(file)
  const spoken = put('cache', 'narrations', digest, 'narration-1.wav')
  expect(await findMedia(`/speech/${digest}/narration-1.wav`)).toBe(spoken)
})

test.each([
  '/pictures/..%2fsettings.json',
  '/pictures/../settings.json',
  '/pictures/settings.json',
  `/pictures/${digest}/x`,
  `/speech/${digest}/..%2f..%2fsecret.wav`,
  `/previews/${digest}.svg`,
  '/previews/%',
  '/elsewhere/a',
  '/media/',
  '/',
])('%s is nothing', async (path) => {
  const { put, findMedia } = open()
  put('settings.json')
  expect(await findMedia(path)).toBeUndefined()
})
