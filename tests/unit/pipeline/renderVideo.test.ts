import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type RenderRequest, type RenderTools, renderVideo } from '#pipeline/renderVideo.ts'
import type { MediaFacts } from '#ports/MediaFiles.ts'
import { canvasSizes } from '#shared/domain.ts'
import { ok } from '#shared/result.ts'
import { testTools } from '#tests/fakes/media/testTools.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { inEnglish } from '#tests/inEnglish.ts'

const never = new AbortController().signal
const narration = {
  ...{ wav: 'narration.wav', sampleRate: 16_000, duration: 1, words: [], charactersBilled: 0 },
  timing: 'engine' as const,
}
const captions = { missing: ['ꙮ'], shrunk: [{ text: 'Donau', share: 0.4 }] }

async function render({
  format = 'mp4' as RenderRequest['format'],
  loudness = { integrated: -14, truePeak: -1.5 },
  found = {} as Partial<NonNullable<MediaFacts['video']>>,
}) {
  const folder = scratch()
  const tools = testTools(folder)
  const facts: MediaFacts = {
    ...{ size: 10, duration: 1 },
    ...(format === 'mp4' && { video: { ...canvasSizes.shorts, frameCount: 30, frameRate: 30, duration: 1, ...found } }),
  }
  const seen: RenderTools = {
    ...tools,
    sound: {
      async master(request, signal) {
        await tools.sound.master(request, signal)
        return ok(loudness)
      },
    },
    files: { ...tools.files, probe: async () => ok(facts) },
  }
  const out = join(folder, 'out', `video.${format}`)
  const request: RenderRequest = {
    ...{ kind: 'shorts', format, narration, out, work: folder, title: 'One', text: 'One.' },
    ...(format === 'mp4' && {
      scene: { ...canvasSizes.shorts, frameCount: 30, background: 'background.png' },
      captions,
    }),
    options: { encoder: 'auto', threads: 1 },
  }
  const rendered = await renderVideo(request, seen, never)
  return { rendered, left: readdirSync(join(folder, 'out')), made: readdirSync(folder) }
}

test('a file that keeps to the specification gets its name and its receipt', async () => {
  const { rendered, left, made } = await render({})
  expect(left).toEqual(['video.mp4'])
  expect(made).not.toEqual(expect.arrayContaining(['video.mp4', 'sound.m4a']))
  expect(rendered).toMatchObject({
    ok: true,
    value: {
      ...{ size: 10, duration: 1 },
      receipt: {
        ...{ loudness: -14, truePeak: -1.5, duration: 1, timing: 'engine', captions },
        picture: { ...canvasSizes.shorts, pictures: 30, rate: 30, outlasts: 0, encoder: 'none' },
      },
    },
  })
})

test.each<[string, Parameters<typeof render>[0]]>([
  ['a loudness of -20 LUFS', { loudness: { integrated: -20, truePeak: -3 } }],
  ['a true peak of 0.2 dBTP', { loudness: { integrated: -14, truePeak: 0.2 } }],
  ['720x1280 pixels', { found: { width: 720, height: 1280 } }],
  ['25 pictures a second', { found: { frameRate: 25 } }],
  ['picture and sound 0.500 s apart', { found: { duration: 1.5 } }],
  ['a loudness of -20 LUFS', { format: 'mp3', loudness: { integrated: -20, truePeak: -3 } }],
])('%s: the file is a failure, and nothing of it is left', async (miss, wish) => {
  const { rendered, left } = await render(wish)
  expect(inEnglish(rendered)).toMatchObject({
    ok: false,
    error: { code: 'SPEC_MISSED', message: expect.stringContaining(miss) },
  })
  expect(left).toEqual([])
})
