import { pauseMarker } from './cutScript.ts'
import { dash, findCuts, gap } from './findCuts.ts'

/** A segment as somebody gives it apart from the others. */
export interface GivenSegment {
  readonly text: string
  readonly title?: string | undefined
  readonly look?: string | undefined
  readonly voice?: string | undefined
  readonly speed?: number | undefined
  readonly background?: string | undefined
}

const named = ['title', 'look', 'voice', 'speed', 'background'] as const
const nearDash = new RegExp(`(?<!\\\\|${dash})(?=${dash}+${gap}pause\\b)`, 'giu')
const beginsLikeOne = new RegExp(`^${gap}pause${gap}${dash}`, 'iu')
// It lasts no time, and parts a word from the marker before it.
const nothing = '[pause 0s]'

/**
 * Writes a script of which parseScript makes these segments again. What would cut a segment's text in two becomes a
 * silence; marks and formatting in it count as in any script.
 */
export function writeScript(segments: readonly GivenSegment[]): string {
  return segments.map(writeSegment).join(`\n\n${pauseMarker}\n\n`)
}

/** Writes a mark that sets something: `[voice: onyx]`. Brackets in the value stay what they are. */
export function writeSetting(name: (typeof named)[number], value: string | number): string {
  const written = String(value)
    .replace(/[[\]\\]/g, '\\$&')
    .replace(nearDash, '\\')
  return `[${name}: ${written}]`
}

function writeSegment(segment: GivenSegment): string {
  const marks = named.flatMap((name) => {
    const value = segment[name]
    return value === undefined ? [] : [writeSetting(name, value)]
  })
  const text = uncut(segment.text)
  return [...marks, beginsLikeOne.test(text) ? `${nothing} ${text}` : text].join('\n')
}

function uncut(text: string): string {
  const cuts = findCuts(text)
  const ends = [...cuts.map(({ from }) => from), text.length]
  return [0, ...cuts.map(({ to }) => to)]
    .map((begin, piece) => text.slice(begin, ends[piece]).trim())
    .join(' [pause 0.7s] ')
    .trim()
    .replace(nearDash, '\\')
}
