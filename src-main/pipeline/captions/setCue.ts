import type { Path, SetLine, Typesetter } from '#ports/Typesetter.ts'
import { type CaptionCue, type CaptionWord, canvasSizes, type JobKind } from '#shared/domain.ts'
import { safeArea } from '#shared/look/safeArea.ts'
import { boundsOf, movePath } from './outline.ts'
import type { CaptionStyle } from './styleOf.ts'
import type { Direction } from './writing.ts'

/** A word in its place on the canvas. */
export interface PlacedWord {
  readonly unit: CaptionWord
  readonly path: Path
  readonly emoji: readonly { readonly path: Path; readonly colour: string; readonly opacity: number }[]
  /** Advance box of the word: its left and right, the tops of its capitals and its baseline. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly baseline: number
  /** Pixels per em, after shrinking. */
  readonly size: number
}

/** What all cues of a narration are set for. */
export interface CueSetting {
  readonly style: CaptionStyle
  /** Decides the canvas. */
  readonly kind: JobKind
  readonly type: Typesetter
}

export interface PlacedCue {
  readonly words: readonly PlacedWord[]
  /** Of all lines, from the tops of capitals to the last baseline. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly baseline: number
  /** The smallest share of the style's size that a line was left with: 1, or less where it would not fit. */
  readonly shrunk: number
  readonly missing: readonly string[]
}

/** Lines that are less smaller than this take their neighbours with them; a line much too long shrinks alone. */
const alone = 0.8

/** Sets a cue's lines in type and puts them in their place on the canvas. */
export function setCue(cue: CaptionCue, setting: CueSetting): PlacedCue {
  const { style, kind, type } = setting
  const { direction } = cue
  const setAt = (line: readonly CaptionWord[], size: number): SetLine =>
    type.setLine(
      line.map(({ text, spaced }) => ({ text: shownText(text, style), spaced })),
      typeOf(style, size, direction),
    )
  const natural = cue.lines.map((line) => setAt(line, style.size))
  const own = natural.map(({ width }) => Math.min(1, style.maxWidth / width))
  const shrunk = Math.min(...own)
  const shares = own.map((share, row) => {
    const next = own[row + 1]
    // Both halves of a word are of one size.
    if (next !== undefined && cue.lines[row]!.at(-1)!.goesOn) return Math.min(share, next)
    if (row > 0 && cue.lines[row - 1]!.at(-1)!.goesOn) return Math.min(share, own[row - 1]!)
    return shrunk >= alone ? shrunk : share
  })
  const lines = cue.lines.map((line, row) =>
    shares[row] === 1 ? natural[row]! : setAt(line, style.size * shares[row]!),
  )
  const { capital } = type.heights(typeOf(style, style.size))
  const baselines = stack(shares, capital, style.pitch)
  const block = baselines.at(-1)!
  const middle = canvasSizes[kind].width / 2
  const placeAt = (top: number) =>
    lines.flatMap((line, row) => {
      const baseline = top + baselines[row]!
      const start = middle - line.width / 2
      return line.pieces.map(
        (piece, index): PlacedWord => ({
          unit: cue.lines[row]![index]!,
          path: movePath(piece.path, start, baseline),
          emoji: piece.emoji.map((layer) => ({ ...layer, path: movePath(layer.path, start, baseline) })),
          left: start + piece.left,
          right: start + piece.right,
          top: baseline - capital * shares[row]!,
          baseline,
          size: style.size * shares[row]!,
        }),
      )
    })
  const wanted = topOf(block, setting)
  const top = wanted + intoSafeArea(placeAt(wanted), setting)
  const width = Math.max(...lines.map((line) => line.width))
  return {
    words: placeAt(top),
    left: middle - width / 2,
    right: middle + width / 2,
    top,
    baseline: top + block,
    shrunk,
    missing: natural.flatMap((line) => line.missing),
  }
}

/** Baselines of lines of these shares of the size, from the top of the first; gaps are those of the larger neighbour. */
function stack(shares: readonly number[], capital: number, pitch: number): number[] {
  let baseline = 0
  return shares.map((share, row) => {
    const gap = row === 0 ? 0 : (pitch - capital) * Math.max(share, shares[row - 1]!)
    baseline += gap + capital * share
    return baseline
  })
}
/** How far down words have to move for accents, low letters and rims to stay in the safe area; usually nothing. */
function intoSafeArea(words: readonly PlacedWord[], { style, kind }: CueSetting): number {
  const safe = safeArea(canvasSizes[kind])
  const { top, bottom } = boundsOf(
    words.flatMap((word) => [...word.path, ...word.emoji.flatMap((layer) => layer.path)]),
  )
  const reach = style.preset.backing === 'plate' ? 0 : style.padding.y
  return Math.max(0, safe.top - (top - reach)) - Math.max(0, bottom + reach - safe.bottom)
}

/** A style's type at some size. */
export const typeOf = (style: CaptionStyle, size: number, direction: Direction = 'ltr') => ({
  face: style.face,
  size,
  direction,
  wordSpace: style.preset.wordSpace,
})

/** Soft hyphens only say where a word may be broken. */
export const withoutSoftHyphens = (text: string) => text.replaceAll('\u00ad', '')

/** A unit's text as the video shows it. */
export function shownText(text: string, { upperCase }: CaptionStyle): string {
  const shown = withoutSoftHyphens(text)
  return upperCase ? shown.toLocaleUpperCase() : shown
}

/**
 * Where the tops of the first line's capitals stand. Captions of one line and of two share their middle, so that the
 * eye stays where it is; subtitles at the foot of a landscape canvas share their last baseline, as viewers know them.
 */
function topOf(block: number, { style, kind, type }: CueSetting): number {
  const canvas = canvasSizes[kind]
  const safe = safeArea(canvas)
  const { capital, descent } = type.heights(typeOf(style, style.size))
  const tallest = capital + (style.maxLines - 1) * style.pitch
  // Plates have room for low letters; elsewhere they come on top of the rim.
  const below = style.preset.backing === 'plate' ? style.padding.y : descent + style.padding.y
  if (style.place === 'bottom' && kind === 'voiceover') return safe.bottom - below - block
  const middle = {
    top: safe.top + style.padding.y + style.size * 0.12 + tallest / 2,
    middle: Math.min(canvas.height / 2, safe.bottom - below - tallest / 2),
    bottom: safe.bottom - below - tallest / 2,
  }[style.place]
  return middle - block / 2
}
