import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Loudness, MasterRequest, SoundMaster } from '#ports/SoundMaster.ts'
import type { Format } from '#shared/domain.ts'
import { fileError } from '#shared/fileError.ts'
import { loudnessTarget } from '#shared/job/receipt.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import { runFfmpeg } from '../process/runFfmpeg.ts'
import { type Levels, levelled, loudnessOf, settleGain } from './levelSound.ts'
import { measureLoudness } from './measureLoudness.ts'
import { mixMusic } from './mixMusic.ts'
import { openNarration, type Sound } from './openSound.ts'
import { soundCodec, soundRate } from './soundCodec.ts'

/** LU that the finished file may be off; the tolerance is 0.5. */
const goodEnough = 0.25
const mostAttempts = 4

/** How far below the target the first attempt limits: what resampling and AAC or MP3 usually raise peaks by, in dB. */
const headroom: Record<Format, number> = { mp4: 0.6, mp3: 0.6, wav: 0.2 }

export function createSoundMaster(ffmpeg: Ffmpeg): SoundMaster {
  return { master: (request, signal) => master(ffmpeg, request, signal) }
}

async function master(ffmpeg: Ffmpeg, request: MasterRequest, signal: AbortSignal): Promise<Result<Loudness>> {
  const mix = `${request.out}.mix`
  try {
    const sound = await prepareSound(ffmpeg, request, mix, signal)
    const finished = sound.ok ? await levelAndEncode(ffmpeg, sound.value, request, signal) : sound
    if (!finished.ok) await rm(request.out, { force: true })
    return finished
  } catch (error) {
    await rm(request.out, { force: true })
    return fail(fileError(error, request.out))
  } finally {
    await rm(mix, { force: true })
  }
}

/** The narration, or its mix with music. */
async function prepareSound(
  ffmpeg: Ffmpeg,
  { narration, music, samples }: MasterRequest,
  mix: string,
  signal: AbortSignal,
): Promise<Result<Sound>> {
  const alone = await openNarration(narration)
  const voice = music ? await loudnessOf(alone, signal) : null
  if (!music || voice === null) return ok(alone)
  const laid = { voice, seconds: samples / soundRate, sampleRate: soundRate, out: mix }
  return mixMusic(ffmpeg, narration, music, laid, signal)
}

/**
 * A linear gain that is right before anything is encoded, so that once is enough as a rule. Encoding adds peaks, and our
 * own meter is not to be the only witness: ffmpeg's measures the finished file, and what it finds is put right.
 */
async function levelAndEncode(
  ffmpeg: Ffmpeg,
  sound: Sound,
  request: MasterRequest,
  signal: AbortSignal,
): Promise<Result<Loudness>> {
  const loudness = await loudnessOf(sound, signal)
  let aim: number = loudnessTarget.integrated
  let ceiling = loudnessTarget.truePeak - headroom[request.format]
  for (let attempt = 1; ; attempt++) {
    const gain = loudness === null ? 0 : await settleGain(sound, { loudness, aim, ceiling }, signal)
    const encoded = await encode(ffmpeg, sound, { gain, ceiling }, request, signal)
    if (!encoded.ok) return encoded
    const after = await measureLoudness(ffmpeg, { from: request.out, format: request.format }, signal)
    if (!after.ok) return after
    const short = loudnessTarget.integrated - after.value.integrated
    const over = after.value.truePeak - loudnessTarget.truePeak
    const good = Math.abs(short) <= goodEnough && over <= 0
    if (loudness === null || good || attempt === mostAttempts) return after
    aim += short
    if (over > 0) ceiling -= over + 0.05
  }
}

/** Encodes a levelled sound at the finished rate, on two channels, in exactly the length that was asked for. */
async function encode(
  ffmpeg: Ffmpeg,
  sound: Sound,
  levels: Levels,
  { out, format, samples }: MasterRequest,
  signal: AbortSignal,
) {
  const { sampleRate, channels } = sound
  const from = Readable.from(bytesOf(levelled(sound, levels)), { objectMode: false })
  const raw = ['-ar', String(sampleRate), '-ac', String(channels)]
  const twofold = channels === 1 ? 'pan=stereo|c0=c0|c1=c0' : 'anull'
  const graph = `[0:a]aresample=${soundRate},${twofold},apad,atrim=end_sample=${samples}[sound]`
  const options = ['-map', '[sound]', '-map_metadata', '-1', ...soundCodec(format, channels === 1)]
  const inputs = [{ from, format: 'f32le' as const, options: raw }]
  return runFfmpeg(ffmpeg, { inputs, graph, options, out, doing: 'ENCODING_SOUND' }, signal)
}

async function* bytesOf(frames: AsyncIterable<Float32Array>): AsyncGenerator<Uint8Array> {
  for await (const { buffer, byteOffset, byteLength } of frames)
    if (byteLength > 0) yield new Uint8Array(buffer, byteOffset, byteLength)
}
