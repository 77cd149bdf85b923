import { z } from 'zod'

/** The most that one list holds. */
export const mostPronunciations = 5000

/** How written words are said, respelled: `Nguyen` is said `win`. */
export const Pronunciation = z.strictObject({
  /** One word or several, with capitals as they are to be met. */
  written: z.string().trim().min(1).max(100),
  /** As the voice is given it. */
  said: z.string().trim().min(1).max(100),
  /** Its sounds in the International Phonetic Alphabet, for voices that take them in place of `said`. */
  ipa: z.string().trim().min(1).max(100).optional(),
})
export type Pronunciation = z.infer<typeof Pronunciation>

/** A stretch of a text that is said otherwise than it is written: [from, to) in UTF-16 code units. */
export interface Respelling {
  readonly from: number
  readonly to: number
  readonly said: string
}

/** Scripts that put no spaces between words: there a word ends wherever another may begin. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const endsUnspaced = new RegExp(`[${unspaced}]$`, 'u')
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u')

// What makes another word of one that it touches: `C` is not the C of `C++`, `Net` not that of `.NET` or `asp.net`, `5`
// not that of `3.5`, and `O` not that of `O’Brien`; but `Nguyen` is the one of `Nguyen’s` and of `Nguyen-Smith`.
const before = String.raw`(?<![\p{L}\p{N}\p{M}\p{S}_#@&]|\p{L}[.'’]|\p{N}[.,:/'’]|(?<!\S)[./])`
const after = String.raw`(?![\p{L}\p{N}\p{M}\p{S}_#@&]|[.:/,]\p{N}|\.\p{L}|['’](?!s(?![\p{L}\p{N}]))\p{L})`

/**
 * Finds where a text holds words of a pronunciation list: whole words, with their capitals as given, whatever
 * punctuation stands around them and whatever white space between them. Of entries that begin at the same word the
 * longest counts. What is found is in order, and none overlaps another.
 */
export function createPronouncer(list: readonly Pronunciation[]): (text: string) => Respelling[] {
  if (list.length === 0) return () => []
  const said = new Map(list.map((entry) => [folded(entry.written), entry.said.trim().replace(/\s+/gu, ' ')]))
  const longestFirst = [...said.keys()].sort((one, other) => other.length - one.length)
  const pattern = new RegExp(patternOf(longestFirst), 'gu')
  return (text) =>
    Array.from(text.matchAll(pattern), (match) => ({
      from: match.index,
      to: match.index + match[0].length,
      said: said.get(folded(match[0])) ?? match[0],
    }))
}

/** The same for words that are written alike: with either apostrophe, either form of an accent, any white space. */
const folded = (words: string) => words.trim().normalize('NFC').replaceAll('’', "'").replace(/\s+/gu, ' ')

/**
 * A pattern of any of these words, those that stand first before the others. What may touch them stands once for as many
 * as share it: with it on each of thousands of entries the pattern takes seconds to compile.
 */
function patternOf(all: readonly string[]): string {
  const runs: { start: string; end: string; forms: string[] }[] = []
  for (const words of all) {
    const [start, end] = [startsUnspaced.test(words) ? '' : before, endsUnspaced.test(words) ? '' : after]
    const run = runs.at(-1)
    if (run?.start === start && run.end === end) run.forms.push(...formsOf(words))
    else runs.push({ start, end, forms: formsOf(words) })
  }
  return runs.map(({ start, end, forms }) => `${start}(?:${forms.join('|')})${end}`).join('|')
}

const formsOf = (words: string): string[] =>
  [...new Set([words, words.normalize('NFD')])].map((form) =>
    form
      .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
      .replaceAll("'", "['’]")
      .replaceAll(' ', String.raw`\s+`),
  )
