import type { Narration } from '#shared/domain.ts'
import { type Phrase, phrase } from '#shared/phrases.ts'

const mostNamed = 3

/**
 * What to tell of the words that the voice left out, since they are shown all the same; undefined where it said all.
 * Only a voice that tells its own times shows what it left out: such words take none.
 */
export function warnOfSkipped({ words, timing }: Pick<Narration, 'words' | 'timing'>): Phrase | undefined {
  if (timing !== 'engine') return undefined
  const skipped = words.filter(({ text, start, end }) => end <= start && /[\p{L}\p{N}]/u.test(text))
  if (skipped.length === 0) return undefined
  const named = skipped.slice(0, mostNamed).map(({ text }) => text)
  const more = skipped.length - named.length
  return more > 0 ? phrase('MORE_UNSAID', { words: named, more }) : phrase('WORDS_UNSAID', { words: named })
}
