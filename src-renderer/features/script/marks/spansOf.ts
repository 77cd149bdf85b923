import { findMarks, type WrittenMark } from '#shared/script/findMarks.ts'
import { parsePiece } from '#shared/script/parsePiece.ts'
import { openingOf } from '../../../store/cards.ts'

/** How a stretch of a card's text is drawn: as the mark it is, as what is left out, or as the opening words. */
type SpanKind = WrittenMark['kind'] | 'left-out' | 'opening'

/** A stretch of a text, and what of it is drawn in a way of its own; without a kind: as it is. */
export interface Span {
  readonly kind?: SpanKind
  readonly text: string
  readonly inner?: readonly Span[]
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly kind: SpanKind
}

/** A card's text as it is drawn: its stretches in order, which together are the text. */
export function spansOf(text: string): readonly Span[] {
  const marks = findMarks(text).map(({ kind, from, to, words }): Stretch => {
    // Of key words the words themselves stand out, and their stars are left out.
    return kind === 'emphasis' && words ? { kind, from: words[0], to: words[1] } : { kind, from, to }
  })
  const leftOut = parsePiece(text, 'light').leftOut.map(([from, to]): Stretch => ({ from, to, kind: 'left-out' }))
  const stretches = [...marks, ...leftOut, ...openingStretch(text, [...marks, ...leftOut])]
  const drawn = stretches.filter(({ from, to }) => from < to).sort(inOrder)
  return nest(text, { from: 0, to: text.length }, drawn)
}

/** The opening words, behind the marks and signs that a card begins with, and as far as the next. */
function openingStretch(text: string, others: readonly Stretch[]): Stretch[] {
  const apart = others.filter(({ kind }) => kind !== 'emphasis' && kind !== 'say').sort(inOrder)
  let from = 0
  for (const other of apart) {
    if (text.slice(from, other.from).trim() !== '') break
    from = Math.max(from, other.to)
  }
  const next = apart.find((other) => other.from >= from)?.from ?? text.length
  const to = Math.min(next, from + openingOf(text.slice(from)).length)
  return from < to ? [{ from, to, kind: 'opening' }] : []
}

const inOrder = (one: Stretch, other: Stretch) => one.from - other.from || other.to - one.to

/** A stretch of a text with those in it, in order, as spans. One that reaches beyond another goes on behind it. */
function nest(text: string, { from, to }: Pick<Stretch, 'from' | 'to'>, within: readonly Stretch[]): readonly Span[] {
  const spans: Span[] = []
  const queue = [...within]
  let at = from
  for (let index = 0; index < queue.length; ) {
    const first = queue[index]!
    let after = index + 1
    while (after < queue.length && queue[after]!.from < first.to) after++
    const inside = queue.slice(index + 1, after)
    if (at < first.from) spans.push({ text: text.slice(at, first.from) })
    const clipped = inside.map((other) => ({ ...other, to: Math.min(other.to, first.to) }))
    const inner = inside.length > 0 && { inner: nest(text, first, clipped) }
    spans.push({ kind: first.kind, text: text.slice(first.from, first.to), ...inner })
    at = first.to
    index = after
    const beyond = inside.filter((other) => other.to > first.to).map((other) => ({ ...other, from: first.to }))
    if (beyond.length > 0) queue.push(...[...beyond, ...queue.splice(index)].sort(inOrder))
  }
  if (at < to) spans.push({ text: text.slice(at, to) })
  return spans
}
