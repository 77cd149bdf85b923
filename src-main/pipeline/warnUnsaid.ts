import type { Narration } from '#shared/domain.ts'

const mostNamed = 3

/**
 * A sentence about the words that the voice left out, since they are shown all the same; undefined where it said all.
 * Only a voice that tells its own times shows what it left out: such words take none.
 */
export function warnUnsaid({ words, timing }: Pick<Narration, 'words' | 'timing'>): string | undefined {
  if (timing !== 'engine') return undefined
  const unsaid = words.filter(({ text, start, end }) => end <= start && /[\p{L}\p{N}]/u.test(text))
  if (unsaid.length === 0) return undefined
  const named = unsaid.slice(0, mostNamed).map(({ text }) => `“${text}”`)
  const more = unsaid.length - named.length
  return `The voice can not read ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}, so that stays unsaid.`
}
