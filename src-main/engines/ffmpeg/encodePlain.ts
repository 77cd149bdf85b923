import { Readable } from 'node:stream'
import type { EncodeOptions, EncodeReport, Scene, VideoEncoder, Waveform } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'
import { ok, type Result } from '#shared/result.ts'
import { drawWaveform } from './drawWaveform.ts'
import { escapeFilter } from './escapeFilter.ts'
import type { Ffmpeg } from './locateFfmpeg.ts'
import { colourTags, stillBackground, x264Quality } from './pictureFormat.ts'
import { type FfmpegInput, runFfmpeg } from './runFfmpeg.ts'

/** The safe way: every picture is drawn by ffmpeg's filters and encoded by x264, nothing assumed. */
export function createPlainEncoder(ffmpeg: Ffmpeg): VideoEncoder {
  return { encode: (scene, out, options, signal) => encodePlain(ffmpeg, scene, out, options, signal) }
}

async function encodePlain(
  ffmpeg: Ffmpeg,
  scene: Scene,
  out: string,
  options: EncodeOptions,
  signal: AbortSignal,
): Promise<Result<EncodeReport>> {
  const { inputs, graph } = drawScene(scene)
  const run = await runFfmpeg(
    ffmpeg,
    {
      inputs,
      graph,
      options: [
        ...['-map', '[picture]', '-an', '-frames:v', String(scene.pictures), '-r', String(fps)],
        ...['-c:v', 'libx264', ...x264Quality, ...colourTags, '-threads', String(options.threads)],
        ...['-video_track_timescale', String(fps * 1000), '-map_metadata', '-1', '-f', 'mp4'],
      ],
      out,
      doing: 'drawing the video',
      ...(options.onPictures && { onPictures: options.onPictures }),
    },
    signal,
  )
  return run.ok ? ok({ encoder: 'x264' }) : run
}

/** The filter graph that draws a scene; its output is `[picture]`, yuv420p, endless but for the waveform. */
export function drawScene(scene: Scene): { inputs: FfmpegInput[]; graph: string } {
  const inputs: FfmpegInput[] = [{ from: scene.background }]
  const steps = [`[0:v]${stillBackground(scene)}[ground]`]
  let below = 'ground'
  const over = (input: FfmpegInput, prepare: (pad: string) => string, x: number, y: number, name: string) => {
    inputs.push(input)
    steps.push(
      `${prepare(`${inputs.length - 1}:v`)}[${name}]`,
      `[${below}][${name}]overlay=${x}:${y}:format=yuv420[on${name}]`,
    )
    below = `on${name}`
  }
  if (scene.overlay) {
    // One picture that overlay repeats to the end.
    over({ from: scene.overlay }, (pad) => `[${pad}]format=yuva420p`, 0, 0, 'logo')
  }
  if (scene.waveform) {
    const { rect, colour } = scene.waveform
    const ink = `color=0x${colour.slice(1)}:s=${rect.width}x${rect.height}:r=${fps},format=yuv420p,trim=end_frame=1,loop=-1:1,setpts=N/(${fps}*TB)[ink]`
    // Drawn in grey and used as alpha: a quarter of the bytes of a colour picture, and no conversion per picture.
    over(maskInput(scene.waveform, scene.pictures), (pad) => `${ink};[ink][${pad}]alphamerge`, rect.x, rect.y, 'wave')
  }
  if (scene.captions) {
    const { ass, fonts } = scene.captions
    steps.push(`[${below}]ass=${escapeFilter(ass)}:fontsdir=${escapeFilter(fonts)}[captioned]`)
    below = 'captioned'
  }
  steps.push(`[${below}]null[picture]`)
  return { inputs, graph: steps.join(';') }
}

/** The waveform's masks as raw grey pictures, drawn while ffmpeg takes them. */
function maskInput(waveform: Waveform, pictures: number): FfmpegInput {
  const { width, height } = waveform.rect
  const draw = function* () {
    for (let index = 0; index < pictures; index++) {
      const mask = Buffer.alloc(width * height)
      drawWaveform(waveform, index, mask)
      yield mask
    }
  }
  return {
    from: Readable.from(draw(), { objectMode: false }),
    options: ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${width}x${height}`, '-r', String(fps)],
  }
}
