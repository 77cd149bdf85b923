import { type Color, type ColorLine, type Font, PaintFuncs } from 'harfbuzzjs'
import type { ColouredPath, Path } from '#ports/Typesetter.ts'
import { compose, glyphPath, identity, type Transform, transformPath } from './paths.ts'

/**
 * The layers of a colour glyph (OpenType COLR), font units, y upwards, from back to front. Each is one outline in one
 * colour, since ASS and small sizes know no more: a gradient becomes its mean colour.
 */
export function paintEmoji(font: Font, glyph: number): ColouredPath[] {
  const layers: ColouredPath[] = []
  const transforms: Transform[] = [identity]
  const clips: (Path | undefined)[] = []
  const now = () => transforms.at(-1)!
  const fill = (colour: Color) => {
    const path = clips.findLast((clip) => clip !== undefined)
    if (path && colour.alpha > 0) layers.push({ path, colour: hex(colour), opacity: colour.alpha / 255 })
  }
  const paint = new PaintFuncs()
  paint.setPushTransformFunc((xx, yx, xy, yy, dx, dy) => {
    transforms.push(compose(now(), { xx, yx, xy, yy, dx, dy }))
  })
  paint.setPopTransformFunc(() => {
    transforms.pop()
  })
  paint.setPushClipGlyphFunc((clip) => {
    clips.push(transformPath(glyphPath(font, clip), now()))
  })
  // The outermost clip is the glyph's box, which cuts nothing off.
  paint.setPushClipRectangleFunc(() => {
    clips.push(undefined)
  })
  paint.setPopClipFunc(() => {
    clips.pop()
  })
  paint.setColorFunc((_foreground, colour) => fill(colour))
  paint.setLinearGradientFunc((line) => fill(meanColour(line)))
  paint.setRadialGradientFunc((line) => fill(meanColour(line)))
  paint.setSweepGradientFunc((line) => fill(meanColour(line)))
  font.paintGlyph(glyph, paint)
  return layers
}

const hex = ({ red, green, blue }: Color) =>
  `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

/** The mean of a gradient over its length from 0 to 1. */
function meanColour(line: ColorLine): Color {
  const stops = line.colorStops.toSorted((a, b) => a.offset - b.offset)
  const first = stops[0]
  const last = stops.at(-1)
  if (!first || !last) return { red: 0, green: 0, blue: 0, alpha: 0 }
  const channel = (name: keyof Color) => {
    let sum = first.color[name] * Math.max(0, first.offset) + last.color[name] * Math.max(0, 1 - last.offset)
    for (let i = 1; i < stops.length; i++) {
      const [from, to] = [stops[i - 1]!, stops[i]!]
      const length = Math.min(1, to.offset) - Math.max(0, from.offset)
      sum += ((from.color[name] + to.color[name]) / 2) * Math.max(0, length)
    }
    return Math.min(255, sum)
  }
  return { red: channel('red'), green: channel('green'), blue: channel('blue'), alpha: channel('alpha') }
}
