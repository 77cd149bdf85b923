import bidiModule from 'bidi-js'
import type { Piece } from '#ports/Typesetter.ts'
import type { FaceName } from '#shared/look/look.ts'
import type { FontCache, OpenFont } from './fontCache.ts'

/** A stretch of a line that is shaped in one go: one font, one direction, one piece. */
export interface Run {
  readonly text: string
  readonly font: OpenFont
  /** Embedding level of the bidirectional algorithm (UAX #9); odd levels run right to left. */
  readonly level: number
  /** Which piece it belongs to; none for the space between two pieces. */
  readonly piece: number | undefined
  /** Whether it is a space as wide as one between words. */
  readonly space: boolean
}

// Its types say ES module, but what Node loads is CommonJS whose export is the factory itself.
const bidi = (bidiModule as unknown as typeof bidiModule.default)()
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Joiners, marks of direction and variation selectors: never drawn, so no font needs them. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]$/u
/** HarfBuzz makes every space of the plain one where a font lacks it. */
const space = /^\p{Zs}$/u
/** Spaces that are as wide as one between words. */
const wordSpace = /^[ \u00a0\u2007]$/u

/** Cuts a line into runs, in visual order from left to right, and says which graphemes no font has. */
export function itemise(
  pieces: readonly Piece[],
  face: FaceName,
  direction: 'ltr' | 'rtl',
  fontCache: FontCache,
): { runs: Run[]; missing: string[] } {
  const text = pieces.map((piece, at) => (piece.spaced && at > 0 ? ' ' : '') + piece.text).join('')
  const levels = bidi.getEmbeddingLevels(text, direction).levels
  const runs: Run[] = []
  const missing: string[] = []
  let at = 0
  const take = (part: string, piece: number | undefined) => {
    const font = fontOf(part, face, fontCache)
    const level = levels[at] ?? 0
    at += part.length
    if (!font) {
      missing.push(part)
      return
    }
    const last = runs.at(-1)
    const space = wordSpace.test(part)
    if (last && !space && !last.space && last.piece === piece && last.font === font && last.level === level) {
      runs[runs.length - 1] = { ...last, text: last.text + part }
    } else runs.push({ text: part, font, level, piece, space })
  }
  pieces.forEach((piece, index) => {
    if (piece.spaced && index > 0) take(' ', undefined)
    for (const { segment } of graphemes.segment(piece.text)) take(segment, index)
  })
  return { runs: inVisualOrder(runs), missing }
}

function fontOf(grapheme: string, face: FaceName, fontCache: FontCache): OpenFont | undefined {
  const drawn = [...grapheme]
    .filter((character) => !invisible.test(character) && !space.test(character))
    .map((c) => c.codePointAt(0)!)
  const asEmoji = () =>
    drawn.every((character) => fontCache.emoji().characters.has(character)) ? fontCache.emoji() : undefined
  const shipped = wantsColour(grapheme)
    ? (asEmoji() ?? fontCache.fontFor(face, drawn))
    : (fontCache.fontFor(face, drawn) ?? asEmoji())
  return shipped ?? fontCache.systemFontFor(drawn)
}

/** Whether a grapheme is a picture: emoji by default or by variation selector, and the old pictures such as ❤ and ☀. */
function wantsColour(grapheme: string): boolean {
  if (grapheme.includes('\ufe0e')) return false
  if (grapheme.includes('\ufe0f') || /\p{Emoji_Presentation}/u.test(grapheme)) return true
  return /\p{Extended_Pictographic}/u.test(grapheme) && grapheme.codePointAt(0)! >= 0x2600
}

/** Rule L2 of UAX #9: from the highest level down to the lowest odd one, reverse what stands at that level or above. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const order = [...runs]
  const highest = Math.max(0, ...runs.map((run) => run.level))
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      if (order[from]!.level < level) continue
      let to = from
      while (to < order.length && order[to]!.level >= level) to++
      order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = to
    }
  }
  return order
}
