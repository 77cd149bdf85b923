import { rm, writeFile } from 'node:fs/promises'
import { sniffSoundFile } from '#files/sniffSound.ts'
import type { Music } from '#ports/SoundMaster.ts'
import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { encodePcm16, wavHeader } from '#shared/wav.ts'
import type { FfmpegInput } from '../process/ffmpegInput.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import { runFfmpeg } from '../process/runFfmpeg.ts'
import { measureLoudness } from './measureLoudness.ts'
import { openRaw, type Sound } from './openSound.ts'

/** Samples a second of the curve that the music's level follows; ffmpeg smooths it when it resamples. */
const curveRate = 1000
/** Seconds: the music is down when a word begins, and comes back slowly; shorter gaps don't let it up at all. */
const fall = 0.25
const rise = 0.7
const shortGap = 1.2
/** Seconds over which the music fades out at the end. */
const fadeOut = 1.5

/**
 * Lays music under a narration: looped to its length, at its volume against the voice, ducked where there are words.
 * The value is the mix, `seconds` of stereo in the file `out`, not yet levelled. Fails with
 * MUSIC_UNREADABLE where the music is no sound file, or as ffmpeg does.
 *
 * @param voice integrated loudness of the narration as it will be heard, LUFS
 */
export async function mixMusic(
  ffmpeg: Ffmpeg,
  narration: string,
  music: Music,
  { voice, seconds, sampleRate, out }: { voice: number; seconds: number; sampleRate: number; out: string },
  signal: AbortSignal,
): Promise<Result<Sound>> {
  const format = await sniffSoundFile(music.file)
  if (!format) return fail(appError('MUSIC_UNREADABLE', { path: music.file, reason: phrase('NO_SOUND') }))
  const bed = { from: music.file, format }
  const loudness = await measureLoudness(ffmpeg, bed, signal)
  if (!loudness.ok) return loudness
  const gain = Math.min(40, voice + music.volume - loudness.value.integrated)
  const curve = `${out}.curve.wav`
  const levels = duckingCurve(music.speech, music.ducking, seconds)
  await writeFile(curve, Buffer.concat([wavHeader(curveRate, levels.length), encodePcm16(levels)]))
  const stereo = 'aformat=sample_fmts=fltp:channel_layouts=stereo'
  const graph = [
    `[0:a]aresample=${sampleRate},pan=stereo|c0=c0|c1=c0,apad,atrim=end=${seconds},${stereo}[voice]`,
    `[1:a]aresample=${sampleRate},${stereo},volume=${gain.toFixed(2)}dB,atrim=end=${seconds},` +
      `afade=t=out:st=${Math.max(0, seconds - fadeOut)}:d=${fadeOut}[bed]`,
    `[2:a]aresample=${sampleRate},pan=stereo|c0=c0|c1=c0,${stereo}[curve]`,
    '[bed][curve]amultiply[ducked]',
    '[voice][ducked]amerge=inputs=2,pan=stereo|c0=c0+c2|c1=c1+c3[mix]',
  ].join(';')
  const inputs: FfmpegInput[] = [
    { from: narration, format: 'wav' },
    { ...bed, options: ['-stream_loop', '-1'] },
    { from: curve, format: 'wav' },
  ]
  const options = ['-map', '[mix]', '-c:a', 'pcm_f32le', '-f', 'f32le']
  const doing = 'MIXING'
  const run = await runFfmpeg(ffmpeg, { inputs, graph, options, out, doing }, signal)
  await rm(curve, { force: true })
  return run.ok ? ok(openRaw(out, sampleRate, 2)) : run
}

/**
 * The music's level over time: 1 where nobody speaks, `ducking` decibels less where somebody does, with soft slopes.
 *
 * @param speech spans of words, [start, end] in seconds, in order
 * @returns factors, `curveRate` a second
 */
export function duckingCurve(
  speech: readonly (readonly [number, number])[],
  ducking: number,
  seconds: number,
): Float32Array {
  const curve = new Float32Array(Math.ceil(seconds * curveRate) + 1).fill(1)
  for (const [start, end] of joinSpans(speech)) {
    const first = Math.max(0, Math.floor((start - fall) * curveRate))
    const last = Math.min(curve.length - 1, Math.ceil((end + rise) * curveRate))
    for (let i = first; i <= last; i++) {
      const time = i / curveRate
      const depth = Math.min(1, Math.max(0, Math.min((time - start + fall) / fall, (end + rise - time) / rise)))
      const soft = (1 - Math.cos(Math.PI * depth)) / 2
      curve[i] = Math.min(curve[i]!, 10 ** ((-ducking * soft) / 20))
    }
  }
  return curve
}

function joinSpans(speech: readonly (readonly [number, number])[]): [number, number][] {
  const spans: [number, number][] = []
  for (const [start, end] of speech) {
    const last = spans.at(-1)
    if (last && start - last[1] < shortGap) last[1] = Math.max(last[1], end)
    else spans.push([start, end])
  }
  return spans
}
