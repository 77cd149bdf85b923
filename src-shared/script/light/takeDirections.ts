import { blanks, type Piece } from '../piece/piece.ts'
import { directions, isCue, isStaged, numbered, sections } from './directionWords.ts'
import { type Cast, findCast, slugLine } from './findCast.ts'
import { isNumbered, isShouted, keyOf, kindOfLabel } from './kindOfLabel.ts'

const clock = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`
const unit = String.raw`(?:s|secs?|seconds?|m|mins?|minutes?|sek|sekunden)\.?`
const span = String.raw`(?:${clock}(?:\s*(?:[-–—→]|-->|to)\s*(?:${clock}|end))?|\d{1,4}\s*(?:s|secs?)?\s*(?:[-–—]|to)\s*\d{1,4}\s*${unit}|(?:about\s+|~)?\d{1,3}\s*${unit})`
const range = String.raw`(?:${clock}\s*(?:[-–—→]|-->|to)\s*(?:${clock}|end)|\d{1,4}\s*(?:s|secs?)?\s*(?:[-–—]|to)\s*\d{1,4}\s*${unit})`
// Of a line that begins with its first visible sign.
const emoji = String.raw`(?:\p{Extended_Pictographic}[\uFE0F\u200D]?[ \t]*){0,3}`
const lead = String.raw`(?:>[ \t]*)*(?:#{1,6}[ \t]+)?(?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?${emoji}`
const stamp = String.raw`[([]\s*${span}\s*[)\]][ \t]*[:\-–—|]?[ \t]*`
const name = String.raw`\p{L}[\p{L}\p{M}\p{N} .'’/&-]{0,38}?`

const isTime = new RegExp(`^${span}$`, 'iu')
const isRange = new RegExp(`^${range}$`, 'iu')
const onlyTime = new RegExp(String.raw`^${lead}[*_]{0,3}[([]?\s*${span}\s*[)\]]?:?[*_]{0,3}:?\s*$`, 'iu')
const beginsWithTime = new RegExp(
  String.raw`^${lead}(?:[*_]{0,3}${stamp}[*_]{0,3}[:\s]*|[*_]{2,3}${range}[*_]{2,3}\s*[:\-–—|]?\s*)`,
  'iu',
)
// A name, perhaps bold, in brackets or with a time, and a colon.
const labelled = new RegExp(
  String.raw`^(${lead})([*_]{0,3}${stamp})?([*_]{0,3}${emoji}[([【]?)(${name})((?:\s*[([（][^()[\]（）\n]{0,40}[)\]）])*(?:\s*[-–—|,]\s*${span})?)[)\]】]?\s*([*_]{0,3})\s*(?:：|:(?=[*_]{0,3}(?:\s|$|["“„«*_([\uFDD0\uFDD1])))([*_]{0,3})`,
  'iu',
)
// The same alone on a line, without a colon.
const headed = new RegExp(
  String.raw`^(${lead})(${stamp})?([*_]{0,3}${emoji}[([【]?)(${name})((?:\s*[([（]\s*[^()[\]（）\n]{0,40}[)\]）]|\s*[-–—|:,]?\s*${span})?)[)\]】]?([*_]{0,3})(\s*[([][^()[\]\n]{0,40}[)\]])?\s*$`,
  'iu',
)
// The title of a scene: a heading or a bold line that begins with its number, or ends with its time.
const scenes = [...numbered.scenes].join('|')
const isScene = new RegExp(String.raw`^${emoji}[([【]?(?:${scenes})\s*#?\s*\d{1,3}(?!\p{N})`, 'iu')
const endsWithTime = new RegExp(String.raw`[([]\s*${range}\s*[)\]]\s*:?$`, 'iu')
const titled = new RegExp(
  String.raw`^(?:>[ \t]*)*(?:#{1,6}[ \t]+[*_]{0,3}|${lead}[*_]{2,3})([^*\n]{1,150}?)[*_]{0,3}:?[*_]{0,3}\s*$`,
  'iu',
)
// `📖 STORY (3–20 sec)`
const headOfPart = new RegExp(
  String.raw`^(?:(?:\p{Extended_Pictographic}[\uFE0F\u200D]?[ \t]*){1,3}[^()\n]{1,40}|[\p{Lu}\p{N} &/'’:–-]{2,40})[([]\s*${range}\s*[)\]]\s*:?$`,
  'u',
)
const transition =
  /^[\s*_>]*(?:FADE (?:IN|OUT|TO BLACK|TO WHITE)|(?:SMASH |MATCH |JUMP |HARD )?CUT TO(?: BLACK)?|DISSOLVE TO|INTERCUT(?: WITH)?)\s*[.:]?[\s*_]*$/
const clockAtBegin = new RegExp(String.raw`^${lead}${clock}\s+(?:[-–—|]\s*)?(?=\p{L}|["“„«])`, 'iu')
const brackets =
  /[[【]([^[\]【】\n]{1,200})[\]】](?!\()|[(（]([^()（）\n]{1,200})[)）]|[♪♫♬]+\s*([^♪♫♬\n]{1,80}?)\s*[♪♫♬]+|<\/?([a-z][a-z ]{2,30})>|(?<![\p{L}\p{N}*])\*([^*\n]{3,80})\*(?![\p{L}\p{N}*])/gu

/**
 * Takes out what a script says to those who make the video: stage directions with their words, and labels before words
 * that are spoken. Unknown words before a colon are a label only as one of several speakers in capitals.
 */
export function takeDirections(piece: Piece): void {
  if (!/[[(:：（【<*#♪♫♬\d]|\p{Lu}{2}/u.test(piece.text)) return
  const lines = piece.text.split('\n')
  const cast = findCast(lines)
  const isTagged = cuesIn(piece.text) >= 2
  let at = 0
  let skips = false
  piece.text = lines
    .map((line, index) => {
      const from = at
      at += line.length + 1
      const tell = (start: number, to: number) =>
        piece.told.push({ kind: 'direction', at: from + start, text: written(piece, from + start, from + to) })
      if (visible(line) === '') {
        skips = false
        return line
      }
      const taken = takeLabel(line, cast, index)
      // What belongs to a direction alone on its line stands below it.
      if (skips && taken === undefined) return blanks(line)
      skips = taken?.skips ?? false
      return withoutRests(line, takeLine(line, taken, { cast, index, isTagged, tell }))
    })
    .join('\n')
}

interface Line {
  readonly cast: Cast
  readonly index: number
  readonly isTagged: boolean
  readonly tell: (from: number, to: number) => void
}

/** A line without its label and its brackets; behind a speaker another label may stand. */
function takeLine(line: string, label: Taken | undefined, of: Line): string {
  let text = line
  let taken = label
  for (let round = 0; round < 3; round++) {
    if (taken) {
      of.tell(taken.at, taken.to)
      text = text.slice(0, taken.at) + blanks(text.slice(taken.at, taken.to)) + text.slice(taken.to)
    }
    text = takeBrackets(text, of)
    if (!taken || taken.skips || visible(text) === '') return text
    taken = takeLabel(text, of.cast, -1)
    if (!taken) return text
  }
  return text
}

const visible = (text: string) => text.replace(/[\uFDD0\uFDD3]+/g, '').trim()

/** What signs are left of a line of which words were taken out: a picture before it, spaces within bold letters. */
function withoutRests(line: string, taken: string): string {
  if (taken === line) return line
  if (!/[\p{L}\p{N}\uFDD1]/u.test(taken)) return taken.replace(/[^\s\uFDD3]/g, blanks)
  return taken
    .replace(/[ \t]+(?=\uFDD0+[*_]{1,3}(?![\p{L}\p{N}]))/gu, blanks)
    .replace(/(?<=(?<![\p{L}\p{N}])[*_]{1,3}\uFDD0+)[ \t]+/gu, blanks)
}

const written = ({ source }: Piece, from: number, to: number) =>
  source.slice(from, to).replace(/\s+/g, ' ').trim().slice(0, 80)

interface Taken {
  readonly at: number
  readonly to: number
  /** Whether the lines below it, as far as the next empty one, belong to it. */
  readonly skips: boolean
}

// A label stands at the beginning of a line; what is longer than this is none without its words.
const longestHead = 200

function takeLabel(line: string, cast: Cast, index: number): Taken | undefined {
  const at = line.search(/[^\s\uFDD0\uFDD3]/)
  if (at < 0) return undefined
  const shown = line.slice(at).replace(/[\s\uFDD0]+$/, '')
  const start = shown.slice(0, longestHead)
  const isWhole = shown.length <= longestHead
  if (isWhole && isWholeLine(start, cast, index)) return { at, to: line.length, skips: false }
  const label = labelled.exec(start)
  if (label) {
    const isSound = cast.hasVoice && keyOf(label[4]!) === 'audio' && !labelled.test(shown.slice(label[0].length).trim())
    const kind = isSound ? 'direction' : kindOfLabel(label[4]!, isMarked(label) || cast.isScript)
    const to = at + label[0].length
    const rest = visible(line.slice(to).replace(/[*_]+/g, ''))
    const isSentence = kind === 'direction' && !cast.hasLabels && !label[3]!.includes('[') && !isSure(label[4]!)
    if (isSentence) return undefined
    if (kind === 'direction') return { at, to: endOfBracket(line, label[3]!, to) ?? line.length, skips: rest === '' }
    if (kind === 'speaker' || cast.names.has(label[4]!)) return { at, to, skips: false }
  }
  const head = isWhole ? headed.exec(start) : null
  if (head && isSection(head)) return { at, to: line.length, skips: false }
  const time = beginsWithTime.exec(start) ?? (cast.isTimed ? clockAtBegin.exec(start) : null)
  return time ? { at, to: at + time[0].length, skips: false } : undefined
}

const isSure = (said: string) => directions.plain.has(keyOf(said)) || isSeenOrHeard.test(said)
const isSeenOrHeard = /^(?:music|musik|música|musique|müzik|音楽|音乐|음악)$/i

const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '【': '】' }

/** Where a bracket ends that opens before a label and closes behind what it says; what follows is no part of it. */
function endOfBracket(line: string, open: string, from: number): number | undefined {
  const close = closing[open.replace(/[^[(【]/g, '')]
  const end = close === undefined || line.slice(0, from).includes(close) ? -1 : line.indexOf(close, from)
  if (end < 0) return undefined
  const stars = /^[*_]*/.exec(open)![0]
  return end + 1 + (line.startsWith(stars, end + 1) ? stars.length : 0)
}

/** Whether nothing of a line is spoken: a time, a scene's title, a cut, a speaker's name above what is said. */
function isWholeLine(start: string, cast: Cast, index: number): boolean {
  if (onlyTime.test(start) || transition.test(start) || slugLine.test(start) || cast.alone.has(index)) return true
  const title = titled.exec(start)?.[1]
  if (title !== undefined) return isScene.test(title) || endsWithTime.test(title)
  return headOfPart.test(start)
}

/** Whether a line without a colon is the name of a section: a part of a script, or any label in brackets or with a time. */
function isSection(head: RegExpExecArray): boolean {
  const [, , , open = '', said = '', behind = ''] = head
  if (/[([【]/.test(open) || behind !== '') return kindOfLabel(said, true) !== undefined
  const key = keyOf(said)
  if (isScene.test(said)) return true
  return isMarked(head) && (sections.has(key) || directions.plain.has(key) || isNumbered(key, false))
}

/** Whether more than its words tells that something is a label: a heading, a time, bold letters, brackets, capitals. */
function isMarked([, before = '', time = '', open = '', said = '', behind = '', close = '']: RegExpExecArray): boolean {
  return before.includes('#') || time + open.replace(pictures, '') + close + behind !== '' || isShouted(said)
}

const pictures = /(?:[\p{Extended_Pictographic}\s]|[\uFE0F\u200D])+/gu

/** How many brackets of a piece are known to be cues: where several are, others like them are some too. */
const cuesIn = (text: string): number =>
  [...text.matchAll(/\[([^[\]\n]{2,60})\](?!\()/g)].filter(([, inside = '']) => isSquareDirection(visible(inside)))
    .length

function takeBrackets(line: string, { isTagged, tell }: Line): string {
  if (!/[[(（【<*♪♫♬]/.test(line)) return line
  const isAlone = /^[\s\uFDD0\uFDD3>*_-]*[[【][^[\]【】]*[\]】][\s\uFDD0*_.]*$/.test(line)
  return line.replace(brackets, (whole: string, ...groups: (string | undefined)[]) => {
    const [square, round, sung, angle, starred] = groups
    const at = Number(groups[5])
    const inside = visible(
      (square ?? round ?? sung ?? angle ?? starred?.replace(/^\((.*)\)$|^\[(.*)\]$/, '$1$2') ?? '').replace(
        /[*_]+/g,
        '',
      ),
    )
    const isDirection =
      square !== undefined
        ? (isAlone && /\p{L}{2}/u.test(inside)) || isSquareDirection(inside) || (isTagged && isShortCue(inside))
        : round !== undefined
          ? (isRange.test(inside) && (inside.includes(':') || visible(line.replace(whole, '')) === '')) ||
            isRoundDirection(inside)
          : isStaged(inside) || (starred !== undefined && isLabelled(inside, true))
    if (!isDirection) return whole
    tell(at, at + whole.length)
    return blanks(whole)
  })
}

/** `[strong French accent]`: a few words and nothing else. */
const isShortCue = (inside: string) => /^\p{L}[\p{L}\p{M}'’-]*(?:,? [\p{L}\p{M}'’-]+){0,3}$/u.test(inside)

const firstLabel = new RegExp(String.raw`^(${name})\s*(?:[:：|]|\s[-–—]\s)\s*\S`, 'u')

function isSquareDirection(inside: string): boolean {
  if (isTime.test(inside) || isCue(inside) || kindOfLabel(inside, true) !== undefined) return true
  const label = firstLabel.exec(inside)?.[1]
  return label !== undefined && (isShouted(label) || kindOfLabel(label, true) !== undefined)
}

const isRoundDirection = (inside: string) => isStaged(inside) || isLabelled(inside, false)

function isLabelled(inside: string, onlyDirections: boolean): boolean {
  const label = firstLabel.exec(inside)?.[1]
  const kind = label && kindOfLabel(label, isShouted(label))
  return onlyDirections ? kind === 'direction' : kind !== undefined
}
