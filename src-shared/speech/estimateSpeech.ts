/** Seconds at speed 1, as the built-in voices speak English on average; OpenAI's are about as fast. */
const perLetter = 0.068
/** Spoken as words: a figure of `1.2` takes as long as a short word. */
const perFigure = 0.45
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
