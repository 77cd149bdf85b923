import type { CaptionCue, CaptionWord } from '#shared/domain.ts'
import { type Direction, directionOf, hasDirection } from '../writing.ts'
import { breakCost, endsClause, endsSentence } from './breakCost.ts'
import { pause } from './cutUnits.ts'

/** What a caption may hold. Widths are in whatever unit `width` measures: pixels, or characters. */
export interface CueRules {
  readonly idealWords: number
  readonly maxWords: number
  readonly maxLines: 1 | 2
  readonly maxWidth: number
  /** How much too wide a line may be where words belong together, as a factor; whoever draws it makes it smaller. */
  readonly squeeze: number
  readonly width: (unit: CaptionWord) => number
  /** Width of the space between two words. */
  readonly space: number
  /** A caption that stands for less is hardly read. */
  readonly minSeconds: number
  readonly maxSeconds: number
  /** How much it costs to run over a sentence's end within one caption. */
  readonly overSentence: number
}

/** A shorter one invites a break. */
const breath = 0.3
/** A caption stays until the next one when that comes within this many seconds, so that nothing flickers. */
const hold = 0.9
/** Otherwise it stays this much longer than its last word. */
const linger = 0.4
/** No caption stands for less, in seconds: three frames, which is a flicker already. */
const shortest = 0.1
/** Words that are heard for less are better shown with their neighbours, even those of another sentence. */
const flicker = 0.2

/**
 * Groups words into captions and lines. Of all ways the one is taken that costs least: breaks where a reader breathes,
 * about as many words as the design wants, two lines of like length, no caption too short to be read. A word that is
 * wider than a line stands alone in it and is made smaller by whoever draws it.
 *
 * @param until when the last caption has to be gone, in seconds
 */
export function groupCues(units: readonly CaptionWord[], rules: CueRules, until: number): CaptionCue[] {
  const row = measureRow(units, rules)
  const best: { cost: number; from: number; split: number }[] = [{ cost: 0, from: 0, split: 0 }]
  for (let to = 1; to <= units.length; to++) {
    let cheapest = { cost: Infinity, from: to - 1, split: to }
    for (let from = to - 1; from >= 0 && wordsIn(row, from, to) <= rules.maxWords; from--) {
      const lines = splitLines(row, from, to, rules)
      if (!lines) break
      const cost = best[from]!.cost + lines.cost + cueCost(row, from, to, rules)
      if (cost < cheapest.cost) cheapest = { cost, from, split: lines.split }
    }
    best.push(cheapest)
  }
  const cues: CaptionCue[] = []
  for (let to = units.length; to > 0; to = best[to]!.from) {
    const { from, split } = best[to]!
    const lines = [lineOf(row, from, split), lineOf(row, split, to)].filter((line) => line.length > 0)
    cues.push({ start: units[from]!.start, end: units[to - 1]!.end, direction: row.directions[from]!, lines })
  }
  return spread(cues.reverse(), until)
}

/**
 * Gives every caption its time on the screen: until the next where that comes soon, and never less than `shortest`, for
 * which one of words that nobody hears borrows from its neighbours. None overlap.
 */
function spread(cues: readonly CaptionCue[], until: number): CaptionCue[] {
  const last = Math.max(until, ...cues.slice(-1).map(({ end }) => end))
  const least = Math.min(shortest, last / cues.length)
  let from = 0
  const starts = cues.map(({ start }, index) => {
    const at = Math.max(from, Math.min(start, last - (cues.length - index) * least))
    from = at + least
    return at
  })
  return cues.map((cue, index) => {
    const start = starts[index]!
    const next = starts[index + 1] ?? last
    const end = next - cue.end <= hold ? next : Math.max(cue.end + linger, start + least)
    return { ...cue, start, end: Math.min(next, end) }
  })
}

/** What is asked of every unit again and again while captions are tried out, found once. */
interface Row {
  readonly units: readonly CaptionWord[]
  /** How much reading a unit is, in words: parts of one unspaced word count by their letters, four make about a word. */
  readonly words: readonly number[]
  readonly widths: readonly number[]
  /** What a break before the unit costs; nothing before the first. */
  readonly breaks: readonly number[]
  /** Whether a sentence or a clause ends with the unit. */
  readonly sentences: readonly boolean[]
  readonly clauses: readonly boolean[]
  /** The direction of the unit's sentence. */
  readonly directions: readonly Direction[]
}

function measureRow(units: readonly CaptionWord[], rules: CueRules): Row {
  const sentences: boolean[] = []
  for (const [at, unit] of units.entries())
    sentences.push(!countsList(units, sentences, at) && endsSentence(unit, units[at + 1]))
  const directions = directionsOf(units, sentences)
  const breakBefore = (unit: CaptionWord, at: number) => {
    if (at === 0) return 0
    if (countsList(units, sentences, at - 1)) return 9
    const together =
      directions[at] === 'rtl' &&
      !sentences[at - 1] &&
      isLatin(units[at - 1]!) &&
      /^[\p{N}\p{Script=Latin}]/u.test(unit.text)
    return Math.max(together ? 7 : 0, breakCost(units[at - 1]!, unit))
  }
  return {
    units,
    words: units.map((unit, at) => (isPart(units, at) ? Math.min(1, [...unit.text].length / 4) : 1)),
    widths: units.map((unit) => rules.width(unit)),
    breaks: units.map(breakBefore),
    sentences,
    clauses: units.map(endsClause),
    directions,
  }
}

