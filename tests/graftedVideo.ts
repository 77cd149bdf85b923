import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { bandJobs } from '#engines/ffmpeg/graft/bandJobs.ts'
import { codedPictures, planGraft } from '#engines/ffmpeg/graft/planGraft.ts'
import { drawScene } from '#engines/ffmpeg/plain/encodePlain.ts'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { pipeFfmpeg } from '#engines/ffmpeg/process/pipeFfmpeg.ts'
import { runFfmpeg } from '#engines/ffmpeg/process/runFfmpeg.ts'
import { createVideoEncoder } from '#engines/ffmpeg/videoEncoder.ts'
import type { Scene } from '#ports/VideoEncoder.ts'
import { cropRows, decodeFrames, decodeWithOpenH264 } from '#tests/fakes/media/decodeFrames.ts'

/** What must be true of every video that strip graft makes, whatever the scene. */

const never = new AbortController().signal

/** Encodes a scene and sees to it that it was grafted. */
export async function encodeGrafted(ffmpeg: Ffmpeg, scene: Scene, out: string): Promise<void> {
  const result = await createVideoEncoder(ffmpeg).encode(scene, out, { encoder: 'auto', threads: 2 }, never)
  expect(result).toEqual({ ok: true, value: { encoder: 'x264 strip graft' } })
}

/** Every frame is the bands' own streams, encoded apart and decoded apart, one below the other, byte for byte. */
export async function expectBandsComposed(ffmpeg: Ffmpeg, scene: Scene, out: string, folder: string): Promise<void> {
  const { width, height } = scene
  const bands = (await encodeBands(ffmpeg, scene, folder)).map(({ band, codes, file }) => {
    const top = band.row * 16
    const rows = Math.min(height, top + band.rows * 16) - top
    const frames = decodeFrames(ffmpeg.path, file, { width, height: rows })
    return { top, rows, codes, frames, shown: Buffer.alloc(0) }
  })
  let n = 0
  for await (const frame of decodeFrames(ffmpeg.path, out, scene)) {
    for (const band of bands) {
      if (band.codes?.has(n) ?? true) band.shown = (await band.frames.next()).value!
      const same = cropRows(frame, width, height, band.top, band.rows).equals(band.shown)
      expect(same, `rows from ${band.top} in frame ${n}`).toBe(true)
    }
    n++
  }
  expect(n).toBe(scene.frameCount)
  for (const { frames } of bands) await frames.return(undefined)
}

async function encodeBands(ffmpeg: Ffmpeg, scene: Scene, folder: string) {
  const plan = await planGraft(scene, scene.captions && readFileSync(scene.captions.ass, 'utf8').split('\n'))
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

/**
 * Every frame shows all that is drawn: no block of 16x16 differs from the scene drawn whole, without bands, by more than
 * quantisation does.
 */
export async function expectNothingLost(ffmpeg: Ffmpeg, scene: Scene, out: string, folder: string): Promise<void> {
  const { inputs, graph } = drawScene(scene)
  const drawn = join(folder, 'drawn.yuv')
  const frames = ['-map', '[video]', '-frames:v', String(scene.frameCount), '-r', '30']
  const options = [...frames, '-c:v', 'rawvideo', '-f', 'rawvideo']
  const run = await runFfmpeg(ffmpeg, { inputs, graph, options, out: drawn, doing: 'DRAWING' }, never)
  expect(run).toMatchObject({ ok: true })
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${scene.width}x${scene.height}`]
  const wanted = decodeFrames(ffmpeg.path, drawn, scene, raw)
  let n = 0
  for await (const frame of decodeFrames(ffmpeg.path, out, scene)) {
    const worst = worstBlock(frame, (await wanted.next()).value!, scene)
    expect(worst, `the worst block of frame ${n}`).toBeLessThan(10)
    n++
  }
  expect((await wanted.next()).done).toBe(true)
}

/** OpenH264 shows the same as ffmpeg, byte for byte. */
export async function expectSameInOpenH264(ffmpeg: Ffmpeg, scene: Scene, out: string): Promise<void> {
  const other = decodeWithOpenH264(out, scene)
  let at = 0
  for await (const frame of decodeFrames(ffmpeg.path, out, scene)) {
    expect(frame.equals(other.subarray(at, at + frame.length)), `frame ${at / frame.length}`).toBe(true)
    at += frame.length
  }
  expect(at).toBe(other.length)
}

/** The largest mean difference of a 16x16 block of luma. */
function worstBlock(a: Buffer, b: Buffer, { width, height }: { width: number; height: number }): number {
  let worst = 0
  for (let y = 0; y + 16 <= height; y += 16) {
    for (let x = 0; x + 16 <= width; x += 16) {
      let sum = 0
      for (let row = y; row < y + 16; row++)
        for (let i = row * width + x; i < row * width + x + 16; i++) sum += Math.abs(a[i]! - b[i]!)
      worst = Math.max(worst, sum / 256)
    }
  }
  return worst
}
