import type { Path } from '#ports/Typesetter.ts'
import { luminanceOf } from '#shared/look/colour.ts'
import { enterCue } from './enterCue.ts'
import { layers, movePath, type Outline, roundedRect, scalePath } from './outline.ts'
import type { PlacedCue, PlacedWord } from './setCue.ts'
import type { CaptionStyle } from './styleOf.ts'

/** Frames [from, to) of a cue, and from which frame on each of its words is the spoken one. */
export interface CueTimes {
  readonly from: number
  readonly to: number
  readonly lit: readonly number[]
}

type Layer = Omit<Outline, 'from' | 'to'>

/** Paints a cue that is in its place: what lifts it off the background, and every word in its states; the latest on top. */
export function paintCue(cue: PlacedCue, { from, to, lit }: CueTimes, style: CaptionStyle): Outline[] {
  const painted: Outline[] = lift(cue, style).map((layer) => ({ ...layer, from, to }))
  cue.words.forEach((word, index) => {
    const [first, last] = wholeWord(cue.words, index)
    const begins = Math.min(to, Math.max(from, lit[first] ?? from))
    const ends = Math.min(to, Math.max(begins, lit[last + 1] ?? to))
    const grow = first === last ? growthOf(word, cue.words[index + 1], style) : 1
    const show = (from: number, to: number, layers: readonly Layer[], scale = 1) => {
      const centre = { x: (word.left + word.right) / 2, y: word.baseline }
      for (const layer of layers) painted.push({ ...layer, path: scalePath(layer.path, scale, centre), from, to })
    }
    const { before, spoken, after } = statesOf(word, style)
    show(from, begins, [...before, ...emojiOf(word)])
    show(begins, ends, [...spoken, ...emojiOf(word)], grow)
    show(ends, to, [...after, ...emojiOf(word)])
  })
  const whole = enterCue(joinAlike(painted), cue, { from, to }, style.preset.entrance)
  return whole.toSorted((a, b) => a.from - b.from || a.layer - b.layer)
}

/** The places of the first and the last piece of a broken word, which are lit together. */
function wholeWord(words: readonly PlacedWord[], index: number): [first: number, last: number] {
  let [first, last] = [index, index]
  while (words[first - 1]?.unit.goesOn) first--
  while (words[last]!.unit.goesOn && last < words.length - 1) last++
  return [first, last]
}

/** How a word looks before, while and after it is spoken, from back to front. */
function statesOf(word: PlacedWord, style: CaptionStyle): Record<'before' | 'spoken' | 'after', readonly Layer[]> {
  const { preset, colours } = style
  const rim = preset.backing === 'rim' ? [rimOf(word, style)] : []
  const text = (colour: string, opacity = 1): Layer[] => [
    ...rim,
    { layer: layers.text, path: word.path, colour, opacity },
  ]
  const plain = text(colours.text)
  switch (preset.light) {
    case 'none':
      return { before: plain, spoken: plain, after: plain }
    case 'fill':
      return { before: text(colours.text, preset.waiting), spoken: text(colours.lit), after: text(colours.lit) }
    case 'word':
      return { before: plain, spoken: text(colours.lit), after: plain }
    case 'pill': {
      const pill: Layer = { layer: layers.pill, path: pillOf(word), colour: colours.lit, opacity: 1 }
      return { before: plain, spoken: [pill, ...text(readableOn(colours.lit))], after: plain }
    }
  }
}

const emojiOf = (word: PlacedWord): Layer[] => word.emoji.map((layer) => ({ ...layer, layer: layers.emoji }))

/** The spoken word is a little larger where that is the design and its neighbours leave room: not in writing without spaces. */
function growthOf(word: PlacedWord, next: PlacedWord | undefined, { preset, growth }: CaptionStyle): number {
  const apart = word.unit.word !== next?.unit.word && (word.unit.spaced || word.unit.word === 0)
  if (preset.light !== 'word' || !apart) return 1
  return Math.min(1.07, 1 + (2 * growth) / Math.max(1, word.right - word.left))
}

function rimOf({ path, emoji, size }: PlacedWord, { colours }: CaptionStyle): Layer {
  const shape = [...path, ...emoji.flatMap((layer) => layer.path)]
  return { layer: layers.rim, path: shape, colour: colours.edge, opacity: 1, spread: size * rimWidth }
}
const rimWidth = 0.05

function pillOf({ unit, left, right, top, baseline, size }: PlacedWord): Path {
  // Between words without spaces there is no room for more.
  const [x, y] = [size * (unit.spaced ? 0.2 : 0.06), size * 0.25]
  return roundedRect(left - x, top - y, right + x, baseline + y, size * 0.24)
}

/** What lies under the words for as long as the cue stands: it keeps them readable over any background. */
function lift(cue: PlacedCue, { preset, colours, padding, size }: CaptionStyle): Layer[] {
  if (preset.backing === 'plate') {
    const { x, y } = padding
    const path = roundedRect(cue.left - x, cue.top - y, cue.right + x, cue.baseline + y, size * 0.42)
    const below = { layer: layers.shadow, path: movePath(path, 0, size * 0.1), colour: '#000000' }
    return [
      { ...below, opacity: 0.35, blur: size * 0.2 },
      { layer: layers.plate, path, colour: colours.plate, opacity: 1 },
    ]
  }
  return [...new Set(cue.words.map((word) => word.size))].flatMap((em): Layer[] => {
    const words = cue.words.filter((word) => word.size === em)
    const text: Path = words.flatMap((word) => [...word.path, ...word.emoji.flatMap((layer) => layer.path)])
    const soft = { layer: layers.shadow, path: movePath(text, 0, em * 0.045), colour: colours.edge }
    // No rim of its own under the words’: a shadow of one piece takes libass half the time.
    if (preset.backing === 'rim') return [{ ...soft, opacity: 0.6, blur: em * 0.13 }]
    return [
      { ...soft, opacity: 0.5, blur: em * 0.2, spread: em * 0.1 },
      { ...soft, path: text, layer: layers.rim, opacity: 0.85, blur: em * 0.025, spread: em * 0.03 },
    ]
  })
}

/** Parts that follow each other and look the same become one: fewer events for libass, nothing that could flicker. */
function joinAlike(painted: readonly Outline[]): Outline[] {
  const joined: Outline[] = []
  for (const part of painted) {
    if (part.from >= part.to || part.path.length === 0) continue
    const same = joined.findIndex((before) => before.to === part.from && isAlike(before, part))
    if (same >= 0) joined[same] = { ...joined[same]!, to: part.to }
    else joined.push(part)
  }
  return joined
}

const isAlike = (a: Outline, b: Outline) =>
  a.path === b.path &&
  a.layer === b.layer &&
  a.colour === b.colour &&
  a.opacity === b.opacity &&
  a.spread === b.spread &&
  a.blur === b.blur

/** Black or white, whichever is easier to read on a colour. */
const readableOn = (colour: string) => (luminanceOf(colour) > 0.3 ? '#15121c' : '#ffffff')
