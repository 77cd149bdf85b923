import type { Segment } from '../script/segment.ts'

/** Seconds at speed 1, as the built-in voices speak English on average: 160 words a minute. */
const perLetter = 0.08
/** Spoken as words: a figure of `1.2` takes as long as a short word. */
const perFigure = 0.57
/** One syllable each; for Chinese, Japanese and Korean. */
const perSyllable = 0.2
const perStop = 0.42
const perComma = 0.2

const syllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/**
 * Guesses how long a text takes to say, in seconds, the quarter of a second of silence at each end included. Good to
 * about a tenth for English prose of some length; for weighing progress and for estimates, never for timing.
 *
 * @param speed 0.25 to 4
 */
export function estimateSpeech(text: string, speed: number): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const wide = count(syllables)
  const spoken =
    (count(/\p{L}/gu) - wide) * perLetter +
    wide * perSyllable +
    count(/\p{N}/gu) * perFigure +
    count(/[.!?…](?=["'”’»)\]]*\s)|[。！？]/gu) * perStop +
    count(/[,;:–—](?=["'”’»)\]]*\s)|[，、；：]/gu) * perComma
  return 0.5 + spoken / speed
}

/**
 * The same for a segment, with the silences that its marks ask for and the speeds that they set.
 *
 * @param speed where no mark sets another
 */
export function estimateSegment({ text, marks = [] }: Pick<Segment, 'text' | 'marks'>, speed: number): number {
  const words = Array.from(text.matchAll(/\S+\s*/gu), ([word]) => word)
  const changes = marks.flatMap((mark) => (mark.kind === 'speed' ? [mark] : []))
  let seconds = 0.5
  let [from, now] = [0, speed]
  for (const { at, speed: next = speed } of [...changes, { at: words.length, speed }]) {
    const to = Math.max(from, Math.min(at, words.length))
    seconds += estimateSpeech(words.slice(from, to).join(''), now) - 0.5
    ;[from, now] = [to, next]
  }
  return marks.reduce((sum, mark) => sum + (mark.kind === 'silence' ? mark.seconds : 0), seconds)
}
