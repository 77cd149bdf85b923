import type { PaintedWaveform } from '#shared/desktop/desktop.ts'
import { barShape, edgeAround, lineShape } from '#shared/look/waveformShape.ts'
import { curveAt, curves } from '#shared/look/waveLine.ts'

/** An edge that fades is drawn in so many strokes, one within the other. */
const edgeStrokes = 5

/**
 * Draws a row of levels, 0 to 1, in the shape that the video gives them, with the context's own curves.
 *
 * @param frame which frame of the video it is, from 0
 */
export function drawWaveform(
  context: CanvasRenderingContext2D,
  { rect, style, colour, opacity }: PaintedWaveform,
  levels: Float32Array,
  frame: number,
): void {
  context.save()
  context.translate(rect.x, rect.y)
  context.lineJoin = 'round'
  const stroke = (path: Path2D, half: number, colour: string, opacity: number) => {
    context.globalAlpha = opacity
    context.strokeStyle = colour
    context.lineWidth = 2 * half
    context.stroke(path)
  }
  if (style === 'line') {
    const shape = lineShape(rect.height)
    for (const curve of curves) {
      const path = lineOf(curve, rect, levels, frame)
      if (shape.hasEdge(curve)) strokeEdge(stroke, path, shape.half, shape.edge, edgeAround(colour))
      stroke(path, shape.half, colour, opacity * curve.opacity)
    }
  } else {
    context.lineCap = 'round'
    const { path, radius, strip } = barsOf(rect, style === 'mirrored', levels)
    strokeEdge(stroke, path, radius, strip - radius, edgeAround(colour))
    stroke(path, radius, colour, opacity)
  }
  context.restore()
}

type Stroke = (path: Path2D, half: number, colour: string, opacity: number) => void

/** Strokes from the outermost inwards that together are as opaque as an edge is, halfway through each of them. */
function strokeEdge(
  stroke: Stroke,
  path: Path2D,
  half: number,
  reach: number,
  { colour, opacity }: ReturnType<typeof edgeAround>,
): void {
  let covered = 0
  for (let n = 1; n <= edgeStrokes; n++) {
    const wanted = (opacity * (n - 0.5)) / edgeStrokes
    stroke(path, half + (reach * (edgeStrokes - n + 1)) / edgeStrokes, colour, 1 - (1 - wanted) / (1 - covered))
    covered = wanted
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

function barsOf(size: Size, mirrored: boolean, levels: Float32Array) {
  const { strip, radius, leftOf, spanOf } = barShape(size, levels.length, mirrored)
  const path = new Path2D()
  for (const [column, level] of levels.entries()) {
    const x = leftOf(column) + strip
    const { top, bottom } = spanOf(level)
    path.moveTo(x, bottom)
    // A stroke of no length has no round ends.
    path.lineTo(x, Math.min(top, bottom - 0.01))
  }
  return { path, radius, strip }
}

function lineOf(curve: (typeof curves)[number], { width, height }: Size, levels: Float32Array, frame: number): Path2D {
  const { reach } = lineShape(height)
  const path = new Path2D()
  for (let x = 0; x <= width; x += 2) {
    const y = height / 2 - reach * curveAt(curve, levels, frame, x / width)
    if (x === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
  }
  return path
}
