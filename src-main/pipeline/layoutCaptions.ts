import type { SetLine, Typesetter } from '#ports/Typesetter.ts'
import { type CaptionCue, fps, type JobKind, type WordTiming } from '#shared/domain.ts'
import type { Look } from '#shared/look/look.ts'
import { breakWords } from './captions/cues/breakWords.ts'
import { cutUnits } from './captions/cues/cutUnits.ts'
import { type CueRules, groupCues } from './captions/cues/groupCues.ts'
import type { CueFlaws } from './captions/describeUnshown.ts'
import type { Outline } from './captions/outline.ts'
import { type CueTimes, paintCue } from './captions/paintCue.ts'
import { type CueSetting, setCue, shownText, typeOf } from './captions/setCue.ts'
import { type CaptionStyle, styleOf } from './captions/styleOf.ts'
import { isTall, tallLine } from './captions/writing.ts'

/** What a video's captions and its title card are laid out for: one value for all of a video's text. */
export interface CaptionSetting {
  readonly look: Look
  /** Decides the canvas. */
  readonly kind: JobKind
  /** How many frames the video has; nothing is shown beyond them. */
  readonly frameCount: number
  readonly type: Typesetter
}

/** A cue's outlines, and what can't be shown as it should be. */
export interface LaidCue extends CueFlaws {
  readonly cue: CaptionCue
  readonly painted: readonly Outline[]
}

/** Below this share of its size a caption is hardly read. */
const hardToRead = 0.55
const roomier = (style: CaptionStyle): CaptionStyle => ({
  ...style,
  pitch: Math.max(style.pitch, style.size * tallLine),
})
/** A caption that begins within this many seconds stands from the first frame on: that one is seen before play. */
const fromTheStart = 0.5

/** A narration's captions before they are laid out: which words together, on which lines, and when. */
export interface CaptionPlan {
  readonly cues: readonly CaptionCue[]
  /** Frames [from, to) that show a cue, by its place in `cues`. */
  span(index: number): { readonly from: number; readonly to: number }
  /** Lays a cue out: where it stands, and how it looks. */
  lay(index: number): LaidCue
  /** What `lay` would find missing or small in a cue, without laying it out. */
  check(index: number): CueFlaws
}

/**
 * Lays out a narration's captions for a canvas: which words together, on which lines, where, when, and how they look. Each
 * cue is laid out when it is asked for: all outlines of ten minutes at once would be hundreds of megabytes.
 * Pure: the same words and look give the same outlines.
 *
 * @param words the narration's words, seconds from its start
 * @param text what they are the words of; without it, there are plain spaces between them
 */
export function* layoutCaptions(
  words: readonly WordTiming[],
  setting: CaptionSetting,
  text?: string,
): Generator<LaidCue, void> {
  const plan = planCaptions(words, setting, text)
  for (const index of plan.cues.keys()) yield plan.lay(index)
}

/** The same, with each cue laid out alone and in any order. */
export function planCaptions(
  words: readonly WordTiming[],
  { look, kind, frameCount, type }: CaptionSetting,
  text = words.map((word) => word.text).join(' '),
): CaptionPlan {
  const plain = styleOf(look, kind)
  if (!plain || words.length === 0) return noCaptions
  const style = isTall(text) ? roomier(plain) : plain
  const setting: CueSetting = { style, kind, type }
  const measure = measureIn(setting)
  const rules = rulesOf(style, measure)
  const units = breakWords(cutUnits(words, text), {
    ...rules,
    width: (part) => measure(shownText(part, style)).width,
    hyphenate: type.hyphenate,
  })
  const cues = groupCues(units, rules, frameCount / fps)
  const times = (index: number) => timesOf(cues[index]!, index, cues[index + 1], frameCount)
  const finding = (cue: CaptionCue, missing: readonly string[], shrunk: number) => {
    const small = shrunk < hardToRead && { text: longestOf(cue), share: Math.round(shrunk * 100) / 100 }
    return { missing, ...(small && { small }) }
  }
  return {
    cues,
    span: times,
    lay(index) {
      const cue = cues[index]!
      const placed = setCue(cue, setting)
      const painted = paintCue(placed, times(index), style)
      return { cue, painted, ...finding(cue, placed.missing, placed.shrunk) }
    },
    check(index) {
      const cue = cues[index]!
      const units = cue.lines.flat().map((unit) => measure(shownText(unit.text, style)))
      // Only a word alone is ever made as small as that (see groupCues).
      const widest = Math.max(...units.map(({ width }) => width))
      return finding(
        cue,
        units.flatMap(({ missing }) => missing),
        Math.min(1, style.maxWidth / widest),
      )
    },
  }
}

const none = (): never => {
  throw new RangeError('There are no captions')
}
const noCaptions: CaptionPlan = { cues: [], span: none, lay: none, check: none }

const longestOf = (cue: CaptionCue) => cue.lines.flat().reduce((a, b) => (b.text.length > a.text.length ? b : a)).text

/** Measures words, each once. */
function measureIn({ style, type }: CueSetting) {
  const widths = new Map<string, Pick<SetLine, 'width' | 'missing'>>()
  return (text: string) => {
    const entry = widths.get(text)
    if (entry) return entry
    const { width, missing } = type.setLine([{ text, spaced: false }], typeOf(style, style.size))
    const measured = { width, missing }
    widths.set(text, measured)
    return measured
  }
}

const rulesOf = (style: CaptionStyle, measure: ReturnType<typeof measureIn>): CueRules => ({
  idealWords: style.idealWords,
  maxWords: style.maxWords,
  maxLines: style.maxLines,
  maxWidth: style.maxWidth,
  squeeze: 1.12,
  width: (unit) => measure(shownText(unit.text, style)).width,
  space: measure(' ').width + style.preset.wordSpace * style.size,
  minSeconds: style.preset.minSeconds,
  maxSeconds: style.preset.maxSeconds,
  overSentence: style.idealWords > 6 ? 3 : 6,
})

const frameAt = (seconds: number) => Math.round(seconds * fps)

/** A cue's times in whole frames; cues follow each other without overlap. */
function timesOf(cue: CaptionCue, index: number, next: CaptionCue | undefined, frameCount: number): CueTimes {
  const from = index === 0 && cue.start < fromTheStart ? 0 : frameAt(cue.start)
  const to = Math.min(frameCount, next ? Math.min(frameAt(cue.end), frameAt(next.start)) : frameAt(cue.end))
  const lit = cue.lines.flat().map((unit, at) => (at === 0 ? from : frameAt(unit.start)))
  return { from, to, lit }
}
