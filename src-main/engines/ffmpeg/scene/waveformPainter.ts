import type { Waveform } from '#ports/VideoEncoder.ts'
import { barShape, lineShape } from '#shared/look/waveformShape.ts'
import { curveAt, curves } from '#shared/look/waveLine.ts'
import { type Palette, palette, shades } from './waveformPalette.ts'

/** Bytes of one frame of a waveform: yuva420p, BT.709, limited range. */
export const waveformBytes = ({ rect }: Pick<Waveform, 'rect'>): number => (rect.width * rect.height * 5) / 2

/**
 * Prepares to draw a waveform; the value draws one of its frames: `index` from 0, `frame` has `waveformBytes` to draw
 * in, whatever they hold. Where alpha is 0 the colours afterwards mean nothing.
 */
export function waveformPainter(waveform: Waveform): (index: number, frame: Uint8Array) => void {
  const { width, height } = waveform.rect
  const { columns, style } = waveform
  const ink = palette(waveform)
  const draw = style === 'line' ? lineDrawer(waveform, ink) : barDrawer(waveform, ink)
  return (index, frame) => {
    const canvas = canvasOf(frame, width, height)
    canvas.alpha.fill(0)
    const row = waveform.levels.subarray(index * columns, (index + 1) * columns)
    const levels = row.map((level) => Math.min(1, Math.max(0, level || 0)))
    draw(canvas, levels, index)
  }
}

type Draw = (canvas: Canvas, levels: Float32Array, index: number) => void

interface Canvas {
  readonly width: number
  readonly height: number
  readonly luma: Uint8Array
  readonly cb: Uint8Array
  readonly cr: Uint8Array
  readonly alpha: Uint8Array
}

function canvasOf(frame: Uint8Array, width: number, height: number): Canvas {
  const pixels = width * height
  return {
    width,
    height,
    luma: frame.subarray(0, pixels),
    cb: frame.subarray(pixels, (pixels * 5) / 4),
    cr: frame.subarray((pixels * 5) / 4, (pixels * 3) / 2),
    alpha: frame.subarray((pixels * 3) / 2),
  }
}

function barDrawer({ rect: { width, height }, columns, style }: Waveform, ink: Palette): Draw {
  const { strip, radius, leftOf, spanOf } = barShape({ width, height }, columns, style === 'mirrored')
  const rows = capsuleRows(radius, strip, ink)
  const paint = (canvas: Canvas, row: Palette, left: number, y: number) => {
    copyRow(row.luma, canvas.luma, y * width + left)
    copyRow(row.alpha, canvas.alpha, y * width + left)
    if (y & 1) return
    copyRow(row.cb, canvas.cb, (y * width + 2 * left) / 4)
    copyRow(row.cr, canvas.cr, (y * width + 2 * left) / 4)
  }
  // Bars of full height: what alpha then shows of them is all there is to draw, but for the round ends.
  const full = canvasOf(new Uint8Array(waveformBytes({ rect: { x: 0, y: 0, width, height } })), width, height)
  for (let column = 0; column < columns; column++)
    for (let y = 0; y < height; y++) paint(full, rows[0]!, leftOf(column), y)
  return (canvas, levels) => {
    for (const plane of ['luma', 'cb', 'cr'] as const) canvas[plane].set(full[plane])
    for (const [column, level] of levels.entries()) {
      const left = leftOf(column)
      const { top, bottom } = spanOf(level)
      for (let y = Math.max(0, top - strip); y < top; y++) paint(canvas, rows[top - y]!, left, y)
      for (let y = top; y < bottom; y++) copyRow(rows[0]!.alpha, canvas.alpha, y * width + left)
      for (let y = bottom; y < Math.min(height, bottom + strip); y++) paint(canvas, rows[y - bottom + 1]!, left, y)
    }
  }
}

/** Cheaper than a copy by the runtime, for rows as short as these. */
function copyRow(row: Uint8Array, plane: Uint8Array, at: number): void {
  for (let i = 0; i < row.length; i++) plane[at + i] = row[i]!
}

