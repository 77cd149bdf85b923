import { Readable } from 'node:stream'
import type { EncodeReport, Scene, VideoEncoder } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'
import { ok, type Result } from '#shared/result.ts'
import type { FfmpegInput } from '../process/ffmpegInput.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import { runFfmpeg } from '../process/runFfmpeg.ts'
import type { EncodeRequest } from '../scene/encodeRequest.ts'
import { toYuv } from '../scene/pixelFormat.ts'
import { burnIn, hold, logo, overlay, waveformInput } from '../scene/sceneFilters.ts'
import { moveBackground } from './moveBackground.ts'
import { type VideoCoder, x264, x264ForSlowMotion } from './videoCoders.ts'

/** The safe way: every frame is drawn by ffmpeg's filters and encoded by x264, nothing assumed. */
export function createPlainEncoder(ffmpeg: Ffmpeg): VideoEncoder {
  return { encode: (scene, out, options, signal) => encodePlain(ffmpeg, { scene, out, options }, signal) }
}

/**
 * Draws every frame of a scene and encodes it with `coder`; absent: x264, as fits the scene unless it was asked for by
 * name. Fails as VideoEncoder does.
 */
export async function encodePlain(
  ffmpeg: Ffmpeg,
  request: EncodeRequest,
  signal: AbortSignal,
  coder: VideoCoder = x264For(request),
): Promise<Result<EncodeReport>> {
  const { scene, out, options } = request
  const { inputs, graph } = drawScene(scene, coder.prepare)
  const run = await runFfmpeg(
    ffmpeg,
    {
      inputs,
      graph,
      options: [
        '-map',
        '[video]',
        '-an',
        '-frames:v',
        String(scene.frameCount),
        '-r',
        String(fps),
        '-c:v',
        coder.codec,
        ...coder.options(options.threads),
        '-video_track_timescale',
        String(fps * 1000),
        '-map_metadata',
        '-1',
        '-f',
        'mp4',
      ],
      out,
      doing: 'DRAWING',
      ...(options.onFrames && { onFrames: options.onFrames }),
    },
    signal,
  )
  return run.ok ? ok({ encoder: coder.name }) : run
}

const x264For = ({ scene, options }: EncodeRequest) =>
  scene.motion && options.encoder === 'auto' ? x264ForSlowMotion : x264

/** The filter graph that draws a scene in yuv420p; its output is `[video]`, after the filters of `prepare`. */
export function drawScene(scene: Scene, prepare = 'null'): { inputs: FfmpegInput[]; graph: string } {
  const { inputs, steps } = drawGround(scene)
  let below = 'ground'
  const over = (input: FfmpegInput, prepare: (pad: string) => string, x: number, y: number, name: string) => {
    inputs.push(input)
    steps.push(`${prepare(`${inputs.length - 1}:v`)}[${name}]`, `${overlay(below, name, x, y)}[on${name}]`)
    below = `on${name}`
  }
  if (scene.overlay) over({ from: scene.overlay, format: 'png_pipe' }, logo, 0, 0, 'logo')
  if (scene.waveform) {
    const { waveform, frameCount } = scene
    const { x, y } = waveform.rect
    const { frames, input } = waveformInput(waveform, frameCount)
    const from = Readable.from(copies(frames), { objectMode: false })
    over({ ...input, from }, (pad) => `[${pad}]null`, x, y, 'wave')
  }
  if (scene.captions) {
    steps.push(`[${below}]${burnIn(scene.captions)}[captioned]`)
    below = 'captioned'
  }
  steps.push(`[${below}]${prepare}[video]`)
  return { inputs, graph: steps.join(';') }
}

/** The background, or one after the other where it changes; its output is `[ground]`. */
function drawGround({ changes = [], ...scene }: Scene): { inputs: FfmpegInput[]; steps: string[] } {
  const grounds = [{ frame: 0, background: scene.background }, ...changes]
  const inputs = grounds.map(({ background }): FfmpegInput => ({ from: background, format: 'png_pipe' }))
  const draw = (frameCount: number) => {
    const { motion } = scene
    return `${toYuv},${motion ? moveBackground({ ...scene, motion, frameCount }) : hold(frameCount)}`
  }
  if (changes.length === 0) return { inputs, steps: [`[0:v]${draw(scene.frameCount)}[ground]`] }
  const ends = [...changes.map(({ frame }) => frame), scene.frameCount]
  const steps = grounds.map(({ frame }, i) => `[${i}:v]${draw(ends[i]! - frame)}[ground${i}]`)
  const pads = grounds.map((_, i) => `[ground${i}]`).join('')
  return {
    inputs,
    steps: [...steps, `${pads}concat=n=${grounds.length}:v=1:a=0,settb=1/${fps},setpts=N[ground]`],
  }
}

/** A stream keeps what it is given for a while. */
function* copies(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const piece of pieces) yield Uint8Array.from(piece)
}
