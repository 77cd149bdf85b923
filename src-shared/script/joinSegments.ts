import { type Mark, type Segment, settings, wordsOf } from './segment.ts'

/**
 * All segments as one, each a paragraph or more of its own, with the title and look of the first. What a mark sets from
 * its place on still ends with the segment that it stood in.
 */
export function joinSegments(segments: readonly Segment[]): Segment {
  let words = 0
  const marks = segments.flatMap((segment) => {
    const from = words
    words += wordsOf(segment.text).length
    const { marks = [] } = segment
    return [...marks.map((mark) => shifted(mark, from)), ...resets(marks, words)]
  })
  const [first] = segments
  return {
    index: 1,
    text: segments.map(({ text }) => text).join('\n\n'),
    ...(first?.title !== undefined && { title: first.title }),
    ...(first?.look !== undefined && { look: first.look }),
    ...(marks.length > 0 && { marks }),
  }
}

function shifted(mark: Mark, by: number): Mark {
  return 'to' in mark ? { ...mark, at: mark.at + by, to: mark.to + by } : { ...mark, at: mark.at + by }
}

/** What takes back at `at` whatever the marks have set. */
const resets = (marks: readonly Mark[], at: number): Mark[] =>
  settings.filter((kind) => marks.some((mark) => mark.kind === kind)).map((kind) => ({ kind, at }))
