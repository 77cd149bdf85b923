import { blank, type Piece, place } from '../piece/piece.ts'

interface Run {
  readonly sign: string
  readonly at: number
  /** Whether a letter stands behind it: it then ends emphasis of the same word only. */
  readonly isWithinWord: boolean
  /** Signs that are not used yet, and where the first of them stands. */
  left: number
  from: number
}

const runs = /\*+|_+|~~+/g
const isSpace = (unit: string | undefined) => unit === undefined || (/\s/.test(unit) && unit !== place)
const isWord = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit)
// Scripts without spaces emphasise within what looks like one word.
const isSpaceless = (unit: string) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u.test(unit)
const isLetterOfWord = (unit: string | undefined) => isWord(unit) && !isSpaceless(unit!)
const isDigit = (unit: string | undefined) => unit !== undefined && /\p{N}/u.test(unit)

/**
 * Takes the signs of emphasis out of a paragraph, after the rules of CommonMark with two differences: no emphasis
 * begins within a word (`2*3*4`, `f***`), and a sign next to punctuation counts (`**Now:**go`). Struck words stay.
 */
export function takeEmphasis(piece: Piece, paragraph: string, from: number): string {
  if (!/[*_]|~~/.test(paragraph)) return paragraph
  const units = paragraph.split('')
  const open: Record<string, Run[]> = { '*': [], _: [], '~': [] }
  for (const { 0: signs, index: at } of paragraph.matchAll(runs)) {
    const sign = signs[0]!
    if (signs.length > 3) continue
    const before = near(paragraph, at - 1, -1)
    const after = near(paragraph, at + signs.length, 1)
    const isWithinWord = sign === '*' && isLetterOfWord(after)
    const run: Run = { sign, at, isWithinWord, left: signs.length, from: at }
    if (closes(sign, before, after)) closeRuns(piece, units, open, run, from)
    if (run.left > 0 && opens(sign, before, after)) open[sign]!.push(run)
  }
  return units.join('')
}

/** The next character in a direction that is there. */
function near(text: string, at: number, step: 1 | -1): string | undefined {
  let place = at
  while (text[place] === blank) place += step
  return text[place]
}

function opens(sign: string, before: string | undefined, after: string | undefined): boolean {
  if (isSpace(after) || /[)\].,;:!?…]/.test(after!)) return false
  if (sign === '*') return !isLetterOfWord(before)
  return sign === '~' || !isWord(before)
}

function closes(sign: string, before: string | undefined, after: string | undefined): boolean {
  if (isSpace(before) || /[([]/.test(before!)) return false
  if (sign === '*') return !isDigit(after)
  return sign === '~' || !isWord(after)
}

const longestWord = 60

function isOneWord(units: readonly string[], from: number, to: number): boolean {
  return to - from <= longestWord && !units.slice(from, to).some(isSpace)
}

function closeRuns(piece: Piece, units: string[], open: Record<string, Run[]>, run: Run, offset: number): void {
  const stack = open[run.sign]!
  while (run.left > 0 && stack.length > 0) {
    const opening = stack.at(-1)!
    if (run.isWithinWord && !isOneWord(units, opening.at, run.at)) return
    if (run.sign === '~' && opening.left !== run.left) return
    // A single star and a pair of them belong to different words.
    if (opening.left + run.left === 3 && run.left < 3 && opening.left < 3) return
    const used = Math.min(opening.left, run.left, 2)
    const inside = opening.from + opening.left
    // What has begun since then and did not end is no emphasis.
    for (const other of Object.values(open)) while (other.length > 0 && other.at(-1)!.at > opening.at) other.pop()
    const start = inside - used
    units.fill(blank, start, inside)
    units.fill(blank, run.from, run.from + used)
    if (run.sign !== '~')
      piece.found.push({
        from: offset + start,
        to: offset + run.from + used,
        words: [offset + inside, offset + run.from],
        asked: { kind: 'emphasis' },
      })
    opening.left -= used
    run.left -= used
    run.from += used
    if (opening.left === 0) stack.pop()
  }
}