/** `1.` at a sentence's beginning is no sentence, but counts a list. */
const countsList = (units: readonly CaptionWord[], sentences: readonly boolean[], at: number) =>
  /^\p{N}{1,2}\.$/u.test(units[at]!.text) && at < units.length - 1 && (at === 0 || sentences[at - 1]!)

const isLatin = (unit: CaptionWord) => /\p{Script=Latin}[^\p{L}]*$/u.test(unit.text)

/**
 * The units of a line. Where a line begins with the number of a Latin name in a sentence from right to left (iPhone / 15
 * Pro), a mark says so: the number would go with the sentence.
 */
function lineOf({ units, directions, sentences }: Row, from: number, to: number): CaptionWord[] {
  const line = units.slice(from, to)
  const [first] = line
  if (!first || from === 0 || directions[from] !== 'rtl' || sentences[from - 1]) return line
  if (!/^\p{N}/u.test(first.text) || !isLatin(units[from - 1]!)) return line
  return [{ ...first, text: `\u200e${first.text}` }, ...line.slice(1)]
}

/** The direction of every unit's sentence; one without letters has that of the sentence before. */
function directionsOf(units: readonly CaptionWord[], sentences: readonly boolean[]): Direction[] {
  const directions: Direction[] = []
  let from = 0
  for (let at = 0; at < units.length; at++) {
    if (!sentences[at] && at < units.length - 1) continue
    const text = units
      .slice(from, at + 1)
      .map((unit) => unit.text)
      .join(' ')
    const direction = hasDirection(text) ? directionOf(text) : (directions.at(-1) ?? 'ltr')
    for (; from <= at; from++) directions.push(direction)
  }
  return directions
}

function wordsIn({ words }: Row, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) count += words[at]!
  return count
}
const isPart = (units: readonly CaptionWord[], at: number) =>
  units[at + 1]?.word === units[at]!.word || units[at - 1]?.word === units[at]!.word

function cueCost(row: Row, from: number, to: number, rules: CueRules): number {
  const { units, breaks, sentences, clauses } = row
  const words = wordsIn(row, from, to)
  const away = (words - rules.idealWords) / rules.idealWords
  let cost = 2.2 * away * away
  if (words < 1.5 && !(from === 0 || sentences[from - 1]!)) cost += 1.2
  for (let at = from + 1; at < to; at++) {
    const [before, after] = [units[at - 1]!, units[at]!]
    const silence = after.start - before.end
    if (silence >= pause || row.directions[at - 1] !== row.directions[at]) return Infinity
    if (silence >= breath) cost += 2
    if (sentences[at - 1]!) cost += rules.overSentence
    else if (clauses[at - 1]!) cost += 0.8
  }
  const next = units[to]
  if (next) {
    const silence = next.start - units[to - 1]!.end
    if (silence < pause) cost += breaks[to]! * (silence >= breath ? 0.4 : 0.8)
  }
  const seconds = (next?.start ?? units[to - 1]!.end) - units[from]!.start
  if (seconds < flicker) cost += 10
  if (seconds < rules.minSeconds) cost += 4 * (1 - seconds / rules.minSeconds)
  if (seconds > rules.maxSeconds) cost += 6 * (seconds / rules.maxSeconds - 1)
  return cost
}

/** The best way to set units on one line or two; `split` is where the second line begins. Undefined: they don't fit. */
function splitLines(row: Row, from: number, to: number, rules: CueRules): { cost: number; split: number } | undefined {
  const whole = lineCost(row, from, to, rules)
  let best = whole.cost < Infinity ? { cost: whole.cost, split: to } : undefined
  if (whole.cost === 0 || rules.maxLines === 1) return best
  for (let at = from + 1; at < to; at++) {
    const [first, second] = [lineCost(row, from, at, rules), lineCost(row, at, to, rules)]
    const uneven = Math.abs(first.width - second.width) / rules.maxWidth
    const cost = 0.4 + 0.6 * row.breaks[at]! + 1.2 * uneven + Math.max(first.cost, second.cost)
    if (cost < (best?.cost ?? Infinity)) best = { cost, split: at }
  }
  return best
}

/** The width of units on one line, and what it costs to squeeze them in; a single word is squeezed however wide. */
function lineCost({ units, widths }: Row, from: number, to: number, rules: CueRules) {
  let width = 0
  for (let at = from; at < to - 1; at++) if (units[at]!.goesOn) return { width, cost: Infinity }
  for (let at = from; at < to; at++) width += widths[at]! + (at > from && units[at]!.spaced ? rules.space : 0)
  const over = width / rules.maxWidth
  if (over <= 1) return { width, cost: 0 }
  return { width, cost: over <= rules.squeeze ? 1.5 + 30 * (over - 1) : to - from === 1 ? 4 : Infinity }
}
