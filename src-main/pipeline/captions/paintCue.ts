import type { Path } from '#ports/Typesetter.ts'
import { layers, movePath, type Painted, roundedRect } from './painted.ts'
import type { PlacedCue, PlacedWord } from './setCue.ts'
import type { CaptionStyle } from './styleOf.ts'

/** Pictures [from, to) of a cue, and from which picture on each of its words is the spoken one. */
export interface CueTimes {
  readonly from: number
  readonly to: number
  readonly lit: readonly number[]
}

/** Paints a cue that is in its place: what lifts it off the picture, then every word in its states. */
export function paintCue(cue: PlacedCue, { from, to, lit }: CueTimes, style: CaptionStyle): Painted[] {
  const span = { from, to }
  const painted: Painted[] = [...backing(cue, style).map((part) => ({ ...part, ...span }))]
  cue.words.forEach((word, index) => {
    const begins = Math.min(to, Math.max(from, lit[index] ?? from))
    const ends = Math.min(to, Math.max(begins, lit[index + 1] ?? to))
    painted.push(...paintWord(word, [from, begins, ends, to], cue, style))
    for (const layer of word.emoji) painted.push({ ...layer, ...span, layer: layers.emoji })
  })
  return painted.filter((part) => part.from < part.to && part.path.length > 0)
}

function paintWord(
  { unit, path, left, right, top, baseline }: PlacedWord,
  [from, begins, ends, to]: readonly [number, number, number, number],
  { size }: PlacedCue,
  { preset, colours }: CaptionStyle,
): Painted[] {
  const show = (start: number, end: number, colour: string, opacity = 1): Painted => ({
    layer: layers.text,
    from: start,
    to: end,
    path,
    colour,
    opacity,
  })
  switch (preset.light) {
    case 'none':
      return [show(from, to, colours.text)]
    case 'fill':
      return [show(from, begins, colours.text, preset.waiting), show(begins, to, colours.lit)]
    case 'word':
      return [show(from, begins, colours.text), show(begins, ends, colours.lit), show(ends, to, colours.text)]
    case 'pill': {
      // Between words without spaces there is no room for more.
      const [x, y] = [size * (unit.spaced ? 0.2 : 0.06), size * 0.25]
      const pill = roundedRect(left - x, top - y, right + x, baseline + y, size * 0.24)
      return [
        { layer: layers.pill, from: begins, to: ends, path: pill, colour: colours.lit, opacity: 1 },
        show(from, begins, colours.text),
        show(begins, ends, readableOn(colours.lit)),
        show(ends, to, colours.text),
      ]
    }
  }
}

/** What lies under the words for as long as the cue stands. */
function backing(cue: PlacedCue, { preset, colours, padding }: CaptionStyle): Omit<Painted, 'from' | 'to'>[] {
  const { size } = cue
  const text: Path = cue.words.flatMap((word) => [...word.path, ...word.emoji.flatMap((layer) => layer.path)])
  const edge = { path: text, colour: colours.edge }
  const soft = { ...edge, layer: layers.shadow, path: movePath(text, 0, size * 0.045) }
  switch (preset.backing) {
    case 'plate': {
      const [x, y] = [padding.x * cue.shrunk, padding.y * cue.shrunk]
      const path = roundedRect(cue.left - x, cue.top - y, cue.right + x, cue.baseline + y, size * 0.42)
      return [
        {
          layer: layers.shadow,
          path: movePath(path, 0, size * 0.1),
          colour: '#000000',
          opacity: 0.35,
          blur: size * 0.2,
        },
        { layer: layers.plate, path, colour: colours.plate, opacity: 1 },
      ]
    }
    case 'rim':
      return [
        { ...soft, opacity: 0.5, blur: size * 0.11, spread: size * 0.03 },
        { ...edge, layer: layers.rim, opacity: 1, spread: size * 0.042 },
      ]
    case 'shadow':
      return [
        { ...soft, opacity: 0.45, blur: size * 0.16, spread: size * 0.05 },
        { ...soft, opacity: 0.4, blur: size * 0.045 },
      ]
  }
}

/** Black or white, whichever is easier to read on a colour (WCAG 2 relative luminance). */
function readableOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return luminance > 0.3 ? '#15121c' : '#ffffff'
}
