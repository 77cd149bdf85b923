import { decodeReferences } from './decodeReferences.ts'

const clock = String.raw`(?:(\d+):)?(\d{1,2}):(\d{2})(?:[,.](\d{1,3}))?`
const cueTimes = new RegExp(String.raw`^\s*${clock}\s*(?:--?>|,)\s*${clock}(?=\s|$)`)
const opening = new RegExp(
  String.raw`^\s*(?:WEBVTT(?=[ \t\n]|$)|\d+[ \t]*\n\s*${clock}\s*-->|\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}[ \t]*\n)`,
)

/** Whether a text is SubRip, WebVTT or SubViewer, by how it begins. */
export const isSubtitles = (text: string): boolean => opening.test(text)

/** Whether any line of a text has the times of a cue. */
export const hasCues = (text: string): boolean => text.split('\n').some((line) => cueTimes.test(line))

/** Seconds of silence that begin a new paragraph. */
const longRest = 2

interface Cue {
  /** Seconds. */
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/**
 * The words of subtitles (SubRip, WebVTT, SubViewer): cues joined into running text, a new paragraph where nobody speaks for two
 * seconds. Numbers, times, positions, notes, names of speakers and formatting are left out, and so is what cues that
 * roll repeat of the ones before.
 */
export function plainSubtitles(text: string): string {
  const cues = readCues(text)
  const isRolling = rolls(cues)
  const paragraphs: string[][] = []
  let end = Number.NEGATIVE_INFINITY
  let shown: readonly string[] = []
  cues.forEach((cue, i) => {
    const words = wordsOf(cue.lines)
    const before = cues[i - 1]
    const isTwice = before !== undefined && cue.from < before.to && words.join(' ') === shown.join(' ')
    const fresh = isTwice ? [] : isRolling && cue.from - end < longRest ? words.slice(overlap(shown, words)) : words
    if (fresh.length > 0) {
      if (paragraphs.length === 0 || cue.from - end >= longRest) paragraphs.push([])
      paragraphs.at(-1)!.push(...fresh)
    }
    shown = words
    end = Math.max(end, cue.to)
  })
  return paragraphs.map((words) => words.join(' ')).join('\n\n')
}

function readCues(text: string): Cue[] {
  const isVtt = /^\s*WEBVTT/.test(text)
  const lines = text.split('\n')
  const starts = lines.flatMap((line, at) => (cueTimes.test(line) ? [at] : []))
  return starts.map((at, i) => {
    const times = cueTimes.exec(lines[at]!)!
    const next = starts[i + 1]
    const body = lines.slice(at + 1, next)
    return {
      from: secondsOf(times.slice(1, 5)),
      to: secondsOf(times.slice(5, 9)),
      lines: (isVtt ? untilEmpty(body) : withoutNumber(body, next)).map(plainLine).filter((line) => line !== ''),
    }
  })
}

/** In WebVTT an empty line ends a cue. A line with one space, as YouTube writes it, is none. */
function untilEmpty(lines: readonly string[]): readonly string[] {
  const empty = lines.indexOf('')
  return empty === -1 ? lines : lines.slice(0, empty)
}

/** In SubRip the number above the times of the next cue is that one's; empty lines may stand within a cue. */
function withoutNumber(lines: readonly string[], next: number | undefined): readonly string[] {
  const isNumber = next !== undefined && /^\s*\d+\s*$/.test(lines.at(-1) ?? '')
  return isNumber ? lines.slice(0, -1) : lines
}

function secondsOf([hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (string | undefined)[]) {
  return 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds) + Number(`0.${fraction}`)
}

const dialogueDash = /^(?:[-‐–—]+\s+(?!pause\s*\p{Dash})|[-‐–—](?=\p{L})|>{2,}\s*)/iu

const plainLine = (line: string): string =>
  decodeReferences(line.replace(/<\/?[a-z][^<>]{0,200}>|<[\d:.]{1,20}>|\{\\[^{}]{0,200}\}|\{[a-z]:[^{}]{0,40}\}/gi, ''))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:\\>){2,}\s*/, '')
    .replace(dialogueDash, '')

const wordsOf = (lines: readonly string[]) => lines.join(' ').split(' ').filter(Boolean)

/** Whether cues show the last line again and add one below it, as automatic captions do. */
function rolls(cues: readonly Cue[]): boolean {
  const filled = cues.filter(({ lines }) => lines.length > 0)
  const rolling = filled.filter((cue, i) => {
    const last = filled[i - 1]?.lines.at(-1)
    const text = cue.lines.join(' ')
    return last !== undefined && text.length > last.length && text.startsWith(`${last} `)
  })
  return rolling.length >= 2 && rolling.length * 5 >= filled.length
}

/** How many words at the end of `before` are the first of `after`. */
function overlap(before: readonly string[], after: readonly string[]): number {
  for (let count = Math.min(before.length, after.length); count > 0; count--) {
    if (before.slice(-count).every((word, i) => word === after[i])) return count
  }
  return 0
}
