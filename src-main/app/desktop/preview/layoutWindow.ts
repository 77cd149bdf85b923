import { describeUnshown } from '#pipeline/captions/describeUnshown.ts'
import type { Outline } from '#pipeline/captions/outline.ts'
import { type CaptionPlan, type CaptionSetting, planCaptions } from '#pipeline/layoutCaptions.ts'
import { titleOf } from '#pipeline/naming/titleOf.ts'
import { frameCountOf } from '#pipeline/renderVideo.ts'
import { layoutTitle } from '#pipeline/scene/layoutTitle.ts'
import { sceneWaveform } from '#pipeline/scene/sceneWaveform.ts'
import { withEmphasis } from '#pipeline/speech/foldWords.ts'
import { shareWords } from '#pipeline/speech/shareWords.ts'
import type { Typesetter } from '#ports/Typesetter.ts'
import type { CaptionRequest } from '#shared/desktop/appContract.ts'
import type { PaintedOutline, PaintedWindow } from '#shared/desktop/desktop.ts'
import { type CaptionCue, fps, type WordTiming } from '#shared/domain.ts'
import { type Segment, wordsOf } from '#shared/script/segment.ts'
import { estimateSegment } from '#shared/speech/estimateSpeech.ts'
import { asInJob } from './asInJob.ts'
import { openShapeTable } from './shapeTable.ts'

/** Pictures that a window reaches from the one that is looked at, where they do not take too much. */
const reach = { back: 2 * fps, ahead: 10 * fps }
/** Bytes at which a window ends before its time. */
const mostBytes = 80_000
/** A cue that takes more bytes by itself is left out: dozens of emoji at once. */
const mostOfCue = 90_000
/** So is one of more characters: it is a word that long, shown too small to be seen. */
const mostCharacters = 2000
/** Steps of outlines that surely take less. */
const fewSteps = 2000
/** Bytes of an outline besides its path. */
const outlineBytes = 100

/** Lays out a window; each step is a good moment to stop. Pure, but for what it remembers of the request before. */
export type LayoutWindow = (request: CaptionRequest) => Generator<void, PaintedWindow>

/** Words and when they are heard. */
interface Timed {
  readonly words: readonly WordTiming[]
  /** Seconds. */
  readonly duration: number
}

/** Everything of a segment that does not depend on where it is looked at. */
interface LaidSegment extends Pick<PaintedWindow, 'pictures' | 'waveform' | 'warnings'> {
  readonly plan: CaptionPlan
  readonly title: readonly Outline[]
}

/**
 * Lays out a segment's captions, title card and waveform with the very code that renders them. The segment of the last
 * request is remembered, so that its next window costs no more than what is in it.
 */
export function createLayoutWindow(type: Typesetter): LayoutWindow {
  let parsed: { readonly text: string; readonly segment: Segment } | undefined
  let guessed: { readonly of: Segment; readonly speed: number; readonly timed: Timed } | undefined
  let last: { readonly request: SegmentRequest; readonly timed: Timed; readonly segment: LaidSegment } | undefined
  return function* ({ at, spoken, ...request }) {
    const { text, speed } = request
    if (parsed?.text !== text) {
      parsed = { text, segment: asInJob(text) }
      yield
    }
    const card = parsed.segment
    if (!spoken && !(guessed?.of === card && guessed.speed === speed)) {
      guessed = { of: card, speed, timed: guessTimes(card, speed) }
      yield
    }
    const timed = spoken ?? guessed!.timed
    if (!(last && isSame(last.request, request) && hasSameTimes(last.timed, timed))) {
      last = { request, timed, segment: prepareSegment(card, request, timed, type) }
      yield
    }
    return yield* paintWindow(last.segment, Math.min(at, last.segment.pictures - 1))
  }
}

type SegmentRequest = Omit<CaptionRequest, 'at' | 'spoken'>

const isSame = ({ text, ...one }: SegmentRequest, { text: other, ...more }: SegmentRequest) =>
  text === other && JSON.stringify(one) === JSON.stringify(more)

const hasSameTimes = (one: Timed, other: Timed) =>
  one === other ||
  (one.duration === other.duration &&
    one.words.length === other.words.length &&
    one.words.every(({ text, start, end }, at) => {
      const word = other.words[at]!
      return text === word.text && start === word.start && end === word.end
    }))

