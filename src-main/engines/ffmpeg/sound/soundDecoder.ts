import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sniffSound } from '#files/sniffSound.ts'
import type { SoundDecoder } from '#ports/SoundDecoder.ts'
import { appError } from '#shared/errors.ts'
import { fileError } from '#shared/fileError.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type MonoSound, parseWav } from '#shared/wav.ts'
import { inputArguments } from '../process/ffmpegInput.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import { pipeFfmpeg } from '../process/pipeFfmpeg.ts'

/** Seconds of sound that are taken at most. */
const longest = 3600
/** Milliseconds for the decoding. */
const patience = 120_000

/**
 * Decodes sound files with ffmpeg.
 * @param locate asked when the first file comes, and again after a failure
 */
export function createSoundDecoder(locate: () => Promise<Result<Ffmpeg>>): SoundDecoder {
  let located: Promise<Result<Ffmpeg>> | undefined
  return {
    decode: async (file, signal) => {
      located ??= locate()
      const ffmpeg = await located
      if (ffmpeg.ok) return decode(ffmpeg.value, file, signal)
      located = undefined
      return ffmpeg
    },
  }
}

const unreadable = (reason: Phrase) => fail(appError('FFMPEG_FAILED', { doing: phrase('DECODING'), reason }))

async function decode(ffmpeg: Ffmpeg, bytes: Uint8Array, signal: AbortSignal): Promise<Result<MonoSound>> {
  const format = sniffSound(bytes)
  if (!format) return unreadable(phrase('NO_SOUND'))
  // A file, not a pipe: an MP4 has its table at either end.
  const folder = await mkdtemp(join(tmpdir(), 'pausecut-sound-'))
  const from = join(folder, 'sound')
  try {
    await writeFile(from, bytes)
    const args = [
      ...inputArguments({ from, format }),
      ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-t', String(longest), '-ac', '1'],
      ...['-c:a', 'pcm_s16le', '-f', 'wav', 'pipe:1'],
    ]
    const ending = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    const { outputs, ended } = pipeFfmpeg(ffmpeg, { args, outputs: 1, doing: 'DECODING' }, ending)
    const [pieces, end] = await Promise.all([outputs[0]!.toArray(), ended])
    if (signal.aborted) return fail(appError('CANCELLED'))
    if (ending.aborted) return unreadable(phrase('TOO_SLOW', { seconds: patience / 1000 }))
    if (!end.ok) return end
    const sound = parseWav(Buffer.concat(pieces))
    if ('code' in sound) return unreadable(sound)
    return sound.samples.length < longest * sound.sampleRate ? ok(sound) : unreadable(phrase('ANSWER_ENDLESS'))
  } catch (error) {
    if (signal.aborted) return fail(appError('CANCELLED'))
    return fail(fileError(error, folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
