import type { Path, SetLine, Typesetter } from '#ports/Typesetter.ts'
import { fps, frames, type JobKind } from '#shared/domain.ts'
import { safeArea } from '#shared/frame.ts'
import { captionPresetOf, type Look } from '#shared/look.ts'
import { layers, movePath, type Painted, roundedRect } from './captions/painted.ts'
import { presets } from './captions/presets.ts'
import { setTitle } from './captions/setTitle.ts'
import { sizeOfFace } from './captions/styleOf.ts'
import { directionOf, isTall, tallLine } from './captions/writing.ts'

/** What fills `{title}`, `{part}` and `{parts}`. */
export interface TitleFacts {
  readonly title: string
  readonly part: number
  readonly parts: number
}

/** Pixels where the frame's shorter side has 1080. */
const measures = {
  title: 92,
  kicker: 34,
  bar: { width: 96, height: 10 },
  /** Below the bar, and below the small line. */
  gap: 44,
  widest: 1400,
  edge: 12,
}
const lineHeight = 1.12

/**
 * Paints a look's title card: a short bar in the look's accent, a small line, the title in up to three lines; at the
 * head of the safe area, or at its foot where the captions stand at the head. It stands over the first seconds, while
 * the voice already speaks. Nothing where the look has none.
 */
export function layoutTitle(
  facts: TitleFacts,
  look: Look,
  kind: JobKind,
  pictures: number,
  type: Typesetter,
): { painted: readonly Painted[]; missing: readonly string[]; warnings: readonly string[] } {
  const { titleCard, captions } = look
  if (!titleCard) return { painted: [], missing: [], warnings: [] }
  const frame = frames[kind]
  const safe = safeArea(frame)
  const unit = Math.min(frame.width, frame.height) / 1080
  const { face, colours, upperCase } = voiceOf(look, kind)
  const small = { face: 'Inter', size: measures.kicker * unit, direction: 'ltr', tracking: 0.12 } as const
  const text = fill(titleCard.text, facts)
  const title = setTitle(
    upperCase ? text.toLocaleUpperCase() : text,
    { face, size: measures.title * unit * sizeOfFace[face], direction: directionOf(text) },
    Math.min(safe.right - safe.left, measures.widest * unit),
    type,
  )
  const kicker = titleCard.kicker === '' ? [] : [type.setLine(spaced(fill(titleCard.kicker, facts)), small)]

  const bar = { width: measures.bar.width * unit, height: measures.bar.height * unit }
  const gap = measures.gap * unit
  const kickerHeight = kicker.length * (type.heights(small).capital + gap)
  const { capital } = type.heights({ face, size: title.size, direction: 'ltr' })
  const pitch = title.size * (isTall(text) ? tallLine : lineHeight)
  const height = bar.height + gap + kickerHeight + capital + (title.lines.length - 1) * pitch
  const top = captions.place === 'top' ? safe.bottom - height - title.size * 0.3 : safe.top + measures.edge * unit
  const middle = frame.width / 2

  const span = { from: 0, to: Math.min(pictures, Math.round(titleCard.seconds * fps)) }
  const lift = { layer: layers.shadow, opacity: 0.5, blur: title.size * 0.16, spread: title.size * 0.03 }
  const show = (path: Path, colour: string): Painted[] => [
    { ...span, ...lift, path: movePath(path, 0, title.size * 0.03), colour: colours.edge },
    { ...span, layer: layers.text, path, colour, opacity: 1 },
  ]
  const showLine = (line: SetLine, baseline: number, colour: string): Painted[] => {
    const left = middle - line.width / 2
    const emoji = line.pieces.flatMap((piece) => piece.emoji)
    return [
      ...show(
        movePath(
          line.pieces.flatMap((piece) => piece.path),
          left,
          baseline,
        ),
        colour,
      ),
      ...emoji.map((layer) => ({ ...layer, ...span, layer: layers.emoji, path: movePath(layer.path, left, baseline) })),
    ]
  }
  const first = top + bar.height + gap + kickerHeight + capital
  const painted = [
    ...show(
      roundedRect(middle - bar.width / 2, top, middle + bar.width / 2, top + bar.height, bar.height / 2),
      colours.lit,
    ),
    ...kicker.flatMap((line) => showLine(line, first - capital - gap, colours.lit)),
    ...title.lines.flatMap((line, index) => showLine(line, first + index * pitch, colours.text)),
  ]
  const missing = [...new Set([...kicker, ...title.lines].flatMap((line) => line.missing))]
  return {
    painted: painted.filter((part) => part.path.length > 0),
    missing,
    warnings: missing.map((glyph) => `No font here has “${glyph}”, so the title leaves it out.`),
  }
}

const fill = (text: string, { title, part, parts }: TitleFacts) =>
  text.replaceAll('{title}', title).replaceAll('{parts}', String(parts)).replaceAll('{part}', String(part)).trim()

const spaced = (text: string) =>
  text
    .toLocaleUpperCase()
    .split(/\s+/)
    .map((word, index) => ({ text: word, spaced: index > 0 }))

/** The title speaks in the captions' voice: their face, their colours, their capitals. */
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