/** When the words will be heard, as far as their letters and the silences between them tell. */
function guessTimes({ text, marks = [] }: Segment, speed: number): Timed {
  const silences = marks.flatMap((mark) => (mark.kind === 'silence' ? [mark] : []))
  const before = (word: number) => silences.reduce((sum, { at, seconds }) => (at <= word ? sum + seconds : sum), 0)
  const duration = estimateSegment({ text, marks }, speed)
  const spoken = duration - before(Infinity)
  const words = shareWords(wordsOf(text), Math.min(0.25, spoken / 4), spoken).map((word, at) => {
    const silence = silences.length === 0 ? 0 : before(at)
    return { ...word, start: word.start + silence, end: word.end + silence }
  })
  return { words: withEmphasis(words, marks), duration }
}

function prepareSegment(
  { text, title: own }: Segment,
  { part, parts, look, kind }: SegmentRequest,
  { words, duration }: Timed,
  type: Typesetter,
): LaidSegment {
  const pictures = frameCountOf({ duration }, look.endPadding)
  const setting: CaptionSetting = { look, kind, frameCount: pictures, type }
  const plan = planCaptions(words, setting, text)
  const title = layoutTitle({ title: own ?? titleOf(text), part, parts }, setting)
  const waveform = sceneWaveform(look, kind)
  const { warnings } = describeUnshown(Array.from(plan.cues.keys(), plan.check), title.missing)
  return {
    plan,
    title: title.painted,
    pictures,
    ...(waveform && { waveform }),
    warnings: [...warnings],
  }
}

function* paintWindow({ plan, title, ...segment }: LaidSegment, at: number): Generator<void, PaintedWindow> {
  const shapes = openShapeTable()
  let count = 0
  const send = (outlines: readonly Outline[]) => {
    count += outlines.length
    return outlines.map(({ path, ...outline }): PaintedOutline => ({ ...outline, path: shapes.add(path) }))
  }
  const isFull = () => shapes.bytes + outlineBytes * count > mostBytes
  let [from, to] = [Math.max(0, at - reach.back), Math.min(segment.pictures, at + reach.ahead)]
  const titles = send(title.filter((outline) => outline.from < to && outline.to > from))
  // What is looked at comes first, then what will be, then what was.
  const here = firstEndingAfter(plan, at)
  const later: PaintedOutline[] = []
  for (let index = here; index < plan.cues.length && plan.span(index).from < to; index++) {
    if (isFull() && plan.span(index).from > at) to = plan.span(index).from
    else later.push(...send(outlinesOf(plan, index)))
    yield
  }
  const earlier: PaintedOutline[][] = []
  for (let index = here - 1; index >= 0 && plan.span(index).to > from; index--) {
    if (isFull()) from = plan.span(index).to
    else earlier.unshift(send(outlinesOf(plan, index)))
    yield
  }
  // In the order in which they are rendered.
  const painted = [...earlier.flat(), ...later, ...titles]
  return { at, from, to, shapes: shapes.shapes, paths: shapes.paths, painted, ...segment }
}

/** A cue's outlines, unless they take too much. */
function outlinesOf(plan: CaptionPlan, index: number): readonly Outline[] {
  const { from, to } = plan.span(index)
  if (from >= to || charactersOf(plan.cues[index]!) > mostCharacters) return []
  const { painted } = plan.lay(index)
  const paths = new Set(painted.map(({ path }) => path))
  let steps = 0
  for (const path of paths) steps += path.length
  if (steps < fewSteps) return painted
  const alone = openShapeTable()
  for (const path of paths) {
    alone.add(path)
    if (alone.bytes + outlineBytes * painted.length > mostOfCue) return []
  }
  return painted
}

const charactersOf = ({ lines }: CaptionCue) => lines.flat().reduce((sum, { text }) => sum + text.length, 0)

/** Cues follow each other, so a picture's is found by halving. */
function firstEndingAfter(plan: CaptionPlan, picture: number): number {
  let [low, high] = [0, plan.cues.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (plan.span(middle).to > picture) high = middle
    else low = middle + 1
  }
  return low
}
