import { blank, blanks, type Piece } from '../piece/piece.ts'
import { directions, isCue, isStaged, numbered, sections, speakers } from './directionWords.ts'

const clock = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`
const unit = String.raw`(?:s|secs?|seconds?|m|mins?|minutes?|sek|sekunden)\.?`
const span = String.raw`(?:${clock}(?:\s*(?:[-–—→]|-->|to)\s*(?:${clock}|end))?|\d{1,4}\s*(?:s|secs?)?\s*(?:[-–—]|to)\s*\d{1,4}\s*${unit}|(?:about\s+|~)?\d{1,3}\s*${unit})`
const range = String.raw`(?:${clock}\s*(?:[-–—→]|-->|to)\s*(?:${clock}|end)|\d{1,4}\s*(?:s|secs?)?\s*(?:[-–—]|to)\s*\d{1,4}\s*${unit})`
// Of a line that begins with its first visible sign.
const lead = String.raw`(?:>[ \t]*)*(?:#{1,6}[ \t]+)?(?:[-*+•][ \t]+)?(?:\p{Extended_Pictographic}[\uFE0F\u200D]?[ \t]*){0,3}`
const stamp = String.raw`[([]\s*${span}\s*[)\]][ \t]*[:\-–—|]?[ \t]*`
const name = String.raw`\p{L}[\p{L}\p{N} .'’/&-]{0,38}?`

const isTime = new RegExp(`^${span}$`, 'iu')
const isRange = new RegExp(`^${range}$`, 'iu')
const onlyTime = new RegExp(String.raw`^${lead}[*_]{0,3}[([]?\s*${span}\s*[)\]]?:?[*_]{0,3}:?\s*$`, 'iu')
const beginsWithTime = new RegExp(
  String.raw`^${lead}(?:[*_]{0,3}${stamp}[*_]{0,3}[:\s]*|[*_]{2,3}${range}[*_]{2,3}\s*[:\-–—|]?\s*)`,
  'iu',
)
// A name, perhaps bold, in brackets or with a time, and a colon.
const labelled = new RegExp(
  String.raw`^(${lead})(${stamp})?([*_]{0,3}[([]?)(${name})((?:\s*[([][^()[\]\n]{0,40}[)\]])*(?:\s*[-–—|,]\s*${span})?)[)\]]?\s*([*_]{0,3})\s*[:：]([*_]{0,3})(?=\s|$|["“„«*_([\uFDD0\uFDD1])`,
  'iu',
)
// The same alone on a line, without a colon.
const headed = new RegExp(
  String.raw`^(${lead})(${stamp})?([*_]{0,3}[([]?)(${name})((?:\s*[([]\s*[^()[\]\n]{0,40}[)\]]|\s*[-–—|:,]?\s*${span})?)[)\]]?([*_]{0,3})\s*$`,
  'iu',
)
const brackets =
  /\[([^[\]\n]{1,200})\](?!\()|\(([^()\n]{2,200})\)|(?<![\p{L}\p{N}*])\*([^*\n]{3,40})\*(?![\p{L}\p{N}*])/gu

/**
 * Takes out what a script says to those who make the video: stage directions with their words, and labels before words
 * that are spoken. Unknown words before a colon are a label only as one of several speakers in capitals.
 */
export function takeDirections(piece: Piece): void {
  if (!/[[(:*#\d]|\p{Lu}{2}/u.test(piece.text)) return
  const lines = piece.text.split('\n')
  const cast = castOf(lines)
  let at = 0
  let skips = false
  piece.text = lines
    .map((line) => {
      const from = at
      at += line.length + 1
      const tell = (start: number, text: string) =>
        piece.told.push({ kind: 'direction', at: from + start, text: text.trim() })
      if (visible(line) === '') {
        skips = false
        return line
      }
      const taken = takeLabel(line, cast)
      // What belongs to a direction alone on its line stands below it.
      if (skips && taken === undefined) return blanks(line)
      skips = taken?.skips ?? false
      if (taken) tell(taken.at, written(piece, from + taken.at, from + taken.to))
      const rest = taken
        ? line.slice(0, taken.at) + blanks(line.slice(taken.at, taken.to)) + line.slice(taken.to)
        : line
      return takeBrackets(rest, (start, to) => tell(start, written(piece, from + start, from + to)))
    })
    .join('\n')
}

const visible = (text: string) => text.replaceAll(blank, '').trim()

const written = ({ source }: Piece, from: number, to: number) =>
  source.slice(from, to).replace(/\s+/g, ' ').slice(0, 80)

interface Taken {
  readonly at: number
  readonly to: number
  /** Whether the lines below it, as far as the next empty one, belong to it. */
  readonly skips: boolean
}

// A label stands at the beginning of a line; what is longer than this is none without its words.
const longestHead = 200

function takeLabel(line: string, cast: ReadonlySet<string>): Taken | undefined {
  const at = line.search(/[^\s\uFDD0]/)
  const start = line.slice(at, at + longestHead)
  const isWhole = line.length - at <= longestHead
  if (isWhole && onlyTime.test(start)) return { at, to: line.length, skips: false }
  const label = labelled.exec(start)
  if (label) {
    const kind = kindOf(label[4]!, isMarked(label))
    const to = at + label[0].length
    const rest = visible(line.slice(to).replace(/[*_]+/g, ''))
    if (kind === 'direction') return { at, to: endOfBracket(line, label[3]!, to) ?? line.length, skips: rest === '' }
    if (kind === 'speaker' || (isShouted(label[4]!) && cast.has(label[4]!))) return { at, to, skips: false }
  }
  const head = isWhole ? headed.exec(start) : null
  if (head && isSection(head)) return { at, to: line.length, skips: false }
  const time = beginsWithTime.exec(start)
  return time ? { at, to: at + time[0].length, skips: false } : undefined
}

/** Where a bracket ends that opens before a label and closes behind what it says; what follows is no part of it. */
function endOfBracket(line: string, open: string, from: number): number | undefined {
  const close = open.includes('[') ? ']' : open.includes('(') ? ')' : undefined
  const end = close === undefined || line.slice(0, from).includes(close) ? -1 : line.indexOf(close, from)
  if (end < 0) return undefined
  const stars = /^[*_]*/.exec(open)![0]
  return end + 1 + (line.startsWith(stars, end + 1) ? stars.length : 0)
}

/** Whether a line without a colon is the name of a section: a part of a script, or any label in brackets or with a time. */
function isSection(head: RegExpExecArray): boolean {
  const [, , , open = '', said = '', behind = ''] = head
  if (/[([]/.test(open) || behind !== '') return kindOf(said, true) !== undefined
  const key = keyOf(said)
  return isMarked(head) && (sections.has(key) || directions.plain.has(key) || isNumbered(key, false))
}

/** Whether more than its words tells that something is a label: a heading, a time, bold letters, brackets, capitals. */
function isMarked([, before = '', time = '', open = '', said = '', behind = '', close = '']: RegExpExecArray): boolean {
  return before.includes('#') || time + open + close + behind !== '' || isShouted(said)
}

const isShouted = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()

function kindOf(said: string, isMarked: boolean): 'speaker' | 'direction' | undefined {
  const key = keyOf(said)
  if (directions.plain.has(key) || (isMarked && directions.marked.has(key))) return 'direction'
  if (speakers.plain.has(key) || (isMarked && speakers.marked.has(key))) return 'speaker'
  return isNumbered(key, isMarked) ? 'speaker' : undefined
}

const keyOf = (said: string) => said.trim().toLowerCase().replace(/\s+/g, ' ')

function isNumbered(key: string, isMarked: boolean): boolean {
  const [, word] = /^(.*?)\s*#?\s*(?:\d{1,3}|one|two|three|four|five|i{1,3}|iv|v)$/.exec(key) ?? []
  return word !== undefined && (numbered.plain.has(word) || (isMarked && numbered.marked.has(word)))
}

const shouted = /^[\s\uFDD0*_>-]*(\p{Lu}[\p{Lu}\p{N} .'’-]{1,25}?)(?:\s*\([^()\n]{0,30}\))?[*_]{0,3}:[*_]{0,3}\s/u
const notCast = new Set([
  'note',
  'ps',
  'p.s.',
  'tip',
  'warning',
  'update',
  'breaking',
  'breaking news',
  'fact',
  'myth',
  'question',
  'answer',
  'q',
  'a',
  'pro',
  'con',
])

/** The speakers of a dialogue in capitals: two or more, of whom one speaks again. */
function castOf(lines: readonly string[]): ReadonlySet<string> {
  const names = lines
    .flatMap((line) => shouted.exec(line)?.[1]?.trim() ?? [])
    .filter((one) => !notCast.has(one.toLowerCase()))
  const cast = new Set(names)
  return cast.size >= 2 && names.length > cast.size ? cast : new Set()
}

function takeBrackets(line: string, tell: (at: number, to: number) => void): string {
  if (!/[[(*]/.test(line)) return line
  const isAlone = /^[\s\uFDD0>*_-]*\[[^[\]]*\][\s\uFDD0*_.]*$/.test(line)
  return line.replace(brackets, (whole: string, square?: string, round?: string, starred?: string, at = 0) => {
    const inside = visible(
      (square ?? round ?? starred?.replace(/^\((.*)\)$|^\[(.*)\]$/, '$1$2') ?? '').replace(/[*_]+/g, ''),
    )
    const isDirection =
      square !== undefined
        ? (isAlone && /\p{L}{2}/u.test(inside)) || isSquareDirection(inside)
        : round !== undefined
          ? isRange.test(inside) || isRoundDirection(inside)
          : isStaged(inside)
    if (!isDirection) return whole
    tell(at, at + whole.length)
    return blanks(whole)
  })
}

const firstLabel = new RegExp(String.raw`^(${name})\s*(?:[:：|]|\s[-–—]\s)\s*\S`, 'u')

function isSquareDirection(inside: string): boolean {
  if (isTime.test(inside) || isCue(inside) || kindOf(inside, true) !== undefined) return true
  const label = firstLabel.exec(inside)?.[1]
  return label !== undefined && (isShouted(label) || kindOf(label, true) !== undefined)
}

function isRoundDirection(inside: string): boolean {
  if (isStaged(inside)) return true
  const label = firstLabel.exec(inside)?.[1]
  return label !== undefined && kindOf(label, isShouted(label)) !== undefined
}
