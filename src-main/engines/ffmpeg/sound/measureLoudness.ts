import { gatedOut } from '#engines/loudness/LoudnessMeter.ts'
import type { SoundFormat } from '#files/sniffSound.ts'
import type { Loudness } from '#ports/SoundMaster.ts'
import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { FfmpegInput } from '../process/ffmpegInput.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import { runFfmpeg } from '../process/runFfmpeg.ts'

/** The filter that measures; its summary comes at the end of ffmpeg's output. `framelog` keeps it from a line per frame. */
const meter = 'ebur128=peak=true:framelog=verbose'

/**
 * Reads the summary that the `ebur128` filter prints.
 *
 * @returns integrated loudness in LUFS and true peak in dBTP, or null where there is no summary
 */
export function parseLoudness(printed: string): Loudness | null {
  const summary = printed.slice(printed.lastIndexOf('Summary:'))
  const integrated = /\bI:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]
  const peak = /\bPeak:\s+(-?[\d.]+|-inf) dBFS/.exec(summary)?.[1]
  if (integrated === undefined || peak === undefined) return null
  return { integrated: Number(integrated), truePeak: peak === '-inf' ? Number.NEGATIVE_INFINITY : Number(peak) }
}

/**
 * Measures a sound file by EBU R 128 (ITU-R BS.1770: integrated loudness, true peak at 4 times oversampling).
 * A sound too short or too faint for the gate is measured again as a loop of itself. Fails as ffmpeg does.
 */
export async function measureLoudness(
  ffmpeg: Ffmpeg,
  file: { readonly from: string; readonly format: SoundFormat },
  signal: AbortSignal,
): Promise<Result<Loudness>> {
  const once = await measure(ffmpeg, file, [], signal)
  if (!once.ok || once.value.integrated > gatedOut) return once
  return measure(ffmpeg, file, ['-stream_loop', '20', '-t', '5'], signal)
}

async function measure(ffmpeg: Ffmpeg, file: FfmpegInput, options: string[], signal: AbortSignal) {
  const doing = 'MEASURING'
  const input = { ...file, options }
  const printed = await runFfmpeg(ffmpeg, { inputs: [input], options: ['-af', meter], out: null, doing }, signal)
  if (!printed.ok) return printed
  const loudness = parseLoudness(printed.value)
  return loudness
    ? ok(loudness)
    : fail(appError('FFMPEG_FAILED', { doing: phrase(doing), reason: phrase('NO_SUMMARY') }, printed.value))
}
