import type { Mark } from '../segment.ts'

// Signs that stand in a piece's text while it is parsed. They are noncharacters of Unicode, which no script holds.

/** What was taken out. */
export const blank = '\uFDD0'
/** A mark between words. */
export const place = '\uFDD1'
/** A character that stands for itself, whatever it would mean as markup. */
export const literal = '\uFDD2'
/** A line break that ends a paragraph. */
export const paragraphEnd = '\uFDD3'

export const noncharacters = /[\uFDD0-\uFDEF]/g

/** As much nothing as was written. */
export const blanks = (written: string): string => blank.repeat(written.length)

type Value<Kind extends Mark['kind'], Name extends string> = { readonly kind: Kind } & {
  readonly [name in Name]?: Extract<Mark, { kind: Kind }>[name & keyof Extract<Mark, { kind: Kind }>]
}

/** What a mark asks for. */
export type Asked =
  | { readonly kind: 'silence'; readonly seconds: number }
  | Value<'voice', 'voice'>
  | Value<'speed', 'speed'>
  | Value<'background', 'background'>
  | { readonly kind: 'title' | 'look'; readonly name: string }
  | { readonly kind: 'emphasis' }
  | { readonly kind: 'say'; readonly as: string }

/** A mark where it is written: from the first to behind the last of its characters. */
export interface Found {
  readonly from: number
  readonly to: number
  /** What of it is its words, for marks that are about some. */
  readonly words?: readonly [from: number, to: number]
  readonly asked: Asked
}

/** What a piece holds that is left out, or that is a mark with something wrong. */
export interface Told {
  readonly kind: 'direction' | 'picture' | 'table' | 'code' | 'footnote' | 'speed' | 'silence' | 'long silence'
  readonly at: number
  readonly text: string
}

/**
 * A piece of a script while it is parsed. Each step takes what it knows out of the text and overwrites it with as many
 * blanks, so that a place in the text is the same place in the source all the time.
 */
export interface Piece {
  readonly source: string
  text: string
  /** What stands at a `literal`, where it is not what the source has there. */
  readonly literals: Map<number, string>
  readonly found: Found[]
  readonly told: Told[]
}
