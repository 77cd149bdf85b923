import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runJob, type Tools } from '#app/run/runJob.ts'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createSoundMaster } from '#engines/ffmpeg/sound/masterSound.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import { openImages } from '#engines/images/openImages.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { openRenderCache } from '#pipeline/renderCache.ts'
import { englishSentence } from '#shared/errors.ts'
import { JobRequest } from '#shared/job/request.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { describeFile, loudnessOf, packetsOf } from '#tests/probes.ts'

const never = new AbortController().signal

function realTools(ffmpeg: Ffmpeg, home: string): Tools {
  const speech = createBuiltinSpeech()
  onTestFinished(() => speech.close())
  return {
    speech,
    encoder: createVideoEncoder(ffmpeg),
    sound: createSoundMaster(ffmpeg),
    cores: 2,
    files: createMediaFiles(ffmpeg),
    images: openImages(),
    type: openTypesetter('assets/fonts'),
    anchorFonts: 'assets/fonts/anchor',
    speechCache: join(home, 'speech'),
    renders: openRenderCache(join(home, 'renders')),
  }
}

async function render(
  ffmpeg: Ffmpeg,
  changes: { kind: 'shorts' | 'voiceover'; format?: 'mp4' | 'mp3'; script: string },
) {
  const home = scratch()
  const folder = join(home, 'out')
  const request = JobRequest.parse({ ...changes, spokenAs: { engine: 'builtin' } })
  const spec = { ...request, id: 'api_581cfa84-dfc4-4a40-9448-4ed6971c07bc', folder, work: join(home, 'work') }
  const result = await runJob(spec, realTools(ffmpeg, home), { signal: never, emit: () => {} })
  if (!result.ok) throw new Error(`${englishSentence(result.error)}\n${result.error.detail ?? ''}`)
  return { folder, artifacts: result.value, names: readdirSync(folder).sort() }
}

function expectSpecification(ffmpeg: Ffmpeg, file: string, size: string) {
  const facts = describeFile(ffmpeg.path, file)
  expect(facts).toMatch(new RegExp(`Video: h264 \\(High\\).* yuv420p\\(tv, bt709.*, ${size}`))
  expect(facts).toMatch(/30 fps/)
  expect(facts).toMatch(/Audio: aac \(LC\).* 44100 Hz, stereo/)
  const pictures = packetsOf(ffmpeg.path, file, 'v')
  const gaps = pictures.slice(1).map(({ time }, i) => time - pictures[i]!.time)
  expect(Math.max(...gaps) - Math.min(...gaps), 'a constant rate').toBeLessThan(1e-6)
  expect(gaps[0]).toBeCloseTo(1 / 30, 6)
  const keys = pictures.flatMap(({ key, time }) => (key ? [time] : []))
  for (const [i, time] of keys.entries()) expect((keys[i + 1] ?? time) - time).toBeLessThanOrEqual(5 + 1e-6)
  const soundEnd = packetsOf(ffmpeg.path, file, 'a').at(-1)!.time + 1024 / 44_100
  const pictureEnd = pictures.at(-1)!.time + 1 / 30
  expect(Math.abs(soundEnd - pictureEnd), 'sound and picture end together').toBeLessThan(1 / 30)
  const { integrated, truePeak } = loudnessOf(ffmpeg.path, file)
  expect(Math.abs(integrated + 14)).toBeLessThanOrEqual(0.5)
  expect(truePeak).toBeLessThanOrEqual(-1)
  const bytes = readFileSync(file)
  expect(bytes.indexOf('moov'), 'faststart').toBeLessThan(bytes.indexOf('mdat'))
}

describe.each(await ffmpegs())('with %s', (_, ffmpeg) => {
  test('Shorts: the guide’s names, every file to the specification, a ZIP', async () => {
    const script = "Welcome to today's market update. — pause — Apple reported strong earnings today"
    const { folder, artifacts, names } = await render(ffmpeg, { kind: 'shorts', script })
    const videos = ['api_Apple_Reported_Strong.mp4', 'api_Welcome_Todays_Market_Update.mp4']
    expect(names.filter((name) => name.endsWith('.mp4'))).toEqual(videos)
    expect(names.filter((name) => !/\.(mp4|srt|vtt|json)$/.test(name))).toEqual([artifacts.at(-1)!.name])
    for (const { kind, receipt } of artifacts) {
      if (kind === 'video') expect(receipt?.picture).toMatchObject({ encoder: 'x264 strip graft' })
    }
    for (const video of videos) expectSpecification(ffmpeg, join(folder, video), '1080x1920')
    const facts = describeFile(ffmpeg.path, join(folder, videos[1]!))
    expect(facts).toContain("title           : Welcome to today's market update")
    expect(facts).toContain("description     : Welcome to today's market update.")
    expect(readFileSync(join(folder, 'api_Apple_Reported_Strong.srt'), 'utf8')).toContain('Apple reported strong')
  })

  test('a voiceover: one landscape video with a waveform', async () => {
    const script = 'Good morning everyone. — pause — Here is the plan.'
    const { folder, names, artifacts } = await render(ffmpeg, { kind: 'voiceover', script })
    expect(artifacts[0]?.receipt?.picture).toMatchObject({ encoder: 'x264 strip graft' })
    const [video] = names.filter((name) => name.endsWith('.mp4'))
    expect(video).toBe('good_morning_everyone_581cfa84.mp4')
    expectSpecification(ffmpeg, join(folder, video!), '1920x1080')
  })

  test('a voiceover as MP3', async () => {
    const { folder, names } = await render(ffmpeg, { kind: 'voiceover', format: 'mp3', script: 'Good morning.' })
    expect(names).toEqual(['good_morning_581cfa84.mp3'])
    const file = join(folder, names[0]!)
    expect(describeFile(ffmpeg.path, file)).toMatch(/Audio: mp3.* 44100 Hz, stereo.* 192 kb\/s/)
    expect(Math.abs(loudnessOf(ffmpeg.path, file).integrated + 14)).toBeLessThanOrEqual(0.5)
  })
})
