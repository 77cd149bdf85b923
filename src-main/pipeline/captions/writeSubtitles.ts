import type { CaptionCue, CaptionWord, SubtitleFormat, WordTiming } from '#shared/domain.ts'
import { cutUnits } from './cues/cutUnits.ts'
import { groupCues } from './cues/groupCues.ts'
import { withoutSoftHyphens } from './setCue.ts'
import { directionOf } from './writing.ts'

interface SpokenWords {
  readonly words: readonly WordTiming[]
  /** What they are the words of; without it there are plain spaces between them. */
  readonly text?: string
  /** When the last subtitle has to be gone, in seconds. */
  readonly duration: number
}

/**
 * Subtitle files as they are read beside a video: the script's own words, whole phrases in one line or two of at most
 * 42 letters, whatever the burned-in captions show at a time. Both come from the same words and times.
 *
 * @returns the text of each file, UTF-8
 */
export function writeSubtitles(
  { words, text, duration }: SpokenWords,
  formats: readonly SubtitleFormat[],
): Map<SubtitleFormat, string> {
  const cues = groupCues(cutUnits(words, text), reading, duration)
  const write: Record<SubtitleFormat, () => string> = {
    srt: () => cues.map((cue, index) => `${index + 1}\n${span(cue, ',')}\n${playedText(cue)}\n`).join('\n'),
    vtt: () => `WEBVTT\n\n${cues.map((cue) => `${span(cue, '.')}\n${escapeVtt(playedText(cue))}\n`).join('\n')}`,
    json: () => `${JSON.stringify({ words: words.map(inMilliseconds), cues: cues.map(cueAsJson) }, null, 2)}\n`,
  }
  return new Map(formats.map((format) => [format, write[format]()]))
}

const reading = {
  idealWords: 11,
  maxWords: 18,
  maxLines: 2,
  maxWidth: 42,
  squeeze: 1,
  width: (unit: CaptionWord) =>
    [...withoutSoftHyphens(unit.text)].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0),
  space: 1,
  minSeconds: 1.2,
  maxSeconds: 7,
  overSentence: 3,
} as const
/** Letters as wide as two (UAX #11, near enough). */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u

function textOf({ lines }: CaptionCue): string {
  return withoutSoftHyphens(
    lines.map((line) => line.map(({ text, spaced }, at) => (spaced && at > 0 ? ` ${text}` : text)).join('')).join('\n'),
  )
}

/**
 * A cue's text for players, which take a line's direction from its first letter (browsers, mpv) or as left to right
 * (VLC): an embedding (UAX #9) tells both. Left to right needs one only where a word of the other direction comes first.
 */
function playedText(cue: CaptionCue): string {
  return textOf(cue)
    .split('\n')
    .map((line) => {
      if (cue.direction === 'rtl') return `\u202b${line}\u202c`
      return directionOf(line.match(/\p{L}/u)?.[0] ?? '') === 'rtl' ? `\u202a${line}\u202c` : line
    })
    .join('\n')
}

const escapeVtt = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function span({ start, end }: CaptionCue, point: ',' | '.'): string {
  return `${clock(Math.round(start * 1000), point)} --> ${clock(Math.round(end * 1000), point)}`
}

function clock(milliseconds: number, point: ',' | '.'): string {
  const digits = (value: number, count: number) => String(Math.floor(value)).padStart(count, '0')
  const [hours, minutes, seconds] = [milliseconds / 3_600_000, (milliseconds / 60_000) % 60, (milliseconds / 1000) % 60]
  return `${digits(hours, 2)}:${digits(minutes, 2)}:${digits(seconds, 2)}${point}${digits(milliseconds % 1000, 3)}`
}

const milli = (seconds: number) => Math.round(seconds * 1000) / 1000
const inMilliseconds = ({ text, start, end, ...more }: WordTiming) => ({
  text,
  start: milli(start),
  end: milli(end),
  ...more,
})
const cueAsJson = (cue: CaptionCue) => ({
  start: milli(cue.start),
  end: milli(cue.end),
  text: textOf(cue).replaceAll('\u200e', ''),
})
