import { readWav, writeWav } from '#files/wavFile.ts'
import type { Alignment } from '#ports/Aligner.ts'
import type { WordTiming } from '#shared/domain.ts'
import type { MonoSound } from '#shared/wav.ts'
import { findSpeech, type Stretch } from './findSpeech.ts'
import type { Piece } from './planPieces.ts'
import { shareWords } from './shareWords.ts'
import type { StoredSpeech } from './speechCache.ts'

/** A piece and its sound; without one where the voice found nothing to say in it. */
export interface SpokenPiece extends Piece {
  readonly stored?: StoredSpeech | undefined
  /** What an aligner heard in it. */
  readonly heard?: Alignment | undefined
}

export interface JoinedSpeech {
  readonly sampleRate: number
  /** How many. */
  readonly samples: number
  readonly words: readonly WordTiming[]
}

/** Seconds of silence before the first word and after the last. */
const quiet = 0.25
/** Seconds of a piece's own sound that stay before and after its speech, faded, so that no breath ends in a click. */
const margin = 0.02

/**
 * Writes the pieces one after the other as a mono 16-bit WAV: exactly 0.25 s before speech begins and after it ends,
 * and exactly the rest that each piece asks for between. What a piece has less of its own silence than that is made
 * up by zeros, what it has more is cut. Word times move by sample counts, so nothing drifts. One piece is in memory
 * at a time.
 *
 * @param speed the rests are shorter in quick speech, and longer in slow
 * @returns undefined where no piece holds speech
 */
export async function joinSpeech(
  pieces: readonly SpokenPiece[],
  speed: number,
  path: string,
): Promise<JoinedSpeech | undefined> {
  const sampleRate = pieces.find((piece) => piece.stored)?.stored?.sampleRate
  if (sampleRate === undefined) return undefined
  const words: WordTiming[] = []
  const samples = await writeWav(path, sampleRate, laidOut(pieces, speed, sampleRate, words))
  const last = words.at(-1)
  return samples === 0 || !last ? undefined : { sampleRate, samples, words: inOrder(words, samples / sampleRate) }
}

/** The samples of the whole, and on the way the times of its words. */
async function* laidOut(pieces: readonly SpokenPiece[], speed: number, rate: number, words: WordTiming[]) {
  let written = 0
  // Samples after the last speech that are written already.
  let tail = 0
  for (const piece of pieces) {
    const sound = piece.stored && atRate(await readWav(piece.stored.wav), rate)
    const speech = sound && findSpeech(sound)
    if (!sound || !speech) {
      const now = Math.max(0, written - tail) / rate
      addWords(words, piece, shareWords(piece.words, now, now), 0)
      continue
    }
    const rest = written === 0 ? quiet : piece.rest / speed
    const edge = Math.round(margin * rate)
    const from = Math.max(0, speech.start - edge)
    const to = Math.min(sound.samples.length, speech.end + edge)
    const silence = new Float32Array(Math.max(0, Math.round(rest * rate) - tail - (speech.start - from)))
    yield silence
    const shift = (written + silence.length - from) / rate
    addWords(words, piece, timesOf(piece, speech, rate), shift)
    yield faded(sound.samples.subarray(from, to), speech.start - from, to - speech.end)
    written += silence.length + to - from
    tail = to - speech.end
  }
  if (written > 0) yield new Float32Array(Math.max(0, Math.round(quiet * rate) - tail))
}

/**
 * The piece's words in seconds of its own sound: as the engine gave them or the aligner heard them, never outside of
 * the speech; by shares where neither did.
 */
function timesOf({ words, stored, heard }: SpokenPiece, speech: Stretch, rate: number): WordTiming[] {
  const [start, end] = [speech.start / rate, speech.end / rate]
  const times = [stored?.words, heard?.words].find((known) => known?.length === words.length)
  if (!times) return shareWords(words, start, end)
  const within = (time: number) => Math.max(start, Math.min(end, time))
  return times.map((time, at) => ({ text: words[at] ?? '', start: within(time.start), end: within(time.end) }))
}

function addWords(words: WordTiming[], piece: Piece, times: readonly WordTiming[], shift: number): void {
  for (const [at, { text, start, end }] of times.entries()) {
    const before = words.at(-1)
    if (at === 0 && piece.continues && before) {
      words[words.length - 1] = { text: before.text + text, start: before.start, end: end + shift }
    } else words.push({ text, start: start + shift, end: end + shift })
  }
}

/** Makes sure that no word begins before the one before it ends, or ends after the sound. */
function inOrder(words: readonly WordTiming[], duration: number): WordTiming[] {
  let before = 0
  return words.map(({ text, start, end }) => {
    const from = Math.min(duration, Math.max(before, start))
    before = Math.min(duration, Math.max(from, end))
    return { text, start: from, end: before }
  })
}

/** The same sound, swelling over its first `rise` samples and fading over its last `fall`. */
function faded(samples: Float32Array, rise: number, fall: number): Float32Array {
  const last = samples.length - 1
  return samples.map((sample, at) => sample * Math.min(1, (at + 1) / (rise + 1), (last - at + 1) / (fall + 1)))
}

/**
 * A server may have changed its voice, and with it its rate, between two pieces: straight lines do for that rare
 * case.
 */
function atRate({ samples, sampleRate }: MonoSound, rate: number): MonoSound {
  if (sampleRate === rate) return { samples, sampleRate }
  const step = sampleRate / rate
  const resampled = Float32Array.from({ length: Math.floor(samples.length / step) }, (_, at) => {
    const before = Math.floor(at * step)
    const first = samples[before] ?? 0
    return first + (at * step - before) * ((samples[before + 1] ?? first) - first)
  })
  return { samples: resampled, sampleRate: rate }
}
