import { blank, literal, type Piece, place } from './piece.ts'

/** [from, to) in UTF-16 units. */
export type Stretch = readonly [from: number, to: number]

// What stands behind a literal is the rest of its entity, and that is shown.
const runs = new RegExp(`${literal}${blank}*|[${blank}${place}]+(?:\\s+[${blank}${place}]+)*`, 'g')
// What a letter in another style, a combined sign or a line break needs less is no text of its own.
const head = /^[\s\p{M}\p{Cf}\uDC00-\uDFFF]+/u
const tail = /[\s\p{M}\p{Cf}]+$/u

/**
 * Where a piece that was parsed holds what is neither spoken nor shown, and is no mark of a place: signs of formatting,
 * stage directions, tables. In order.
 */
export function findLeftOut({ source, text, found }: Piece): Stretch[] {
  return Array.from(withoutPlaced(text, found).matchAll(runs), ({ index, 0: run }): Stretch => {
    if (run.startsWith(literal)) return [index, index]
    const written = source.slice(index, index + run.length)
    const trimmed = written.replace(head, '')
    const from = index + written.length - trimmed.length
    return [from, from + trimmed.replace(tail, '').length]
  }).filter(([from, to]) => from < to)
}

/** A text in the same length, with something else where marks of a place stand. */
function withoutPlaced(text: string, found: Piece['found']): string {
  let out = ''
  for (const { from, to } of found.filter(({ words }) => !words).sort((a, b) => a.from - b.from)) {
    if (from < out.length) continue
    out += text.slice(out.length, from) + 'x'.repeat(to - from)
  }
  return out + text.slice(out.length)
}
