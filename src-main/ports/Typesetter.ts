import type { FaceName } from '#shared/look/look.ts'

/** One step of an outline: move, line, cubic curve. Every contour closes by itself; filled by the non-zero rule. */
export type PathStep =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
export type Path = readonly PathStep[]

/** A part of a line that may be coloured on its own: a word, or a part of one where words have no spaces between. */
export interface Piece {
  readonly text: string
  /** Whether a space stands before it (never at a line's beginning). */
  readonly spaced: boolean
}

export interface TypeStyle {
  readonly face: FaceName
  /** Pixels per em. */
  readonly size: number
  /** The direction of the paragraph that the line belongs to. */
  readonly direction: 'ltr' | 'rtl'
  /** Extra space after every letter, in em; scripts whose letters join don't get it. */
  readonly tracking?: number
  /** Extra width of every space, in em. */
  readonly wordSpace?: number
}

/** An outline with a colour of its own: a layer of a colour emoji. */
export interface ColouredPath {
  readonly path: Path
  /** `#rrggbb` */
  readonly colour: string
  /** 0 to 1 */
  readonly opacity: number
}

/** A piece as it stands on its line; pixels, x from the line's left end, y down from the baseline. */
export interface SetPiece {
  readonly left: number
  readonly right: number
  readonly path: Path
  /** Emoji, painted from back to front. */
  readonly emoji: readonly ColouredPath[]
}

export interface SetLine {
  readonly width: number
  /** In the order of the pieces that were given, wherever they stand on the line. */
  readonly pieces: readonly SetPiece[]
  /** What no font here has; it is left out of the line. */
  readonly missing: readonly string[]
}

/** Heights of a face above its baseline in pixels; `descent` below it, positive. */
export interface FaceHeights {
  readonly capital: number
  readonly ascent: number
  readonly descent: number
}

/** Sets text in type: real glyphs of real fonts, shaped, in visual order, as outlines. Pure: same input, same outlines. */
export interface Typesetter {
  /**
   * The parts between which a word may be broken with a hyphen; the word alone where nobody knows its language.
   *
   * @param language ISO 639-1
   */
  hyphenate(word: string, language: string): readonly string[]
  setLine(pieces: readonly Piece[], style: TypeStyle): SetLine
  heights(style: TypeStyle): FaceHeights
}
