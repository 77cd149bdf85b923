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

/** Samples of 44.1 kHz in one picture: sound is cut to whole pictures, so that both end together. */
const samplesPerPicture = 44_100 / fps

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

/** How many pictures show a narration and the seconds after it. */
export function picturesFor(narration: Pick<Narration, 'duration'>, endPadding: number): number {
  // A length that is whole but for rounding is not given a picture more.
  return Math.max(1, Math.ceil((narration.duration + endPadding) * fps - 1e-6))
}

/**
 * Renders one finished file: the sound is levelled while the picture is drawn, both are put together, and what came out
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
    (partial) =>
      scene
        ? renderPicture(request, scene, partial, tools, signal, onShare)
        : renderSound(request, partial, tools, signal),
    signal,
  )
}

async function renderSound(request: RenderRequest, partial: string, tools: RenderTools, signal: AbortSignal) {
  const loudness = await tools.sound.master(masterRequest(request, partial, picturesFor(request.narration, 0)), signal)
  if (!loudness.ok) return loudness
  return verify(request, partial, loudness.value, undefined, tools)
}

async function renderPicture(
  request: RenderRequest,
  scene: Scene,
  partial: string,
  tools: RenderTools,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<Result<Rendered>> {
  const picture = join(request.work, 'picture.mp4')
  const sound = join(request.work, 'sound.m4a')
  // Where one of the two fails, the other stops.
  const either = new AbortController()
  const both = AbortSignal.any([signal, either.signal])
  const stopOther = <T>(result: Result<T>) => {
    if (!result.ok) either.abort()
    return result
  }
  const onPictures = (done: number) => onShare((0.95 * done) / scene.pictures)
  try {
    const [encoded, loudness] = await Promise.all([
      tools.encoder.encode(scene, picture, { ...request.options, onPictures }, both).then(stopOther),
      tools.sound.master(masterRequest(request, sound, scene.pictures), both).then(stopOther),
    ])
    const failed = [encoded, loudness].find((result) => !result.ok && result.error.code !== 'CANCELLED')
    if (failed && !failed.ok) return failed
    if (!encoded.ok) return encoded
    if (!loudness.ok) return loudness
    const { title, text } = request
    const muxed = await tools.files.mux({ picture, sound, out: partial, title, text }, signal)
    if (!muxed.ok) return muxed
    return verify(request, partial, loudness.value, encoded.value, tools)
  } finally {
    await Promise.all([rm(picture, { force: true }), rm(sound, { force: true })])
  }
}

function masterRequest({ narration, music, format }: RenderRequest, out: string, pictures: number) {
  const speech = narration.words.map(({ start, end }) => [start, end] as const)
  return {
    ...{ narration: narration.wav, out, format, samples: pictures * samplesPerPicture },
    ...(music && { music: { ...music, speech } }),
  }
}

/** The receipt: read from the file that will be handed over, before it gets its name. */
async function verify(
  { kind, format, narration, captions, out }: RenderRequest,
  file: string,
  loudness: { integrated: number; truePeak: number },
  encoded: EncodeReport | undefined,
  tools: RenderTools,
): Promise<Result<Rendered>> {
  const probed = await tools.files.probe(file)
  if (!probed.ok) return probed
  const { size, duration, picture } = probed.value
  const receipt: Receipt = {
    loudness: loudness.integrated,
    truePeak: Number.isFinite(loudness.truePeak) ? loudness.truePeak : null,
    duration,
    timing: narration.timing,
    ...(narration.timingFallback && { timingFallback: narration.timingFallback }),
    ...(picture &&
      encoded && {
        picture: {
          ...{ width: picture.width, height: picture.height, pictures: picture.pictures, rate: picture.rate },
          outlasts: picture.duration - duration,
          ...encoded,
        },
      }),
    ...(captions && { captions }),
  }
  const misses = missesOf(receipt, kind, format)
  if (misses.length > 0) return fail(appError('SPEC_MISSED', { file: out, what: misses }))
  return ok({ size, duration, receipt })
}
