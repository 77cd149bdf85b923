import type { ReadingClass } from '../reading.ts'

/** A number alone (`uno`, `eins`), or before a noun of this gender (`un`, `una`, `ein`, `eine`). */
export type NumberForm = 'alone' | 'masculine' | 'feminine'

/** What is counted: a unit, a currency, a million. */
export interface Noun {
  readonly one: string
  readonly many: string
  readonly feminine?: boolean
}

export interface Currency extends Noun {
  readonly cent?: Noun
}

/** A number as it is written: `1.234,56` has the digits `1234` and `56`. */
export interface Numeral {
  readonly whole: string
  readonly decimals?: string
}

export interface WrittenDate {
  readonly day?: number
  readonly month: number
  readonly year?: string
  /** The word that is written before the year. */
  readonly join?: string
  /** What stands first, since `5 May` and `May 5` are read in their own order in some languages. */
  readonly first: 'day' | 'month' | 'year'
  /** The text before it: a preposition may change an ending. */
  readonly before: string
}

export interface WrittenTime {
  readonly hour: number
  readonly minute: number
  readonly second?: number
  readonly half?: 'am' | 'pm'
  /** Whether a word for hours or the clock is written behind it. */
  readonly marked?: boolean
}

/** Words for signs. */
export interface SignWords {
  readonly minus: string
  readonly plus: string
  readonly times: string
  readonly divided: string
  readonly equals: string
  readonly unequal: string
  readonly less: string
  readonly greater: string
  readonly atMost: string
  readonly atLeast: string
  readonly about: string
  readonly plusMinus: string
  readonly percent: string
  readonly and: string
  readonly at: string
  readonly number: string
  readonly hash: string
  readonly hashtag: string
  readonly sharp: string
  readonly dot: string
  readonly slash: string
  readonly dash: string
  readonly underscore: string
  readonly colon: string
  readonly question: string
  readonly exclamation: string
  readonly bar: string
  readonly tilde: string
  readonly degrees: string
  readonly root: string
  readonly infinity: string
  readonly to: string
  /** Between the numbers of a score: `3:1`. */
  readonly ratio: string
  readonly per: string
  /** Before the number of an extension. */
  readonly extension: string
}

export interface NumberWords {
  /** Names of the ten digits. */
  readonly digits: readonly string[]
  /** A whole number, zero or more; undefined where the language has no name for it. */
  readonly cardinal: (n: bigint, form: NumberForm) => string | undefined
  /** The word for the decimal mark. */
  readonly point: string
  /** Decimals after it. */
  readonly decimals: (digits: string, form: NumberForm) => string
  readonly year: (year: number) => string
  /** `million` and its likes, by how they are written. */
  readonly scales: ReadonlyMap<string, Noun>
  /** Letters that stand for them behind a figure: `k`, `M`, `bn`. */
  readonly scaleLetters: ReadonlyMap<string, string>
}

export interface Calendar {
  /** January first. */
  readonly months: readonly string[]
  /** Shorter spellings, without their full stop. */
  readonly shortMonths: ReadonlyMap<string, number>
  /** Whether `3/4` is the third of April. */
  readonly dayFirst: boolean
  /** Endings and marks of a day's number, as a pattern. */
  readonly dayEnding: string
  /** Whether `May 5` is a date, too. */
  readonly monthFirst: boolean
  /** What stands between day and month, as a pattern. */
  readonly between: string
  /** What stands before the year, as a pattern; a group called `join` is given back. */
  readonly beforeYear: string
  /** Signs between the figures of a date without its year's century, as a character class. */
  readonly shortYearMarks: string
  /** The date's words, each with the part of it that they stand for: `day`, `month` or `year`. */
  readonly say: (date: WrittenDate) => Phrase
}

export interface Clock {
  /** What follows a time and belongs to it (`Uhr`, `h`), as a pattern; it allows a full stop between the figures. */
  readonly word: string
  /** Whether `14.30` alone is a time. */
  readonly pointed: boolean
  /** The time, and its half of the day apart; '' for none. */
  readonly say: (time: WrittenTime) => readonly [time: string, half: string]
}

export interface Capitals {
  /** Short words that stand in capitals for emphasis, and names that are read as words. */
  readonly words: ReadonlySet<string>
  /** What is read letter by letter though it could be a word. */
  readonly initials: ReadonlySet<string>
  /** Names that are said in their own way, by their lower-case spelling. */
  readonly names: ReadonlyMap<string, string>
}

/** All that is known of how one language is read aloud. Absent parts are read by their figures and letters. */
export interface Language {
  readonly code: string
  readonly point: '.' | ','
  readonly signs: SignWords
  readonly numbers: NumberWords
  /** By sign or code, as written. */
  readonly currencies: ReadonlyMap<string, Currency>
  /** Between an amount and its cents, `y` or `and`; '' for nothing. */
  readonly centJoin: string
  /** What there is a million of: `de euros`. */
  readonly ofMillions: (what: string) => string
  readonly units: ReadonlyMap<string, Noun>
  /** What a price or a speed is per: `yr`, `s`. */
  readonly periods: ReadonlyMap<string, string>
  readonly squared: (unit: Noun, power: 2 | 3) => Noun
  /** Words of an abbreviation, by its lower-case spelling with its full stops; a function where its neighbours decide. */
  readonly abbreviations: ReadonlyMap<string, string | ((near: Near) => string | undefined)>
  readonly capitals: Capitals
  readonly calendar?: Calendar
  readonly clock?: Clock
  /** The form of a number before the words behind it. */
  readonly agree?: (digits: string, after: string) => NumberForm
  readonly ordinal?: (n: bigint, ending: string, before: string, after: string) => string | undefined
  /** What marks an ordinal behind its figures, as a pattern. */
  readonly ordinalEndings?: string
  readonly fraction?: (
    over: bigint,
    under: bigint,
    whole: bigint | undefined,
    unit: Noun | undefined,
  ) => string | undefined
  /** Power of a number: `to the sixth`. */
  readonly power?: (exponent: bigint, negative: boolean) => string
  /** Words before a Roman numeral, as a pattern; those in `regnal` are names of rulers. */
  readonly roman?: {
    readonly before: string
    readonly regnal: string
    /** Whether a full stop behind it makes it an ordinal. */
    readonly dotted?: boolean
    readonly say: (n: bigint, ruler: boolean) => string
  }
  /** Rules of this language alone: `idioms` are tried before all that it shares, `figures` before its plain numbers. */
  readonly own?: (tools: GrammarTools) => { readonly idioms: readonly Rule[]; readonly figures: readonly Rule[] }
}

/** Patterns that rules are built of. */
export interface GrammarTools {
  readonly language: Language
  /** A number of this language, without a group. */
  readonly number: string
  readonly parse: (written: string) => Numeral
  readonly say: (numeral: Numeral, form?: NumberForm) => string
}

/** What stands around a match. */
export interface Near {
  readonly before: string
  readonly after: string
  /** Whether the sentence is written in capitals. */
  readonly shouting: boolean
  /** What was read right before, without a space between. */
  readonly last: ReadingClass | undefined
}

/**
 * Spoken words, each part with the group of the match that they belong to, so that they stay with what was written;
 * `at`: the one character of the group that they stand at.
 */
export type Phrase = string | readonly (readonly [say: string, of: string, at?: number])[]

export interface Rule {
  readonly class: ReadingClass
  /** Whether it may leave letters and figures without a sound. */
  readonly silent?: boolean
  readonly pattern: RegExp
  /** Undefined where it does not fit after all. */
  readonly read: (part: Readonly<Record<string, string>>, near: Near) => Phrase | undefined
}
