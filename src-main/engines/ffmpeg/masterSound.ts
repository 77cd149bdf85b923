import { rm } from 'node:fs/promises'
import type { Loudness, MasterRequest, SoundMaster } from '#ports/SoundMaster.ts'
import type { Format } from '#shared/domain.ts'
import { loudnessTarget } from '#shared/receipt.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Ffmpeg } from './locateFfmpeg.ts'
import { gatedOut, measureLoudness, meter, parseLoudness } from './measureLoudness.ts'
import { mixMusic } from './mixMusic.ts'
import { nextGain, type Trial } from './nextGain.ts'
import { runFfmpeg } from './runFfmpeg.ts'

/** Samples a second of every finished sound. */
const soundRate = 44_100

/**
 * The limiter works on four times the rate, as ITU-R BS.1770-5 annex 2 has true peaks measured; its look-ahead delays
 * the sound by exactly that long, which is cut off again.
 */
const limiterRate = soundRate * 4
const lookahead = 0.005

/** LU that the levelled sound, and then the finished file, may be off; the tolerance is 0.5. */
const closeEnough = 0.1
const goodEnough = 0.25
const mostAttempts = 4
const mostTrials = 8
/**
 * dB of gain to make up for what the limiter takes: one letter of the hardest voice needs 12 to 19. Where more would be
 * needed there is hardly anything but clicks.
 */
const mostMakeUp = 24

/** How far below the target the first attempt limits: what AAC and MP3 usually raise peaks by, in dB. */
const headroom: Record<Format, number> = { mp4: 0.6, mp3: 0.6, wav: 0.1 }

const codec: Record<Format, readonly string[]> = {
  // Both channels are the same, so that 160 kb/s is more than the voice can use; the `fast` coder is as good there.
  mp4: ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '160k', '-f', 'mp4'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k', '-f', 'mp3'],
  wav: ['-c:a', 'pcm_s16le', '-f', 'wav'],
}

export function createSoundMaster(ffmpeg: Ffmpeg): SoundMaster {
  return { master: (request, signal) => master(ffmpeg, request, signal) }
}

/**
 * Two linear passes: measure, then gain. Limiting takes a little loudness, so the levelled sound is measured as it is
 * written and levelled once more where that matters; encoding adds peaks, so the finished file is measured too.
 */
async function master(ffmpeg: Ffmpeg, request: MasterRequest, signal: AbortSignal): Promise<Result<Loudness>> {
  const temporary = { mix: `${request.out}.mix.wav`, levelled: `${request.out}.levelled.wav` }
  try {
    const source = await prepareSource(ffmpeg, request, temporary.mix, signal)
    if (!source.ok) return source
    const { stereo, loudness } = source.value
    let gain = loudness === null ? 0 : loudnessTarget.integrated - loudness
    let aim: number = loudnessTarget.integrated
    let ceiling = loudnessTarget.truePeak - headroom[request.format]
    for (let attempt = 1; ; attempt++) {
      const settled = await levelTo(ffmpeg, stereo, request.samples, temporary.levelled, { aim, gain, ceiling }, signal)
      if (!settled.ok) return settled
      const encoded = await encode(ffmpeg, temporary.levelled, request, signal)
      if (!encoded.ok) return encoded
      const after = await measureLoudness(ffmpeg, request.out, signal)
      if (!after.ok) {
        await rm(request.out, { force: true })
        return after
      }
      const short = loudnessTarget.integrated - after.value.integrated
      const over = after.value.truePeak - loudnessTarget.truePeak
      const good = Math.abs(short) <= goodEnough && over <= 0
      if (loudness === null || good || attempt === mostAttempts) return after
      gain = settled.value + short
      aim += short
      if (over > 0) ceiling -= over + 0.05
    }
  } finally {
    await Promise.all(Object.values(temporary).map((file) => rm(file, { force: true })))
  }
}

interface Source {
  /** An ffmpeg input and the filter that makes it stereo. */
  readonly stereo: { readonly file: string; readonly filter: string }
  /** LUFS as stereo, or null for digital silence, which has no loudness to bring anywhere. */
  readonly loudness: number | null
}

