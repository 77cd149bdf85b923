import type { Path, SetLine, Typesetter } from '#ports/Typesetter.ts'
import { type CaptionCue, type CaptionWord, frames, type JobKind } from '#shared/domain.ts'
import { safeArea } from '#shared/frame.ts'
import { movePath } from './painted.ts'
import type { CaptionStyle } from './styleOf.ts'

/** A word in its place on the frame. */
export interface PlacedWord {
  readonly unit: CaptionWord
  readonly path: Path
  readonly emoji: readonly { readonly path: Path; readonly colour: string; readonly opacity: number }[]
  /** Advance box of the word: its left and right, the tops of its capitals and its baseline. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly baseline: number
}

export interface PlacedCue {
  readonly words: readonly PlacedWord[]
  /** Of all lines, from the tops of capitals to the last baseline. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly baseline: number
  /** Pixels per em after shrinking. */
  readonly size: number
  /** What is left of the style's size: 1, or less where a line would not fit. */
  readonly shrunk: number
  readonly missing: readonly string[]
}

/** Sets a cue's lines in type and puts them in their place on the frame. */
export function setCue(
  cue: CaptionCue,
  style: CaptionStyle,
  kind: JobKind,
  direction: 'ltr' | 'rtl',
  type: Typesetter,
): PlacedCue {
  const frame = frames[kind]
  const setAt = (size: number): SetLine[] =>
    cue.lines.map((line) => type.setLine(line.map(asShown(style)), typeOf(style, size, direction)))
  const natural = setAt(style.size)
  const widest = Math.max(...natural.map((line) => line.width))
  const shrunk = Math.min(1, style.maxWidth / widest)
  const lines = shrunk < 1 ? setAt(style.size * shrunk) : natural
  const size = style.size * shrunk
  const { capital, descent } = type.heights(typeOf(style, size, direction))
  const pitch = style.pitch * shrunk
  const block = capital + (lines.length - 1) * pitch
  const top = topOf(block, kind, style, type, direction, descent)
  const words = lines.flatMap((line, row) => {
    const baseline = top + capital + row * pitch
    const start = (frame.width - line.width) / 2
    return line.pieces.map(
      (piece, index): PlacedWord => ({
        unit: cue.lines[row]![index]!,
        path: movePath(piece.path, start, baseline),
        emoji: piece.emoji.map((layer) => ({ ...layer, path: movePath(layer.path, start, baseline) })),
        left: start + piece.left,
        right: start + piece.right,
        top: baseline - capital,
        baseline,
      }),
    )
  })
  const width = Math.max(...lines.map((line) => line.width))
  return {
    words,
    left: (frame.width - width) / 2,
    right: (frame.width + width) / 2,
    top,
    baseline: top + block,
    size,
    shrunk,
    missing: natural.flatMap((line) => line.missing),
  }
}

/** A style's type at some size. */
export const typeOf = (style: CaptionStyle, size: number, direction: 'ltr' | 'rtl') => ({
  face: style.face,
  size,
  direction,
  wordSpace: style.preset.wordSpace,
})

/** A unit as the picture shows it. */
export const asShown =
  ({ upperCase }: CaptionStyle) =>
  ({ text, spaced }: CaptionWord) => ({ text: upperCase ? text.toLocaleUpperCase() : text, spaced })

/**
 * Where the tops of the first line's capitals stand. Captions of one line and of two share their middle, so that the
 * eye stays where it is; subtitles at the foot of a landscape picture share their last baseline, as viewers know them.
 */
function topOf(
  block: number,
  kind: JobKind,
  style: CaptionStyle,
  type: Typesetter,
  direction: 'ltr' | 'rtl',
  descent: number,
): number {
  const frame = frames[kind]
  const safe = safeArea(frame)
  const { capital } = type.heights(typeOf(style, style.size, direction))
  const tallest = capital + (style.maxLines - 1) * style.pitch
  const below = Math.max(style.padding.y, descent)
  if (style.place === 'bottom' && kind === 'voiceover') return safe.bottom - below - block
  const middle = {
    top: safe.top + style.padding.y + tallest / 2,
    middle: frame.height / 2,
    bottom: safe.bottom - below - tallest / 2,
  }[style.place]
  return middle - block / 2
}
