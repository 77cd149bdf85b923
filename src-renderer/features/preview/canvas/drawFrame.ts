import type { PaintedOutline } from '#shared/desktop/desktop.ts'
import type { Shown } from '../../../store/slices/previewSlice.ts'
import { drawWaveform } from './drawWaveform.ts'

/**
 * Makes a segment's outlines ready and returns what draws one of its pictures. The context's units are pixels of the
 * video's frame; `scale` says how many of the canvas's own pixels one of them takes.
 */
export function prepareDrawing(shown: Shown) {
  const outlines = shown.painted
    .map((outline) => ({ ...outline, shape: new Path2D(outline.path) }))
    .sort((one, other) => one.layer - other.layer)
  return (context: CanvasRenderingContext2D, picture: number, scale: number): void => {
    context.save()
    context.resetTransform()
    context.clearRect(0, 0, context.canvas.width, context.canvas.height)
    context.restore()
    if (shown.waveform) drawWaveform(context, shown.waveform, levelsAt(shown, picture), picture)
    for (const outline of outlines) {
      if (outline.from <= picture && picture < outline.to) drawOutline(context, outline, scale)
    }
  }
}

function drawOutline(
  context: CanvasRenderingContext2D,
  { shape, colour, opacity, spread = 0, blur = 0 }: PaintedOutline & { readonly shape: Path2D },
  scale: number,
): void {
  context.globalAlpha = opacity
  context.filter = blur > 0 ? `blur(${blur * scale}px)` : 'none'
  context.fillStyle = colour
  context.fill(shape)
  if (spread > 0) {
    context.strokeStyle = colour
    context.lineWidth = 2 * spread
    context.lineJoin = 'round'
    context.stroke(shape)
  }
  context.globalAlpha = 1
  context.filter = 'none'
}

/** A picture's row of the waveform; at rest where nothing is spoken yet. */
function levelsAt({ spoken, waveform }: Shown, picture: number): Float32Array {
  const columns = waveform?.columns ?? 0
  if (!spoken || spoken.columns !== columns) return new Float32Array(columns)
  const row = Math.round((picture / 30) * spoken.perSecond)
  return spoken.levels.subarray(row * columns, (row + 1) * columns)
}
