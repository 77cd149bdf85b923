import { readWav, writeWav } from '#files/wavFile.ts'
import type { Alignment } from '#ports/Aligner.ts'
import type { WordTiming } from '#shared/domain.ts'
import { resample } from '#shared/resample.ts'
import type { MonoSound } from '#shared/wav.ts'
import { findSpeech, type Stretch } from './findSpeech.ts'
import { matchVoices } from './matchVoices.ts'
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
 * up by zeros, what it has more is cut. A silence that the script asks for is exactly as many samples of zero, from the
 * end of the sound before, which the last word keeps, to the beginning of the one after. Word times move by sample
 * counts, so nothing drifts. Two pieces are in memory at a time.
 *
 * @param ending seconds of silence that the script asks for after the last word
 * @returns undefined where no piece holds speech
 */
export async function joinSpeech(
  pieces: readonly SpokenPiece[],
  ending: number,
  path: string,
): Promise<JoinedSpeech | undefined> {
  const rates = pieces.flatMap(({ stored }) => (stored ? [stored.sampleRate] : []))
  if (rates.length === 0) return undefined
  // Voices may differ in it; the finest loses nothing.
  const sampleRate = Math.max(...rates)
  const words: WordTiming[] = []
  const samples = await writeWav(path, sampleRate, laidOut(pieces, ending, sampleRate, words))
  const last = words.at(-1)
  return samples === 0 || !last ? undefined : { sampleRate, samples, words: inOrder(words, samples / sampleRate) }
}

/** The samples of the whole, and on the way the times of its words. */
async function* laidOut(pieces: readonly SpokenPiece[], ending: number, rate: number, words: WordTiming[]) {
  const zeros = (seconds: number, less = 0) => new Float32Array(Math.max(0, Math.round(seconds * rate) - less))
  const gains = await matchVoices(pieces)
  let written = 0
  // The last sound, not written yet since its end depends on what follows, and how much of it is after its speech.
  let held: Float32Array = new Float32Array()
  let tail = 0
  // Seconds that were asked for since.
  let silence = 0
  for (const piece of pieces) {
    silence += piece.silence
    const sound = piece.stored && atRate(await readWav(piece.stored.wav), rate)
    const speech = sound && findSpeech(sound)
    if (!sound || !speech) {
      const now = Math.max(0, written + held.length - tail) / rate
      addWords(words, piece, shareWords(piece.words, now, now), 0)
      continue
    }
    const edge = Math.round(margin * rate)
    const from = Math.max(0, speech.start - edge)
    const to = Math.min(sound.samples.length, speech.end + edge)
    const margins = { rise: speech.start - from, fall: to - speech.end }
    const whole = faded(sound.samples.subarray(from, to), margins, gains.get(piece.as.voice) ?? 1)
    const isFirst = held.length === 0
    const isExact = silence > (isFirst ? quiet : 0)
    const before = isExact ? endingLoud(held) : held
    const after = isExact ? beginningLoud(whole) : whole
    const rest = isFirst ? quiet : piece.rest
    const gap = isExact ? zeros(silence) : zeros(rest, tail + speech.start - from)
    yield before
    if (isExact) endLastWord(words, (written + before.length) / rate)
    yield gap
    written += before.length + gap.length
    const at = words.length
    addWords(words, piece, timesOf(piece, speech, rate), (written - from - (whole.length - after.length)) / rate)
    if (isExact && words[at]) words[at] = { ...words[at], start: written / rate }
    held = after
    tail = to - speech.end
    silence = 0
  }
  if (held.length === 0) return
  const isExact = silence + ending > quiet
  const last = isExact ? endingLoud(held) : held
  yield last
  if (isExact) endLastWord(words, (written + last.length) / rate)
  yield isExact ? zeros(silence + ending) : zeros(quiet, tail)
}

/** Words that no silence is to begin within end with it. */
function endLastWord(words: WordTiming[], end: number): void {
  const last = words.at(-1)
  if (last) words[words.length - 1] = { ...last, start: Math.min(last.start, end), end }
}

/** Whether 16 bits make another number than 0 of a sample. */
const isHeard = (sample: number) => Math.round(sample * 2 ** 15) !== 0
const endingLoud = (samples: Float32Array) => samples.subarray(0, samples.findLastIndex(isHeard) + 1)
const beginningLoud = (samples: Float32Array) => samples.subarray(Math.max(0, samples.findIndex(isHeard)))

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

function addWords(
  words: WordTiming[],
  piece: Pick<Piece, 'continues'>,
  times: readonly WordTiming[],
  shift: number,
): void {
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

/** The same sound by a gain, swelling over its first `rise` samples and fading over its last `fall`. */
function faded(samples: Float32Array, { rise, fall }: Record<'rise' | 'fall', number>, gain: number): Float32Array {
  const last = samples.length - 1
  return samples.map((sample, at) => gain * sample * Math.min(1, (at + 1) / (rise + 1), (last - at + 1) / (fall + 1)))
}

const atRate = ({ samples, sampleRate }: MonoSound, rate: number): MonoSound => ({
  samples: resample(samples, sampleRate, rate),
  sampleRate: rate,
})
