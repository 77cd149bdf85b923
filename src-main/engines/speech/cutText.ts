import { splitSentences } from '#shared/reading/splitSentences.ts'
import type { TextBudget } from '#shared/speech/engines.ts'
import { estimateTokens } from './estimateTokens.ts'

/**
 * From the best place to cut to the worst. Each gives parts that joined are the text, to the character.
 * `(?=\S)` stands first, so that a long run of white space is not looked back through from each of its characters.
 */
const splitters: readonly ((text: string) => string[])[] = [
  splitSentences,
  (text) => text.split(/(?=\S)(?<=[,;:–—]["'”’»)\]]*\s+|[，、；：])/u),
  (text) => text.split(/(?=\S)(?<=\s)/u),
  (text) =>
    Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), (part) => part.segment),
  (text) => Array.from(text),
]

/**
 * Cuts text into pieces that each fit `budget`: at sentence ends; a sentence longer than the budget at its commas,
 * then at its spaces, then between any two graphemes (a grapheme of more marks than the budget holds, between code
 * points). Pieces are filled from the front, and joined they are the text but for white space. No piece is empty.
 */
export function cutText(text: string, budget: TextBudget): string[] {
  return pack(text, budget, 0)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/**
 * Fills pieces greedily with the parts that `splitters[level]` gives, and cuts the parts that are too long by the
 * next.
 */
function pack(text: string, budget: TextBudget, level: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let left = budget
  for (const part of splitters[level]?.(text) ?? []) {
    if (!fits(part, left)) {
      pieces.push(piece)
      const parts = fits(part, budget) || level + 1 === splitters.length ? [part] : pack(part, budget, level + 1)
      piece = parts.pop() ?? ''
      pieces.push(...parts)
      left = spend(piece, budget)
    } else {
      piece += part
      left = spend(part, left)
    }
  }
  return [...pieces, piece]
}

const spend = (part: string, left: TextBudget): TextBudget => ({
  characters: left.characters - Array.from(part).length,
  ...(left.tokens === undefined ? {} : { tokens: left.tokens - estimateTokens(part) }),
})

function fits(part: string, left: TextBudget): boolean {
  const { characters, tokens = 0 } = spend(part, left)
  return characters >= 0 && tokens >= 0
}
