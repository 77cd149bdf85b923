import { hasMpegFrames } from '#files/hasMpegFrames.ts'
import { type SoundFormat, sniffSound } from '#files/sniffSound.ts'
import type { SoundDecoder } from '#ports/SoundDecoder.ts'
import { phrase } from '#shared/phrases.ts'
import { resample } from '#shared/resample.ts'
import type { AskedFormat } from '#shared/speech/serverReport.ts'
import { type MonoSound, parseWav } from '#shared/wav.ts'
import { explainBadAnswer, type Failure } from '../explainFailure.ts'
import { explainText } from '../explainText.ts'
import { decodePcm } from './decodePcm.ts'
import { labelledPcm, openAiPcm } from './labelledPcm.ts'
import { readText } from './readText.ts'
import { splitFiles } from './splitFiles.ts'
import { unwrapSound } from './unwrapSound.ts'

/** A service's answer with a status of success. */
export interface Answer {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly asked: AskedFormat
  /** Of the request: it is kept out of the words that are quoted. */
  readonly key: string | null
}

/**
 * Turns an answer into sound, by its first bytes and not by what it calls itself: servers send MP3, MP4 or bare samples
 * under the name of WAV, several files in one answer, and pages. Bare samples are taken only where they were asked for or
 * the label promises them.
 */
export async function decodeAnswer(
  answer: Answer,
  decoder: SoundDecoder,
  signal: AbortSignal,
): Promise<MonoSound | Failure> {
  const { contentType, asked, key } = answer
  const bytes = await unwrapSound(answer.bytes)
  if (bytes.length === 0) return explainBadAnswer(phrase('ANSWER_SILENT'), true)
  const format = sniffSound(bytes)
  if (format && isSure(format, bytes)) return decodeFiles(bytes, format, decoder, signal)
  const text = readText(bytes)
  if (text) return explainText(text, key)
  const pcm = labelledPcm(contentType) ?? (asked === 'pcm' ? openAiPcm : undefined)
  if (pcm) return decodePcm(bytes, pcm) ?? explainBadAnswer(phrase('ANSWER_NOISE'), false, 'format')
  const type = contentType.split(';')[0]?.trim() || '?'
  return explainBadAnswer(phrase('ANSWER_UNKNOWN', { type }), false, 'format')
}

/** Raw samples may begin with the few bits that begin a frame. */
const isSure = (format: SoundFormat, bytes: Uint8Array) =>
  format === 'aac' || (format === 'mp3' && bytes[0] === 0xff) ? hasMpegFrames(bytes) : true

/** Decodes each of the files in an answer, one after the other. */
async function decodeFiles(
  bytes: Uint8Array,
  format: SoundFormat,
  decoder: SoundDecoder,
  signal: AbortSignal,
): Promise<MonoSound | Failure> {
  const sounds: MonoSound[] = []
  const files = splitFiles(bytes, format)
  for (const [index, file] of files.entries()) {
    const read = format === 'wav' ? parseWav(file, index + 1 < files.length ? 'end' : 'truncated') : phrase('WAV_OTHER')
    if (!('code' in read)) sounds.push(read)
    else if (read.code === 'WAV_TRUNCATED') return explainBadAnswer(read, true)
    else if (read.code !== 'WAV_SILENT') {
      const decoded = await decodeCoded(file, decoder, signal)
      if ('error' in decoded) return decoded
      sounds.push(decoded)
    }
  }
  return sounds.length === 0 ? explainBadAnswer(phrase('WAV_SILENT'), true) : joinSounds(sounds)
}

async function decodeCoded(file: Uint8Array, decoder: SoundDecoder, signal: AbortSignal): Promise<MonoSound | Failure> {
  const decoded = await decoder.decode(file, signal)
  if (decoded.ok) return decoded.value
  signal.throwIfAborted()
  return { again: false, mend: 'format', error: () => decoded.error }
}

/** One sound after the other, at the first one's rate. */
export function joinSounds(sounds: readonly MonoSound[]): MonoSound {
  const [first] = sounds
  if (!first || sounds.length === 1) return first ?? { samples: new Float32Array(), sampleRate: openAiPcm.sampleRate }
  const { sampleRate } = first
  const parts = sounds.map((sound) => resample(sound.samples, sound.sampleRate, sampleRate))
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    samples.set(part, at)
    at += part.length
  }
  return { samples, sampleRate }
}
