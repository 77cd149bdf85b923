import type { PaintedWaveform } from '#shared/desktop/desktop.ts'
import { luminanceOf } from '#shared/look/colour.ts'
import { curveAt, curves } from '#shared/look/waveLine.ts'

/**
 * Draws a row of levels, 0 to 1, as the video has them (engines/ffmpeg/scene/waveformPainter), with the context's own curves.
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
  /** A stroke over a wider, fainter one in black or white, so that it can be seen on any background. */
  const stroke = (path: Path2D, width: number, edge: number, strength: number) => {
    context.globalAlpha = 0.25 * strength
    context.strokeStyle = luminanceOf(colour) > 0.18 ? '#000000' : '#ffffff'
    context.lineWidth = width + edge
    context.stroke(path)
    context.globalAlpha = opacity * strength
    context.strokeStyle = colour
    context.lineWidth = width
    context.stroke(path)
  }
  if (style === 'line') {
    const width = Math.max(3, rect.height / 36)
    for (const curve of curves)
      stroke(lineOf(curve, { size: rect, levels, frame, thickness: width }), width, 4, curve.opacity)
  } else {
    context.lineCap = 'round'
    const pitch = rect.width / levels.length
    const radius = Math.max(1, pitch * 0.29)
    stroke(barsOf(rect, style === 'mirrored', levels), 2 * radius, pitch / 2 - radius, 1)
  }
  context.restore()
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Bars: from the middle both ways when mirrored, else standing on the lower edge. */
function barsOf({ width, height }: Size, mirrored: boolean, levels: Float32Array): Path2D {
  const pitch = width / levels.length
  const path = new Path2D()
  for (const [column, level] of levels.entries()) {
    const length = level * (height - pitch)
    const x = (column + 0.5) * pitch
    const bottom = mirrored ? height / 2 + length / 2 : height - pitch / 2
    path.moveTo(x, bottom)
    path.lineTo(x, bottom - Math.max(0.01, length))
  }
  return path
}

interface Line {
  readonly size: Size
  readonly levels: Float32Array
  readonly frame: number
  /** Pixels. */
  readonly thickness: number
}

function lineOf(curve: (typeof curves)[number], { size, levels, frame, thickness }: Line): Path2D {
  const { width, height } = size
  const reach = height / 2 - thickness / 2 - 5
  const path = new Path2D()
  for (let x = 0; x <= width; x += 2) {
    const y = height / 2 - reach * curveAt(curve, levels, frame, x / width)
    if (x === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
  }
  return path
}
