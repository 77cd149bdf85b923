/** What a written word is read as. `plain` is an ordinary word; `sign` stands for what a mark is called. */
export type ReadingClass =
  | 'plain'
  | 'cardinal'
  | 'ordinal'
  | 'decimal'
  | 'fraction'
  | 'range'
  | 'money'
  | 'measure'
  | 'date'
  | 'time'
  | 'telephone'
  | 'address'
  | 'abbreviation'
  | 'initials'
  | 'roman'
  | 'maths'
  | 'electronic'
  | 'verbatim'

/**
 * One word as it is spoken: lower-case letters, with an apostrophe inside at most. A single letter is the letter's own
 * name, unless its class is `plain` (the article `a`, the pronoun `i`).
 */
export interface SpokenWord {
  readonly text: string
  readonly class: ReadingClass
  /** The mark behind it that a voice rests at or changes its tone for; none where a full stop belongs to an abbreviation. */
  readonly stop: Stop
}

export type Stop = '' | '.' | ',' | ';' | ':' | '!' | '?'

/** A written word (what stands between white space) with its spoken words, in the order in which they are heard. */
export interface ReadWord {
  readonly written: string
  /** Empty for what makes no sound: a dash, an emoji. */
  readonly spoken: readonly SpokenWord[]
}

/** A text as it is read aloud in one language (ISO 639-1). */
export interface Reading {
  readonly language: string
  readonly words: readonly ReadWord[]
}

const numeric = new Set<ReadingClass | undefined>([
  'cardinal',
  'ordinal',
  'decimal',
  'fraction',
  'money',
  'measure',
  'date',
  'time',
])

/** Whether a class is one of numbers. */
export const isNumeric = (kind: ReadingClass | undefined): boolean => numeric.has(kind)
