import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny'
import { describe, expect, test } from 'vitest'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import { englishSentence } from '#shared/errors.ts'
import { decodeFrames } from '#tests/fakes/media/decodeFrames.ts'
import { random, type StripSceneOptions, stripScene } from '#tests/fakes/media/stripScene.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { encodeGrafted, expectBandsComposed, expectNothingLost, expectSameInOpenH264 } from '#tests/graftedVideo.ts'
import { testWith } from '#tests/programs.ts'

const never = new AbortController().signal
const size = { width: 256, height: 432 }

/** Every arrangement of bands: apart, shared, at the frame's edges, alone, none. */
const wishes: [string, StripSceneOptions][] = [
  [
    'captions and waveform apart',
    { ...size, frameCount: 170, waveform: [120, 176], captions: [304, 350], changes: [0, 7, 8, 150, 169] },
  ],
  [
    'captions beside the waveform',
    { ...size, frameCount: 160, waveform: [120, 176], captions: [184, 232], changes: [3, 90] },
  ],
  [
    'captions over the waveform',
    { ...size, frameCount: 40, waveform: [120, 176], captions: [150, 232], changes: [3, 20] },
  ],
  ['movers at both edges', { ...size, frameCount: 155, waveform: [0, 48], captions: [380, 432], changes: [1, 154] }],
  ['a height between macroblocks', { width: 256, height: 424, frameCount: 155, waveform: [376, 424], style: 'line' }],
  ['captions alone, long still', { ...size, frameCount: 1300, captions: [200, 240], changes: [0, 1299] }],
  ['nothing that moves', { ...size, frameCount: 310 }],
]

