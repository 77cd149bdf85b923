import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createVetLook } from '#app/desktop/images/vetLook.ts'
import { openBoundedFolder } from '#app/desktop/preview/boundedFolder.ts'
import { createPreviewPicture } from '#app/desktop/preview/previewBackground.ts'
import { createPreviewSpeech } from '#app/desktop/preview/previewSpeech.ts'
import { openImages } from '#engines/images/openImages.ts'
import { segmentsOf } from '#pipeline/segmentScript.ts'
import { countBilled, speakSegment } from '#pipeline/speakSegment.ts'
import type { Aligner } from '#ports/Aligner.ts'
import { fps } from '#shared/domain.ts'
import { defaultLook } from '#shared/look/looks.ts'
import { ok } from '#shared/result.ts'
import { createToneEngine, everyEngine } from '#tests/fakes/media/toneEngine.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

test('the picture behind the captions, small, in the video’s shape, painted once', async () => {
  const folder = scratch()
  let painted = 0
  const real = openImages()
  const images = {
    ...real,
    prepareBackground: (...input: Parameters<typeof real.prepareBackground>) => {
      painted++
      return real.prepareBackground(...input)
    },
  }
  const preview = createPreviewPicture({
    images,
    vet: createVetLook([folder]),
    folder: openBoundedFolder(folder, 2 ** 30),
  })
  const request = { look: defaultLook, kind: 'voiceover' as const, width: 320 }
  const { url } = unwrap(await preview(request))
  expect(await sharp(join(folder, url.slice('/previews/'.length))).metadata()).toMatchObject({
    width: 320,
    height: 180,
  })
  // Captions are drawn by the page, so another caption is the same picture.
  const captions = { ...defaultLook.captions, place: 'top' as const }
  expect(unwrap(await preview({ ...request, look: { ...defaultLook, captions } })).url).toBe(url)
  expect(painted).toBe(1)
  expect(unwrap(await preview({ ...request, look: { ...defaultLook, dim: 0.5 } })).url).not.toBe(url)
})

test('pictures of previews are removed while the app runs, those painted first', async () => {
  const most = 100_000
  const folder = openBoundedFolder(scratch(), most)
  const preview = createPreviewPicture({ images: openImages(), vet: createVetLook([]), folder })
  const looks = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6].map((dim) => ({ ...defaultLook, dim }))
  const urls: string[] = []
  let painted = 0
  for (const look of looks) {
    const { url } = unwrap(await preview({ look, kind: 'voiceover', width: 160 }))
    painted += statSync(join(folder.path, url.slice('/previews/'.length))).size
    await folder.settled()
    urls.push(url)
  }
  expect(painted).toBeGreaterThan(most)
  const left = readdirSync(folder.path)
  expect(left.reduce((sum, name) => sum + statSync(join(folder.path, name)).size, 0)).toBeLessThanOrEqual(most)
  expect(left).toContain(urls.at(-1)!.slice('/previews/'.length))
  expect(left).not.toContain(urls[0]!.slice('/previews/'.length))
})

function openSpeech(before?: () => Promise<void>, aligner?: Aligner, most = 2 ** 30) {
  const home = scratch()
  const engine = createToneEngine({ paid: true, timed: !aligner, ...(before && { before }) })
  const speechCache = join(home, 'speech')
  const narrations = openBoundedFolder(join(home, 'narrations'), most)
  const handlers = createPreviewSpeech({
    engines: { choose: async () => ok('openai') },
    speech: everyEngine(() => engine),
    ...(aligner && { aligner }),
    speechCache,
    folder: narrations,
  })
  return { home, engine, speechCache, narrations, handlers }
}
const spokenAs = { voice: 'nova', speed: 1 }

