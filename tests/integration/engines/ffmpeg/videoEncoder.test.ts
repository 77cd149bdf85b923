import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny'
import { describe, expect, test } from 'vitest'
import { bandJobs } from '#engines/ffmpeg/bandJobs.ts'
import { drawScene } from '#engines/ffmpeg/encodePlain.ts'
import type { Ffmpeg } from '#engines/ffmpeg/locateFfmpeg.ts'
import { pipeFfmpeg } from '#engines/ffmpeg/pipeFfmpeg.ts'
import { codedPictures, planGraft } from '#engines/ffmpeg/planGraft.ts'
import { runFfmpeg } from '#engines/ffmpeg/runFfmpeg.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { cropRows, decodePictures, decodeWithOpenH264 } from '#tests/fakes/decodePictures.ts'
import { scratch } from '#tests/fakes/scratch.ts'
import { random, type StripSceneWish, stripScene } from '#tests/fakes/stripScene.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { testWith } from '#tests/programs.ts'

const never = new AbortController().signal
const size = { width: 256, height: 432 }

/** Every arrangement of bands: apart, shared, at the picture's edges, alone, none. */
const wishes: [string, StripSceneWish][] = [
  [
    'captions and waveform apart',
    { ...size, pictures: 170, waveform: [120, 176], captions: [304, 350], changes: [0, 7, 8, 150, 169] },
  ],
  [
    'captions beside the waveform',
    { ...size, pictures: 160, waveform: [120, 176], captions: [184, 232], changes: [3, 90] },
  ],
  [
    'captions over the waveform',
    { ...size, pictures: 40, waveform: [120, 176], captions: [150, 232], changes: [3, 20] },
  ],
  ['movers at both edges', { ...size, pictures: 155, waveform: [0, 48], captions: [380, 432], changes: [1, 154] }],
  ['a height between macroblocks', { width: 256, height: 424, pictures: 155, waveform: [376, 424], style: 'line' }],
  ['captions alone, long still', { ...size, pictures: 1300, captions: [200, 240], changes: [0, 1299] }],
  ['nothing that moves', { ...size, pictures: 310 }],
]

async function encode(ffmpeg: Ffmpeg, scene: Scene, out: string) {
  const result = await createVideoEncoder(ffmpeg).encode(scene, out, { encoder: 'auto', threads: 2 }, never)
  expect(result).toEqual({ ok: true, value: { encoder: 'x264 strip graft' } })
}

/** Each band's stream as x264 gives it, encoded apart and written to a file. */
async function encodeBands(ffmpeg: Ffmpeg, scene: Scene, folder: string) {
  const plan = planGraft(scene, scene.captions && readFileSync(scene.captions.ass, 'utf8'))
  const files = new Map<unknown, string>()
  for (const job of bandJobs(scene, plan, 2)) {
    const run = pipeFfmpeg(ffmpeg, job, never)
    const streams = await Promise.all(run.outputs.map(async (stream) => Buffer.concat(await Array.fromAsync(stream))))
    expect(await run.ended).toEqual({ ok: true, value: undefined })
    job.bands.forEach((planned, i) => {
      const file = join(folder, `band-${planned.band.row}.h264`)
      writeFileSync(file, streams[i]!)
      files.set(planned, file)
    })
  }
  return plan.bands.map((planned) => ({ ...planned, codes: codedPictures(planned, plan), file: files.get(planned)! }))
}