/** The narration on both channels, or its mix with music. */
async function prepareSource(
  ffmpeg: Ffmpeg,
  request: MasterRequest,
  mix: string,
  signal: AbortSignal,
): Promise<Result<Source>> {
  const narration = await measureLoudness(ffmpeg, request.narration, signal)
  if (!narration.ok) return narration
  const silent = !Number.isFinite(narration.value.truePeak)
  // The same sound on both channels is 3.01 LU more than on one (BS.1770 adds the channels' powers).
  const voice = narration.value.integrated + 10 * Math.log10(2)
  if (!request.music || silent) {
    const stereo = { file: request.narration, filter: 'pan=stereo|c0=c0|c1=c0' }
    return ok({ stereo, loudness: silent ? null : voice })
  }
  const seconds = request.samples / soundRate
  const mixed = await mixMusic(
    ffmpeg,
    request.narration,
    request.music,
    { voice, seconds, sampleRate: soundRate, out: mix },
    signal,
  )
  if (!mixed.ok) return mixed
  const loudness = await measureLoudness(ffmpeg, mix, signal)
  if (!loudness.ok) return loudness
  return ok({ stereo: { file: mix, filter: 'aformat=channel_layouts=stereo' }, loudness: loudness.value.integrated })
}

interface Levels {
  /** LUFS to reach. */
  readonly aim: number
  /** dB to begin with. */
  readonly gain: number
  /** dBTP that the limiter holds. */
  readonly ceiling: number
}

/** Writes the levelled sound to `wav`, again with more gain while the limiter took too much. The value is the gain in dB. */
async function levelTo(
  ffmpeg: Ffmpeg,
  source: Source['stereo'],
  samples: number,
  wav: string,
  { aim, gain, ceiling }: Levels,
  signal: AbortSignal,
): Promise<Result<number>> {
  const trials: Trial[] = []
  for (let applied = gain; ; applied = Math.min(gain + mostMakeUp, nextGain(trials, aim))) {
    const graph = levelGraph(source.filter, applied, ceiling, samples)
    const options = ['-map', '[sound]', '-ar', String(soundRate), '-c:a', 'pcm_s16le', '-f', 'wav']
    const inputs = [{ from: source.file }]
    const written = await runFfmpeg(ffmpeg, { inputs, graph, options, out: wav, doing: 'levelling the sound' }, signal)
    if (!written.ok) return written
    const reached = parseLoudness(written.value)?.integrated ?? gatedOut
    trials.push({ gain: applied, reached })
    // A clip too short for the meter's gate has nothing to correct by: the finished file is measured as a loop of itself.
    const hit = reached <= gatedOut || Math.abs(aim - reached) <= closeEnough
    if (hit || trials.length === mostTrials || applied === trials.at(-2)?.gain) return ok(applied)
  }
}

/** One linear pass: gain (dB), limiter (dBTP), exact length (samples); the meter reads what comes out. */
function levelGraph(toStereo: string, gain: number, ceiling: number, samples: number): string {
  const cut = Math.round(lookahead * limiterRate)
  const filters = [
    toStereo,
    `volume=${gain.toFixed(3)}dB`,
    `aresample=${limiterRate}`,
    `apad=pad_len=${cut}`,
    `alimiter=limit=${(10 ** (ceiling / 20)).toFixed(6)}:attack=${lookahead * 1000}:release=60:level=disabled`,
    `atrim=start_sample=${cut},asetpts=N/SR/TB`,
    `aresample=${soundRate}`,
    `apad,atrim=end_sample=${samples}`,
  ]
  return `[0:a]${filters.join(',')},asplit[sound][copy];[copy]${meter},anullsink`
}

async function encode(ffmpeg: Ffmpeg, wav: string, request: MasterRequest, signal: AbortSignal) {
  const options = ['-map_metadata', '-1', ...codec[request.format]]
  const inputs = [{ from: wav }]
  return runFfmpeg(ffmpeg, { inputs, options, out: request.out, doing: 'encoding the sound' }, signal)
}
