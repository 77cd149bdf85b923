import type { Font } from 'harfbuzzjs'
import { DrawFuncs } from 'harfbuzzjs'
import type { Path, PathStep } from '#ports/Typesetter.ts'

/** x' = xx x + xy y + dx, y' = yx x + yy y + dy */
export interface Transform {
  readonly xx: number
  readonly yx: number
  readonly xy: number
  readonly yy: number
  readonly dx: number
  readonly dy: number
}
export const identity: Transform = { xx: 1, yx: 0, xy: 0, yy: 1, dx: 0, dy: 0 }

/** First `inner`, then `outer`. */
export const compose = (outer: Transform, inner: Transform): Transform => ({
  xx: outer.xx * inner.xx + outer.xy * inner.yx,
  yx: outer.yx * inner.xx + outer.yy * inner.yx,
  xy: outer.xx * inner.xy + outer.xy * inner.yy,
  yy: outer.yx * inner.xy + outer.yy * inner.yy,
  dx: outer.xx * inner.dx + outer.xy * inner.dy + outer.dx,
  dy: outer.yx * inner.dx + outer.yy * inner.dy + outer.dy,
})

export function transformPath(path: Path, t: Transform): Path {
  const x = (px: number, py: number) => t.xx * px + t.xy * py + t.dx
  const y = (px: number, py: number) => t.yx * px + t.yy * py + t.dy
  return path.map((step): PathStep => {
    if (step[0] !== 'C') return [step[0], x(step[1], step[2]), y(step[1], step[2])]
    const [, a, b, c, d, e, f] = step
    return ['C', x(a, b), y(a, b), x(c, d), y(c, d), x(e, f), y(e, f)]
  })
}

/** A glyph's outline in font units, y upwards. TrueType's quadratic curves become the cubic ones that ASS and SVG share. */
export function glyphPath(font: Font, glyph: number): Path {
  const path: PathStep[] = []
  let fromX = 0
  let fromY = 0
  const draw = new DrawFuncs()
  const moved = (x: number, y: number) => {
    fromX = x
    fromY = y
  }
  draw.setMoveToFunc((x, y) => {
    path.push(['M', x, y])
    moved(x, y)
  })
  draw.setLineToFunc((x, y) => {
    path.push(['L', x, y])
    moved(x, y)
  })
  draw.setQuadraticToFunc((cx, cy, x, y) => {
    const third = (from: number, control: number) => from + (2 / 3) * (control - from)
    path.push(['C', third(fromX, cx), third(fromY, cy), third(x, cx), third(y, cy), x, y])
    moved(x, y)
  })
  draw.setCubicToFunc((ax, ay, bx, by, x, y) => {
    path.push(['C', ax, ay, bx, by, x, y])
    moved(x, y)
  })
  font.drawGlyph(glyph, draw)
  return path
}
