import type { Numeral } from '#shared/reading/grammar/language.ts'

/** How else a language says written things than the reading that `readWords` gives; the likeliest first. */
export interface Ways {
  /** Abbreviations and words by their lower-case spelling. */
  readonly known: ReadonlyMap<string, readonly string[]>
  /** Units behind figures by their lower-case spelling. */
  readonly units: ReadonlyMap<string, readonly string[]>
  /** Letters behind a number that stand for a larger one. */
  readonly scales: ReadonlyMap<string, string>
  /** A number that a currency's name follows only behind this word. */
  readonly scaleWord: RegExp
  /** A pattern of written numbers. */
  readonly number: string
  readonly numbers: (numeral: Numeral, grouped: boolean) => readonly string[]
  /** Whole units, their name, and cents. */
  readonly cents: (whole: string, name: string, cents: string) => readonly string[]
  /** Where a currency's name may stand before the number. */
  readonly nameFirst: boolean
  readonly times: (hour: number, minute: number, next: string) => readonly string[]
  readonly dates: (day: number, month: number, year: string) => readonly string[]
  /** Whether `3/4/2020` may be the third of April, the fourth of March, or either. */
  readonly dateOrders: readonly ('day' | 'month')[]
  readonly fractions: (over: number, under: number) => readonly string[]
  readonly ordinals: (n: number, next: string) => readonly string[]
  /** What marks an ordinal behind figures, as a pattern. */
  readonly ordinalMark: string
  readonly decade?: (digits: string) => readonly string[]
  readonly percent: readonly string[]
  readonly numberSign: readonly string[]
  /** How a range is said, the two usual ways first. */
  readonly range: readonly ((low: string, high: string) => string)[]
  readonly digits: (written: string) => readonly string[]
}
