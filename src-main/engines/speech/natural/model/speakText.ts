import type { WordTiming } from '#shared/domain.ts'
import { stretchSpeech } from '../../stretchSpeech.ts'
import { mostTokens } from '../phonemes/kokoroTokens.ts'
import type { SignedWord } from '../phonemes/phonemize.ts'
import { textTokens } from '../phonemes/textTokens.ts'
import { type Kokoro, type KokoroSpeech, kokoroRate } from './openKokoro.ts'

/** Who speaks, and how fast: 0.25 to 4. */
export interface Speaker {
  readonly voice: string
  readonly speed: number
}

export interface SpokenText {
  /** Mono, -1 to 1, 24,000 a second. */
  readonly samples: Float32Array
  readonly words: readonly WordTiming[]
}

/**
 * Speaks words. Those of more tokens than one request holds (figures have ten times as many as letters) are spoken in
 * halves. Rejects as `Kokoro.speak` does.
 */
export async function speakText(
  kokoro: Kokoro,
  words: readonly SignedWord[],
  { voice, speed }: Speaker,
): Promise<SpokenText> {
  const parts: KokoroSpeech[] = []
  for (const part of partsOf(words)) {
    const tokens = textTokens(part)
    const silent = {
      samples: new Float32Array(),
      words: part.map(({ text }) => ({ text, start: 0, end: 0 })),
      stretch: 1,
    }
    parts.push(tokens.ids.length === 0 ? silent : await kokoro.speak(tokens, voice, speed))
  }
  return join(parts.map(stretched))
}

/** Words in parts that each fit a request; a single word that doesn't is cut off where the request ends. */
function partsOf(words: readonly SignedWord[]): SignedWord[][] {
  if (textTokens(words).ids.length <= mostTokens) return [[...words]]
  const [only] = words
  if (words.length === 1 && only) return [[{ ...only, signs: only.signs.slice(0, mostTokens), rest: '' }]]
  const middle = Math.ceil(words.length / 2)
  return [...partsOf(words.slice(0, middle)), ...partsOf(words.slice(middle))]
}

function stretched({ samples, words, stretch }: KokoroSpeech): SpokenText {
  if (stretch === 1) return { samples, words }
  const moved = words.map(({ text, start, end }) => ({ text, start: start / stretch, end: end / stretch }))
  return { samples: stretchSpeech(samples, kokoroRate, stretch), words: moved }
}

function join(parts: readonly SpokenText[]): SpokenText {
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.samples.length, 0))
  const words: WordTiming[] = []
  let at = 0
  for (const part of parts) {
    samples.set(part.samples, at)
    const shift = at / kokoroRate
    words.push(...part.words.map(({ text, start, end }) => ({ text, start: start + shift, end: end + shift })))
    at += part.samples.length
  }
  return { samples, words }
}