test('what was heard before rendering is not bought again', async () => {
  const { home, engine, speechCache, handlers } = openSpeech()
  const request = { spokenAs, text: 'One two three.', look: defaultLook, kind: 'shorts' as const }
  const spoken = unwrap(await handlers.previewSpeech(request))
  expect(spoken.words.map(({ text }) => text)).toEqual(['One', 'two', 'three.'])
  expect(spoken.charactersBilled).toBe(14)
  expect(spoken.levels).toHaveLength(Math.ceil(spoken.duration * fps) * spoken.columns)
  expect(Math.max(...spoken.levels)).toBeGreaterThan(0.3)
  expect(existsSync(join(home, 'narrations', spoken.url.slice('/speech/'.length)))).toBe(true)
  const speaking = { as: spokenAs, engine, cacheFolder: speechCache, workFolder: join(home, 'work') }
  const rendered = unwrap(
    await speakSegment({ index: 1, text: 'One two three.' }, speaking, new AbortController().signal),
  )
  expect(rendered.charactersBilled).toBe(0)
  expect(engine.spoken).toHaveLength(1)
})

test('what was heard is not bought again because of how its lines were broken', async () => {
  const { engine, speechCache, handlers } = openSpeech()
  const text = ' One two\nthree.  Four \r\n\r\n\r\n five.\n'
  unwrap(await handlers.previewSpeech({ spokenAs, text, look: defaultLook, kind: 'shorts' }))
  const [segment] = segmentsOf({ kind: 'shorts', script: text })
  const speaking = { as: spokenAs, engine, cacheFolder: speechCache }
  expect(unwrap(await countBilled(segment!, speaking))).toMatchObject({ billed: 0 })
})

test('narrations of previews are removed while the app runs, those spoken first', async () => {
  const { narrations, handlers } = openSpeech(undefined, undefined, 100_000)
  const spoken: string[] = []
  for (const text of ['One two three.', 'Four five six.', 'Seven eight nine.', 'Ten eleven twelve.']) {
    const request = { spokenAs, text, look: defaultLook, kind: 'shorts' as const }
    spoken.push(unwrap(await handlers.previewSpeech(request)).url.slice('/speech/'.length))
    await narrations.settled()
  }
  const kept = spoken.map((name) => existsSync(join(narrations.path, name)))
  expect(kept[0]).toBe(false)
  expect(kept.at(-1)).toBe(true)
})

test('where the voice gives no word times, the preview listens as rendering does', async () => {
  const words = ['One', 'two.'].map((text, at) => ({ text, start: 0.5 + 0.1 * at, end: 0.55 + 0.1 * at }))
  const aligner: Aligner = {
    version: 'test',
    align: async () => ok({ words, timing: 'aligned' }),
    close: async () => {},
  }
  const { handlers } = openSpeech(undefined, aligner)
  const request = { spokenAs, text: 'One two.', look: defaultLook, kind: 'shorts' as const }
  const spoken = unwrap(await handlers.previewSpeech(request))
  const [one, two] = spoken.words
  expect(two!.start - one!.start).toBeCloseTo(0.1, 6)
  expect(two!.end - two!.start).toBeCloseTo(0.05, 6)
})

test('a voice says the first sentence of the script, or something of its own', async () => {
  const { engine, handlers } = openSpeech()
  unwrap(await handlers.sampleVoice({ spokenAs, text: '  Hello there. And more.' }))
  unwrap(await handlers.sampleVoice({ spokenAs, text: ' ' }))
  expect(engine.spoken.map(({ text }) => text)).toEqual(['Hello there.', 'This is how I sound.'])
})

test('a preview that somebody does not wait for ends', async () => {
  let begun = () => {}
  const speaking = new Promise<void>((resolve) => {
    begun = resolve
  })
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  const { handlers } = openSpeech(() => {
    begun()
    return held
  })
  const request = { spokenAs, text: 'One.', look: defaultLook, kind: 'shorts' as const }
  const first = handlers.previewSpeech(request)
  await speaking
  await handlers.stopPreview({})
  go()
  expect(await first).toMatchObject({ error: { code: 'CANCELLED' } })
})
