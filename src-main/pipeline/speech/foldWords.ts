import type { WordTiming } from '#shared/domain.ts'
import type { Mark } from '#shared/script/segment.ts'
import type { SaidWords } from './sayWords.ts'
import { shareWords } from './shareWords.ts'

/**
 * When a segment's written words are heard, from when the words are that are said for them. As many as were written
 * have their own times; others share the time from the first to the last of what is said.
 *
 * @param heard the words as they are said, in order
 */
export function foldWords(heard: readonly WordTiming[], words: readonly SaidWords[]): WordTiming[] {
  let at = 0
  let now = 0
  return words.flatMap(({ written, said }) => {
    const own = heard.slice(at, at + said)
    at += said
    if (own.length === written.length) {
      now = own.at(-1)?.end ?? now
      return own.map(({ start, end }, index) => ({ text: written[index]!, start, end }))
    }
    const [start, end] = [own[0]?.start ?? now, own.at(-1)?.end ?? now]
    now = end
    return shareWords(written, start, end)
  })
}

/** The words with those marked that the segment marks as key words. */
export function withEmphasis(words: readonly WordTiming[], marks: readonly Mark[]): readonly WordTiming[] {
  const spans = marks.filter((mark) => mark.kind === 'emphasis')
  if (spans.length === 0) return words
  return words.map((word, place) =>
    spans.some(({ at, to }) => at <= place && place < to) ? { ...word, emphasis: true } : word,
  )
}
