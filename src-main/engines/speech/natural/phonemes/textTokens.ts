import { tokensOf } from './kokoroTokens.ts'
import type { SignedWord } from './phonemize.ts'

/** A text as the model reads it, and whose its tokens are. */
export interface TextTokens {
  readonly ids: readonly number[]
  /** Of each word its first token and the one after its last, punctuation and spaces left out; the same for no sound. */
  readonly words: readonly { readonly text: string; readonly from: number; readonly to: number }[]
}

/** Words as tokens, with a space between them and their punctuation behind them. */
export function textTokens(words: readonly SignedWord[]): TextTokens {
  const ids: number[] = []
  const placed = words.map(({ text, signs, rest }) => {
    const own = tokensOf(signs)
    if (ids.length > 0 && own.length > 0) ids.push(...tokensOf(' '))
    const from = ids.length
    ids.push(...own)
    const to = ids.length
    // Before the first sound there is nothing to rest from.
    if (to > 0) ids.push(...tokensOf(rest))
    return { text, from, to }
  })
  return { ids, words: placed }
}
