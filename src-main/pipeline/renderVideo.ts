import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { placeFile } from '#files/placeFile.ts'
import type { MediaFiles } from '#ports/MediaFiles.ts'
import type { Music, SoundMaster } from '#ports/SoundMaster.ts'
import type { EncodeOptions, EncodeReport, Scene, VideoEncoder } from '#ports/VideoEncoder.ts'
import { type Format, fps, type JobKind, type Narration, type Receipt } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { missesOf } from '#shared/job/receipt.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/** Samples of 44.1 kHz in one frame: sound is cut to whole frames, so that both end together. */
const samplesPerFrame = 44_100 / fps

export interface RenderTools {
  readonly encoder: VideoEncoder
  readonly sound: SoundMaster
  readonly files: MediaFiles
}

export interface RenderRequest {
  readonly kind: JobKind
  readonly format: Format
  readonly narration: Narration
  /** What the video shows; absent for mp3 and wav. */
  readonly scene?: Scene
  /** How the words in it came out, for the receipt. */
  readonly captions?: Receipt['captions']
  readonly music?: Omit<Music, 'speech'>
  /** The finished file, and a folder for what is made on the way. */
  readonly out: string
  readonly work: string
  /** Go into the file's metadata. */
  readonly title: string
  readonly text: string
  readonly options: Pick<EncodeOptions, 'encoder' | 'threads'>
}

export interface Rendered {
  /** Bytes and seconds. */
  readonly size: number
  readonly duration: number
  readonly receipt: Receipt
}

/** How many frames show a narration and the seconds after it. */
export function frameCountOf(narration: Pick<Narration, 'duration'>, endPadding: number): number {
  // A length that is whole but for rounding is not given a frame more.
  return Math.max(1, Math.ceil((narration.duration + endPadding) * fps - 1e-6))
}

/**
 * Renders one finished file: the sound is levelled while the frames are drawn, both are put together, and what came out
 * is probed. A file that misses the specification is a failure (SPEC_MISSED). Otherwise fails as the tools do; nothing
 * is left then, neither at `out` nor in `work`.
 *
 * @param onShare called with the share of the work done, 0 to 1
 */
export async function renderVideo(
  request: RenderRequest,
  tools: RenderTools,
  signal: AbortSignal,
  onShare: (share: number) => void = () => {},
): Promise<Result<Rendered>> {
  const { scene } = request
  return placeFile(
    request.out,
    (partial) => {
      const render: Render = { request, tools, partial, signal }
      return scene ? renderFrames(render, scene, onShare) : renderSound(render)
    },
    signal,
  )
}

/** One render that is under way. */
interface Render {
  readonly request: RenderRequest
  readonly tools: RenderTools
  /** Path of the unfinished file; it is moved to `request.out` once it is verified. */
  readonly partial: string
  readonly signal: AbortSignal
}

async function renderSound(render: Render): Promise<Result<Rendered>> {
  const { request, tools, partial, signal } = render
  const loudness = await tools.sound.master(masterRequest(request, partial, frameCountOf(request.narration, 0)), signal)
  if (!loudness.ok) return loudness
  return verify(render, loudness.value, undefined)
}

async function renderFrames(render: Render, scene: Scene, onShare: (share: number) => void): Promise<Result<Rendered>> {
  const { request, tools, partial, signal } = render
  const video = join(request.work, 'video.mp4')
  const sound = join(request.work, 'sound.m4a')
  // Where one of the two fails, the other stops.
  const either = new AbortController()
  const both = AbortSignal.any([signal, either.signal])
  const stopOther = <T>(result: Result<T>) => {
    if (!result.ok) either.abort()
    return result
  }
  const onFrames = (done: number) => onShare((0.95 * done) / scene.frameCount)
  try {
    const [encoded, loudness] = await Promise.all([
      tools.encoder.encode(scene, video, { ...request.options, onFrames }, both).then(stopOther),
      tools.sound.master(masterRequest(request, sound, scene.frameCount), both).then(stopOther),
    ])
    const failed = [encoded, loudness].find((result) => !result.ok && result.error.code !== 'CANCELLED')
    if (failed && !failed.ok) return failed
    if (!encoded.ok) return encoded
    if (!loudness.ok) return loudness
    const { title, text } = request
    const muxed = await tools.files.mux({ video, sound, out: partial, title, text }, signal)
    if (!muxed.ok) return muxed
    return verify(render, loudness.value, encoded.value)
  } finally {
    await Promise.all([rm(video, { force: true }), rm(sound, { force: true })])
  }
}

function masterRequest({ narration, music, format }: RenderRequest, out: string, frameCount: number) {
  const speech = narration.words.map(({ start, end }) => [start, end] as const)
  return {
    narration: narration.wav,
    out,
    format,
    samples: frameCount * samplesPerFrame,
    ...(music && { music: { ...music, speech } }),
  }
}

/** The receipt: read from the file that will be handed over, before it gets its name. */
async function verify(
  { request, tools, partial }: Render,
  loudness: { integrated: number; truePeak: number },
  encoded: EncodeReport | undefined,
): Promise<Result<Rendered>> {
  const { kind, format, narration, captions, out } = request
  const probed = await tools.files.probe(partial)
  if (!probed.ok) return probed
  const { size, duration, video } = probed.value
  const receipt: Receipt = {
    loudness: loudness.integrated,
    truePeak: Number.isFinite(loudness.truePeak) ? loudness.truePeak : null,
    duration,
    timing: narration.timing,
    ...(narration.timingFallback && { timingFallback: narration.timingFallback }),
    ...(video &&
      encoded && {
        picture: {
          width: video.width,
          height: video.height,
          pictures: video.frameCount,
          rate: video.frameRate,
          outlasts: video.duration - duration,
          ...encoded,
        },
      }),
    ...(captions && { captions }),
  }
  const misses = missesOf(receipt, kind, format)
  if (misses.length > 0) return fail(appError('SPEC_MISSED', { file: out, what: misses }))
  return ok({ size, duration, receipt })
}
