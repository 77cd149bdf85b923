import type { Typesetter } from '#ports/Typesetter.ts'
import { type CaptionCue, type CaptionWord, fps, type JobKind, type WordTiming } from '#shared/domain.ts'
import type { Look } from '#shared/look.ts'
import { cutUnits } from './captions/cutUnits.ts'
import { groupCues } from './captions/groupCues.ts'
import { type CueTimes, paintCue } from './captions/paintCue.ts'
import type { Painted } from './captions/painted.ts'
import { asShown, setCue, typeOf } from './captions/setCue.ts'
import { type CaptionStyle, styleOf } from './captions/styleOf.ts'
import { directionOf, isTall, tallLine } from './captions/writing.ts'

export interface CaptionLayout {
  readonly cues: readonly CaptionCue[]
  /** Painted anew whenever it is asked for: all outlines of ten minutes at once would be hundreds of megabytes. */
  readonly painted: Iterable<Painted>
  /** What no font has. */
  readonly missing: readonly string[]
  /** Words that had to be made very small to fit a line, and the share of their size that was left. */
  readonly shrunk: readonly { readonly text: string; readonly share: number }[]
  /** The same as sentences for a person. */
  readonly warnings: readonly string[]
}

/** Below this share of its size a caption is hardly read. */
const hardToRead = 0.55
const roomier = (style: CaptionStyle): CaptionStyle => ({
  ...style,
  pitch: Math.max(style.pitch, style.size * tallLine),
})
/** A caption that begins within this many seconds stands from the first picture on: that one is seen before play. */
const fromTheStart = 0.5

/**
 * Lays out a narration's captions for a frame: which words together, on which lines, where, when, and how they look.
 * Pure: the same words and look give the same outlines.
 *
 * @param words the narration's words, seconds from its start
 * @param pictures how many pictures the video has
 */
export function layoutCaptions(
  words: readonly WordTiming[],
  look: Look,
  kind: JobKind,
  pictures: number,
  type: Typesetter,
): CaptionLayout {
  const plain = styleOf(look, kind)
  if (!plain || words.length === 0) return { cues: [], painted: [], missing: [], shrunk: [], warnings: [] }
  const text = words.map((word) => word.text).join(' ')
  const style = isTall(text) ? roomier(plain) : plain
  const direction = directionOf(text)
  const cues = groupCues(cutUnits(words), rulesOf(style, direction, type), pictures / fps)
  const missing = new Set<string>()
  const shrunk = new Map<string, number>()
  const laid = cues.map((cue, index) => {
    const placed = setCue(cue, style, kind, direction, type)
    for (const glyph of placed.missing) missing.add(glyph)
    if (placed.shrunk < hardToRead) {
      const longest = cue.lines.flat().reduce((a, b) => (b.text.length > a.text.length ? b : a)).text
      shrunk.set(longest, Math.round(placed.shrunk * 100) / 100)
    }
    return { placed, times: timesOf(cue, index, cues[index + 1], pictures) }
  })
  const painted = {
    *[Symbol.iterator]() {
      for (const { placed, times } of laid) yield* paintCue(placed, times, style)
    },
  }
  return describe(cues, painted, [...missing], [...shrunk])
}

function describe(
  cues: readonly CaptionCue[],
  painted: Iterable<Painted>,
  missing: readonly string[],
  small: readonly (readonly [text: string, share: number])[],
): CaptionLayout {
  const leftOut = missing.map((glyph) => `No font here has “${glyph}”, so the captions leave it out.`)
  const tooLong = small.map(([text, share]) => {
    const percent = Math.round(share * 100)
    return `“${text}” is too long for a line of captions and is shown at ${percent} % of their size.`
  })
  const shrunk = small.map(([text, share]) => ({ text, share }))
  return { cues, painted, missing, shrunk, warnings: [...leftOut, ...tooLong] }
}

function rulesOf(style: CaptionStyle, direction: 'ltr' | 'rtl', type: Typesetter) {
  const widths = new Map<string, number>()
  const measure = (text: string) => {
    const known = widths.get(text)
    if (known !== undefined) return known
    const { width } = type.setLine([{ text, spaced: false }], typeOf(style, style.size, direction))
    widths.set(text, width)
    return width
  }
  return {
    idealWords: style.idealWords,
    maxWords: style.maxWords,
    maxLines: style.maxLines,
    maxWidth: style.maxWidth,
    squeeze: 1.12,
    width: (unit: CaptionWord) => measure(asShown(style)(unit).text),
    space: measure(' ') + style.preset.wordSpace * style.size,
    minSeconds: style.preset.minSeconds,
    maxSeconds: style.preset.maxSeconds,
    overSentence: style.idealWords > 6 ? 3 : 6,
  }
}

const pictureAt = (seconds: number) => Math.round(seconds * fps)

/** A cue's times in whole pictures; cues follow each other without overlap. */
function timesOf(cue: CaptionCue, index: number, next: CaptionCue | undefined, pictures: number): CueTimes {
  const from = index === 0 && cue.start < fromTheStart ? 0 : pictureAt(cue.start)
  const to = Math.min(pictures, next ? Math.min(pictureAt(cue.end), pictureAt(next.start)) : pictureAt(cue.end))
  const lit = cue.lines.flat().map((unit, at) => (at === 0 ? from : pictureAt(unit.start)))
  return { from, to, lit }
}
