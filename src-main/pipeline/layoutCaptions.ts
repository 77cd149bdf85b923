import type { Typesetter } from '#ports/Typesetter.ts'
import { type CaptionCue, type CaptionWord, fps, type JobKind, type WordTiming } from '#shared/domain.ts'
import type { Look } from '#shared/look/look.ts'
import { cutUnits } from './captions/cutUnits.ts'
import type { CueFlaws } from './captions/describeUnshown.ts'
import { groupCues } from './captions/groupCues.ts'
import { type CueTimes, paintCue } from './captions/paintCue.ts'
import type { Painted } from './captions/painted.ts'
import { asShown, setCue, typeOf } from './captions/setCue.ts'
import { type CaptionStyle, styleOf } from './captions/styleOf.ts'
import { directionOf, isTall, tallLine } from './captions/writing.ts'

/** A cue's outlines, and what can't be shown as it should be. */
export interface LaidCue extends CueFlaws {
  readonly cue: CaptionCue
  readonly painted: readonly Painted[]
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
 * Lays out a narration's captions for a frame: which words together, on which lines, where, when, and how they look. Each
 * cue is laid out when it is asked for: all outlines of ten minutes at once would be hundreds of megabytes.
 * Pure: the same words and look give the same outlines.
 *
 * @param words the narration's words, seconds from its start
 * @param pictures how many pictures the video has
 */
export function* layoutCaptions(
  words: readonly WordTiming[],
  look: Look,
  kind: JobKind,
  pictures: number,
  type: Typesetter,
): Generator<LaidCue, void> {
  const plain = styleOf(look, kind)
  if (!plain || words.length === 0) return
  const text = words.map((word) => word.text).join(' ')
  const style = isTall(text) ? roomier(plain) : plain
  const direction = directionOf(text)
  const cues = groupCues(cutUnits(words), rulesOf(style, direction, type), pictures / fps)
  for (const [index, cue] of cues.entries()) {
    const placed = setCue(cue, style, kind, direction, type)
    const painted = paintCue(placed, timesOf(cue, index, cues[index + 1], pictures), style)
    const { missing, shrunk } = placed
    const small = shrunk < hardToRead && { text: longestOf(cue), share: Math.round(shrunk * 100) / 100 }
    yield { cue, painted, missing, ...(small && { small }) }
  }
}

const longestOf = (cue: CaptionCue) => cue.lines.flat().reduce((a, b) => (b.text.length > a.text.length ? b : a)).text

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