describe.each(await ffmpegs())('with %s', (_, ffmpeg) => {
  test.each(['auto', 'x264'] as const)(
    'a folder whose name is a pattern to ffmpeg is a folder like any other: %s',
    async (encoder) => {
      const folder = join(scratch(), '100%d done')
      mkdirSync(folder)
      const scene = await stripScene(folder, { ...size, frameCount: 5, waveform: [120, 176] })
      const out = join(folder, 'out.mp4')
      const encoded = await createVideoEncoder(ffmpeg).encode(scene, out, { encoder, threads: 2 }, never)
      expect(encoded).toMatchObject({ ok: true, value: { encoder: encoder === 'auto' ? 'x264 strip graft' : 'x264' } })
      expect(existsSync(out)).toBe(true)
    },
  )

  test.each(wishes)(
    '%s: what is shown is the bands decoded apart and composed, and nothing drawn is lost',
    async (_name, wish) => {
      const folder = scratch()
      const scene = await stripScene(folder, wish)
      const out = join(folder, 'out.mp4')
      await encodeGrafted(ffmpeg, scene, out)
      await expectBandsComposed(ffmpeg, scene, out, folder)
      await expectNothingLost(ffmpeg, scene, out, folder)
    },
  )

  test('the rate is constant, keyframes come every five seconds, and nothing is left but the file', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, wishes[0]![1])
    const before = readdirSync(folder)
    const out = join(folder, 'out.mp4')
    const seen: number[] = []
    const options = { encoder: 'auto', threads: 2, onFrames: (done: number) => seen.push(done) } as const
    expect(await createVideoEncoder(ffmpeg).encode(scene, out, options, never)).toMatchObject({ ok: true })
    expect(readdirSync(folder).sort()).toEqual([...before, 'out.mp4'].sort())
    expect(seen).toEqual(Array.from({ length: scene.frameCount }, (_, n) => n + 1))

    const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(out) })
    const track = (await input.getPrimaryVideoTrack())!
    expect([track.codedWidth, track.codedHeight]).toEqual([scene.width, scene.height])
    const packets = await Array.fromAsync(new EncodedPacketSink(track).packets())
    expect(packets.map(({ timestamp }) => timestamp)).toEqual(packets.map((_, n) => n / 30))
    expect(packets.flatMap(({ type }, n) => (type === 'key' ? [n] : []))).toEqual([0, 150])
    input.dispose()
    const facts = execFileSync('sh', ['-c', '"$0" -i "$1" 2>&1 || true', ffmpeg.path, out], { encoding: 'utf8' })
    expect(facts).toMatch(/h264 \(High\).*yuv420p\(tv, bt709.*, 30 fps/)
  })

  test('any frame can be sought and is the one that plays there', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, wishes[0]![1])
    const out = join(folder, 'out.mp4')
    await encodeGrafted(ffmpeg, scene, out)
    const all = (await Array.fromAsync(decodeFrames(ffmpeg.path, out, scene))).map((bytes) => Buffer.from(bytes))
    const next = random(11)
    for (let i = 0; i < 20; i++) {
      const n = Math.floor(next() * scene.frameCount)
      const seek = ['-ss', Math.max(0, (n - 0.5) / 30).toFixed(4)]
      const frames = decodeFrames(ffmpeg.path, out, scene, seek)
      const sought = await frames.next()
      await frames.return(undefined)
      expect(sought.value?.equals(all[n]!), `frame ${n}`).toBe(true)
    }
  })

  test('cancelling ends every process and leaves no file', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, { ...wishes[0]![1], frameCount: 9000 })
    const out = join(folder, 'out.mp4')
    const controller = new AbortController()
    const running = createVideoEncoder(ffmpeg).encode(scene, out, { encoder: 'auto', threads: 2 }, controller.signal)
    setTimeout(() => controller.abort(), 400)
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(existsSync(out)).toBe(false)
  })

  test('an image that is gone and a folder that is gone are errors in words', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, wishes[0]![1])
    const encoder = createVideoEncoder(ffmpeg)
    const options = { encoder: 'auto', threads: 2 } as const
    const gone = await encoder.encode(
      { ...scene, background: join(folder, 'gone.png') },
      join(folder, 'a.mp4'),
      options,
      never,
    )
    expect(gone).toMatchObject({ ok: false, error: { code: 'FFMPEG_FAILED' } })
    expect(!gone.ok && englishSentence(gone.error)).toContain('No such file or directory')
    const nowhere = await encoder.encode(scene, join(folder, 'none', 'a.mp4'), options, never)
    expect(nowhere).toMatchObject({ ok: false, error: { code: 'FILE_FAILED' } })
  })

  test('a stream that is not as it should be is given up, and every frame is drawn', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, { ...wishes[0]![1], frameCount: 20 })
    const wilful = join(folder, 'wilful-ffmpeg')
    // An ffmpeg whose x264 lets vectors reach across the margins.
    writeFileSync(
      wilful,
      `#!/bin/sh\nfor a; do shift; set -- "$@" "$(echo "$a" | sed s/mvrange=32/mvrange=64/)"; done\nexec ${ffmpeg.path} "$@"\n`,
      { mode: 0o755 },
    )
    const seen: number[] = []
    const options = { encoder: 'auto', threads: 2, onFrames: (done: number) => seen.push(done) } as const
    const out = join(folder, 'out.mp4')
    expect(await createVideoEncoder({ ...ffmpeg, path: wilful }).encode(scene, out, options, never)).toEqual({
      ok: true,
      value: { encoder: 'x264', fallback: 'vectors reach 67 rows, across the margin' },
    })
    expect(await Array.fromAsync(decodeFrames(ffmpeg.path, out, scene))).toHaveLength(20)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })

  test('x264 that was asked for is plain x264, and a moving background says why it is', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, { ...wishes[0]![1], frameCount: 10 })
    const out = join(folder, 'out.mp4')
    const encoder = createVideoEncoder(ffmpeg)
    expect(await encoder.encode(scene, out, { encoder: 'x264', threads: 2 }, never)).toEqual({
      ok: true,
      value: { encoder: 'x264' },
    })
    expect(await encoder.encode({ ...scene, motion: 'zoom-in' }, out, { encoder: 'auto', threads: 2 }, never)).toEqual({
      ok: true,
      value: { encoder: 'x264', fallback: 'the background moves' },
    })
  })
})

testWith('openh264dec')('OpenH264 decodes to the same bytes as ffmpeg', async () => {
  for (const [, ffmpeg] of await ffmpegs()) {
    for (const [, wish] of wishes) {
      const folder = scratch()
      const scene = await stripScene(folder, wish)
      const out = join(folder, 'out.mp4')
      await encodeGrafted(ffmpeg, scene, out)
      await expectSameInOpenH264(ffmpeg, scene, out)
    }
  }
})
