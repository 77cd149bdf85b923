import type { Path, SetLine } from '#ports/Typesetter.ts'
import { canvasSizes, fps, type JobKind } from '#shared/domain.ts'
import { presets } from '#shared/look/captionPresets.ts'
import { captionPresetOf, type Look } from '#shared/look/look.ts'
import { safeArea } from '#shared/look/safeArea.ts'
import { layers, movePath, type Outline, roundedRect } from '../captions/outline.ts'
import { setTitle } from '../captions/setTitle.ts'
import { sizeOfFace } from '../captions/styleOf.ts'
import { directionOf, isTall, tallLine } from '../captions/writing.ts'
import type { CaptionSetting } from '../layoutCaptions.ts'
import { arrangeCanvas } from './arrangeCanvas.ts'

/** What fills `{title}`, `{part}` and `{parts}`. */
export interface TitleFacts {
  readonly title: string
  readonly part: number
  readonly parts: number
}

/** Pixels where the canvas's shorter side has 1080. */
const measures = {
  title: 96,
  kicker: 36,
  bar: { width: 96, height: 10 },
  /** Below the bar, and below the small line. */
  gap: 34,
}
const lineHeight = 1.12
/** A title takes no more than this share of the canvas's height, however much room there is. */
const highest = 0.3
/** Its last frames: their shares of its opacity. */
const leaving = [0.7, 0.35]

/**
 * Paints a look's title card: a short bar in the look's accent, a small line, the title in up to four lines; at the head
 * of the room that captions, waveform and logo leave, or at its foot where the room is at the foot of the canvas. It
 * stands over the first seconds, while the voice already speaks. Nothing where the look has none.
 */
export function layoutTitle(
  facts: TitleFacts,
  { look, kind, frameCount, type }: CaptionSetting,
): { painted: readonly Outline[]; missing: readonly string[] } {
  const { titleCard } = look
  if (!titleCard) return { painted: [], missing: [] }
  const canvas = canvasSizes[kind]
  const room = arrangeCanvas(look, kind).title
  const unit = Math.min(canvas.width, canvas.height) / 1080
  const { face, colours, upperCase } = voiceOf(look, kind)
  const text = fill(titleCard.text, facts)
  const small = { face: 'Inter', size: measures.kicker * unit, direction: 'ltr', tracking: 0.12 } as const
  const kicker = titleCard.kicker === '' ? [] : [type.setLine(spaced(fill(titleCard.kicker, facts)), small)]

  const bar = { width: measures.bar.width * unit, height: measures.bar.height * unit }
  const gap = measures.gap * unit
  const head = bar.height + gap + kicker.length * (type.heights(small).capital + gap)
  const size = measures.title * unit * sizeOfFace[face]
  const leading = isTall(text) ? tallLine : lineHeight
  const title = setTitle(
    upperCase ? text.toLocaleUpperCase() : text,
    { face, size, direction: directionOf(text) },
    {
      width: room.right - room.left - 2 * padding * size,
      height: Math.max(size / 2, Math.min(highest * canvas.height, room.bottom - room.top) - head - descent * size),
      lineHeight: leading,
    },
    type,
  )
  const { capital } = type.heights({ face, size: title.size, direction: 'ltr' })
  const pitch = title.size * leading
  const height = head + capital + (title.lines.length - 1) * pitch
  const safe = safeArea(canvas)
  const atHead = room.top - safe.top <= safe.bottom - room.bottom
  const top = atHead ? room.top : room.bottom - height - descent * title.size
  const middle = canvas.width / 2

  const show = (path: Path, colour: string, em: number): Layer[] => [
    {
      layer: layers.shadow,
      path: movePath(path, 0, em * 0.03),
      colour: colours.edge,
      opacity: 0.5,
      blur: em * 0.18,
      spread: em * 0.08,
    },
    { layer: layers.rim, path, colour: colours.edge, opacity: 0.85, blur: em * 0.02, spread: em * 0.026 },
    { layer: layers.text, path, colour, opacity: 1 },
  ]
  const showLine = (line: SetLine, baseline: number, colour: string, em: number): Layer[] => {
    const place = (path: Path) => movePath(path, middle - line.width / 2, baseline)
    return [
      ...show(place(line.pieces.flatMap((piece) => piece.path)), colour, em),
      ...line.pieces.flatMap((piece) =>
        piece.emoji.map((one) => ({ ...one, layer: layers.emoji, path: place(one.path) })),
      ),
    ]
  }
  const first = top + head + capital
  const stroke = roundedRect(middle - bar.width / 2, top, middle + bar.width / 2, top + bar.height, bar.height / 2)
  const shown = [
    ...show(stroke, colours.lit, 4 * bar.height),
    ...kicker.flatMap((line) => showLine(line, first - capital - gap, colours.lit, 1.6 * small.size)),
    ...title.lines.flatMap((line, index) => showLine(line, first + index * pitch, colours.text, title.size)),
  ].filter((part) => part.path.length > 0)
  const missing = [...new Set([...kicker, ...title.lines].flatMap((line) => line.missing))]
  return {
    painted: overTime(shown, Math.round(titleCard.seconds * fps), frameCount),
    missing,
  }
}

type Layer = Omit<Outline, 'from' | 'to'>
/** Room for the rim at both sides of a title, and below its last baseline, in em. */
const padding = 0.05
const descent = 0.32

/** A title stands from the first frame on and fades away at its end, unless the video ends before. */
function overTime(shown: readonly Layer[], end: number, frameCount: number): Outline[] {
  const whole = Math.min(frameCount, end - leaving.length)
  return [
    ...shown.map((layer) => ({ ...layer, from: 0, to: whole })),
    ...leaving.flatMap((share, step) => {
      const from = end - leaving.length + step
      if (from >= frameCount) return []
      return shown.map((layer) => ({ ...layer, from, to: from + 1, opacity: layer.opacity * share }))
    }),
  ]
}

const fill = (text: string, { title, part, parts }: TitleFacts) =>
  text.replaceAll('{title}', title).replaceAll('{parts}', String(parts)).replaceAll('{part}', String(part)).trim()

const spaced = (text: string) =>
  text
    .toLocaleUpperCase()
    .split(/\s+/)
    .map((word, index) => ({ text: word, spaced: index > 0 }))

/** A title has the captions' face, colours and capitals. */
function voiceOf(look: Look, kind: JobKind) {
  const name = captionPresetOf(look, kind)
  const preset = presets[name === 'off' ? 'default' : name]
  const { face, colours, upperCase } = look.captions
  return {
    // A quiet face is too quiet for a title.
    face: face ?? ('Montserrat' as const),
    upperCase: upperCase ?? preset.upperCase,
    colours: {
      text: colours.text ?? preset.colours.text,
      lit: colours.lit ?? preset.colours.lit,
      edge: colours.edge ?? preset.colours.edge,
    },
  }
}