/** The rows of an upright capsule `2 * strip` wide: one of its straight part, then those of a round end, outwards. */
function capsuleRows(radius: number, strip: number, palette: Palette): readonly Palette[] {
  return Array.from({ length: strip + 1 }, (_, row) => {
    const across = Uint8Array.from({ length: 2 * strip }, (_, x) =>
      shadeAt(Math.hypot(x + 0.5 - strip, Math.max(0, row - 0.5)) - radius, strip - radius),
    )
    const inked = (plane: Uint8Array) => across.map((shade) => plane[shade]!)
    const halved = (plane: Uint8Array) => inked(plane).filter((_, x) => x % 2 === 0)
    return { luma: inked(palette.luma), alpha: inked(palette.alpha), cb: halved(palette.cb), cr: halved(palette.cr) }
  })
}

/** Shades are prepared for distances in steps of this share of a pixel. */
const fineness = 32

function lineDrawer({ rect: { width, height } }: Waveform, ink: Palette): Draw {
  const { half, edge, reach, hasEdge } = lineShape(height)
  const drawn = curves.map((curve) => {
    const far = half + (hasEdge(curve) ? edge : 1)
    const across = Uint8Array.from({ length: Math.ceil(far * fineness) + 1 }, (_, i) => {
      const outside = i / fineness - half
      return hasEdge(curve) ? shadeAt(outside, edge) : Math.round(shades.companion * coverAt(outside))
    })
    return { curve, across }
  })
  const at = new Float32Array(width + 2)
  return (canvas, levels, index) => {
    // A chroma sample is seen where any of its four pixels is.
    canvas.cb.fill(ink.cb[shades.edge]!)
    canvas.cr.fill(ink.cr[shades.edge]!)
    for (const { curve, across } of drawn) {
      for (let x = 0; x < at.length; x++) at[x] = height / 2 - reach * curveAt(curve, levels, index, (x - 0.5) / width)
      drawCurve(canvas, at, across, ink)
    }
  }
}

/** Draws a curve through the heights `at`, one for each column of pixels and one beyond either end. */
function drawCurve({ width, height, luma, cb, cr, alpha }: Canvas, at: Float32Array, across: Uint8Array, ink: Palette) {
  const far = (across.length - 1) / fineness
  for (let x = 0; x < width; x++) {
    const middle = at[x + 1]!
    // A steep curve crosses many rows within one column of pixels: thicken it by its slope, so that it looks even.
    const slope = Math.min(8, Math.hypot(1, (at[x + 2]! - at[x]!) / 2))
    const steps = fineness / slope
    const last = Math.min(height, middle + far * slope - 0.5)
    for (let y = Math.max(0, Math.ceil(middle - far * slope - 0.5)); y < last; y++) {
      const shade = across[(Math.abs(y + 0.5 - middle) * steps + 0.5) | 0]!
      if (shade === shades.nothing) continue
      const pixel = y * width + x
      luma[pixel] = ink.luma[shade]!
      alpha[pixel] = ink.alpha[shade]!
      if ((x | y) & 1) continue
      // Chroma has half the resolution: it is that of the upper left of four pixels.
      const quarter = (y * width + 2 * x) >> 2
      cb[quarter] = ink.cb[shade]!
      cr[quarter] = ink.cr[shade]!
    }
  }
}

/** How much of a pixel is covered whose middle lies so far outside (inside: negative). */
const coverAt = (outside: number) => Math.min(1, Math.max(0, 0.5 - outside))

/** The shade of a pixel that lies so far outside of what is drawn, whose edge fades away within `soft` pixels. */
function shadeAt(outside: number, soft: number): number {
  const cover = coverAt(outside)
  if (cover > 0) return Math.round(shades.edge + cover * (shades.ink - shades.edge))
  const edge = 1 - outside / Math.max(soft, 0.01)
  return edge > 0 ? Math.round(shades.companion + edge * (shades.edge - shades.companion)) : shades.nothing
}