describe.each(await ffmpegs())('with %s', (_, ffmpeg) => {
  test.each(wishes)('%s: what is shown is the bands decoded apart and composed, byte for byte', async (_name, wish) => {
    const folder = scratch()
    const scene = await stripScene(folder, wish)
    const out = join(folder, 'out.mp4')
    await encode(ffmpeg, scene, out)
    const { width, height } = scene
    const bands = (await encodeBands(ffmpeg, scene, folder)).map(({ band, codes, file }) => {
      const top = band.row * 16
      const rows = Math.min(height, top + band.rows * 16) - top
      const pictures = decodePictures(ffmpeg.path, file, { width, height: rows })
      return { top, rows, codes, pictures, shown: Buffer.alloc(0), file }
    })
    let n = 0
    for await (const picture of decodePictures(ffmpeg.path, out, scene)) {
      for (const band of bands) {
        if (band.codes?.has(n) ?? true) band.shown = (await band.pictures.next()).value!
        const same = cropRows(picture, width, height, band.top, band.rows).equals(band.shown)
        expect(same, `rows from ${band.top} in picture ${n}`).toBe(true)
      }
      n++
    }
    expect(n).toBe(scene.pictures)
  })

  test.each(wishes)('%s: nothing that is drawn is lost', async (_name, wish) => {
    const folder = scratch()
    const scene = await stripScene(folder, wish)
    const out = join(folder, 'out.mp4')
    await encode(ffmpeg, scene, out)
    const { inputs, graph } = drawScene(scene)
    const drawn = join(folder, 'drawn.yuv')
    const raw = [
      '-map',
      '[picture]',
      '-frames:v',
      String(scene.pictures),
      '-r',
      '30',
      '-c:v',
      'rawvideo',
      '-f',
      'rawvideo',
    ]
    await runFfmpeg(ffmpeg, { inputs, graph, options: raw, out: drawn, doing: 'drawing' }, never)
    const wanted = decodePictures(ffmpeg.path, drawn, scene, [
      ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${scene.width}x${scene.height}`],
    ])
    let n = 0
    for await (const picture of decodePictures(ffmpeg.path, out, scene)) {
      const original = (await wanted.next()).value!
      const worst = worstBlock(picture, original, scene)
      expect(worst, `the worst block of picture ${n}`).toBeLessThan(10)
      n++
    }
    expect((await wanted.next()).done).toBe(true)
  })

  test('the rate is constant, keyframes come every five seconds, and nothing is left but the file', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, wishes[0]![1])
    const before = readdirSync(folder)
    const out = join(folder, 'out.mp4')
    const seen: number[] = []
    const options = { encoder: 'auto', threads: 2, onPictures: (done: number) => seen.push(done) } as const
    expect(await createVideoEncoder(ffmpeg).encode(scene, out, options, never)).toMatchObject({ ok: true })
    expect(readdirSync(folder).sort()).toEqual([...before, 'out.mp4'].sort())
    expect(seen).toEqual(Array.from({ length: scene.pictures }, (_, n) => n + 1))

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

  test('any picture can be sought and is the one that plays there', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, wishes[0]![1])
    const out = join(folder, 'out.mp4')
    await encode(ffmpeg, scene, out)
    const all = (await Array.fromAsync(decodePictures(ffmpeg.path, out, scene))).map((bytes) => Buffer.from(bytes))
    const next = random(11)
    for (let i = 0; i < 20; i++) {
      const n = Math.floor(next() * scene.pictures)
      const seek = ['-ss', Math.max(0, (n - 0.5) / 30).toFixed(4)]
      const sought = await decodePictures(ffmpeg.path, out, scene, seek).next()
      expect(sought.value?.equals(all[n]!), `picture ${n}`).toBe(true)
    }
  })

  test('cancelling ends every process and leaves no file', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, { ...wishes[0]![1], pictures: 9000 })
    const out = join(folder, 'out.mp4')
    const controller = new AbortController()
    const running = createVideoEncoder(ffmpeg).encode(scene, out, { encoder: 'auto', threads: 2 }, controller.signal)
    setTimeout(() => controller.abort(), 400)
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(existsSync(out)).toBe(false)
  })

  test('a picture that is gone and a folder that is gone are errors in words', async () => {
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
    expect(!gone.ok && gone.error.message).toContain('No such file or directory')
    const nowhere = await encoder.encode(scene, join(folder, 'none', 'a.mp4'), options, never)
    expect(nowhere).toMatchObject({ ok: false, error: { code: 'FILE_FAILED' } })
  })

  test('a stream that is not as it should be is given up, and every picture is drawn', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, { ...wishes[0]![1], pictures: 20 })
    const wilful = join(folder, 'wilful-ffmpeg')
    // An ffmpeg whose x264 lets vectors reach across the margins.
    writeFileSync(
      wilful,
      `#!/bin/sh\nfor a; do shift; set -- "$@" "$(echo "$a" | sed s/mvrange=32/mvrange=64/)"; done\nexec ${ffmpeg.path} "$@"\n`,
      { mode: 0o755 },
    )
    const seen: number[] = []
    const options = { encoder: 'auto', threads: 2, onPictures: (done: number) => seen.push(done) } as const
    const out = join(folder, 'out.mp4')
    expect(await createVideoEncoder({ ...ffmpeg, path: wilful }).encode(scene, out, options, never)).toEqual({
      ok: true,
      value: { encoder: 'x264', fallback: 'vectors reach 67 rows, across the margin' },
    })
    expect(await Array.fromAsync(decodePictures(ffmpeg.path, out, scene))).toHaveLength(20)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })

  test('x264 that was asked for is plain x264, and a moving background says why it is', async () => {
    const folder = scratch()
    const scene = await stripScene(folder, { ...wishes[0]![1], pictures: 10 })
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
    for (const [name, wish] of wishes) {
      const folder = scratch()
      const scene = await stripScene(folder, wish)
      const out = join(folder, 'out.mp4')
      await encode(ffmpeg, scene, out)
      const other = decodeWithOpenH264(out)
      let at = 0
      for await (const picture of decodePictures(ffmpeg.path, out, scene)) {
        const same = picture.equals(other.subarray(at, at + picture.length))
        expect(same, `${name}: picture ${at / picture.length}`).toBe(true)
        at += picture.length
      }
      expect(at).toBe(other.length)
    }
  }
})

/** The largest mean difference of a 16x16 block of luma. */
function worstBlock(a: Buffer, b: Buffer, { width, height }: { width: number; height: number }): number {
  let worst = 0
  for (let y = 0; y + 16 <= height; y += 16) {
    for (let x = 0; x + 16 <= width; x += 16) {
      let sum = 0
      for (let i = 0; i < 256; i++) {
        const at = (y + (i >> 4)) * width + x + (i & 15)
        sum += Math.abs(a[at]! - b[at]!)
      }
      worst = Math.max(worst, sum / 256)
    }
  }
  return worst
}
