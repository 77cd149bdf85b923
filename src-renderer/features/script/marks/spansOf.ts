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
  for (const other of apart) if (text.slice(from, other.from).trim() === '') from = Math.max(from, other.to)
  const next = apart.find((other) => other.from >= from)?.from ?? text.length
  const to = Math.min(next, from + openingOf(text.slice(from)).length)
  return from < to ? [{ from, to, kind: 'opening' }] : []
}

const inOrder = (one: Stretch, other: Stretch) => one.from - other.from || other.to - one.to

/** A stretch of a text with those in it, in order, as spans. One that reaches beyond another goes on behind it. */
function nest(text: string, { from, to }: Pick<Stretch, 'from' | 'to'>, within: readonly Stretch[]): readonly Span[] {
  const spans: Span[] = []
  let queue = [...within]
  let at = from
  while (queue.length > 0) {
    const [first, ...others] = queue as [Stretch, ...Stretch[]]
    const after = others.findIndex((other) => other.from >= first.to)
    const inside = after < 0 ? others : others.slice(0, after)
    const beyond = inside.filter((other) => other.to > first.to).map((other) => ({ ...other, from: first.to }))
    if (at < first.from) spans.push({ text: text.slice(at, first.from) })
    spans.push({
      kind: first.kind,
      text: text.slice(first.from, first.to),
      ...(inside.length > 0 && {
        inner: nest(
          text,
          first,
          inside.map((other) => ({ ...other, to: Math.min(other.to, first.to) })),
        ),
      }),
    })
    at = first.to
    queue = [...beyond, ...others.slice(inside.length)]
    if (beyond.length > 0) queue.sort(inOrder)
  }
  if (at < to) spans.push({ text: text.slice(at, to) })
  return spans
}
