import { type PaintedOutline, type PaintedWindow, shapeUnits } from '#shared/desktop/desktop.ts'
import { fps } from '#shared/domain.ts'
import { isInWindow, type PreviewWindow } from '../../../store/slices/previewSlice.ts'
import { drawWaveform } from './drawWaveform.ts'

/** A window's outlines, made ready to be drawn. */
export interface Drawing {
  /** Shapes by what they are made of: letters come again and again, so the next drawing takes them over. */
  readonly shapes: ReadonlyMap<string, Path2D>
  /**
   * Draws a frame; where the window does not hold it, what was drawn before stays. The context's units are pixels of the
   * video.
   *
   * @param scale how many of the canvas's own pixels one of those takes
   */
  draw(context: CanvasRenderingContext2D, frame: number, scale: number): void
}

/** @param reusable shapes of the drawing before */
export function prepareDrawing(shown: PreviewWindow, reusable: Drawing['shapes'] = new Map()): Drawing {
  const shapes = new Map(shown.shapes.map((form) => [form, reusable.get(form) ?? new Path2D(form)]))
  const outlines = shown.painted.toSorted((one, other) => one.layer - other.layer)
  const paths: Path2D[] = []
  const pathAt = (index: number) => {
    paths[index] ??= placePath(shown, index, shapes)
    return paths[index]
  }
  return {
    shapes,
    draw(context, frame, scale) {
      if (!isInWindow(shown, frame)) return
      context.save()
      context.resetTransform()
      context.clearRect(0, 0, context.canvas.width, context.canvas.height)
      context.restore()
      if (shown.waveform) drawWaveform(context, shown.waveform, levelsAt(shown, frame), frame)
      for (const outline of outlines) {
        if (outline.from <= frame && frame < outline.to) drawOutline(context, pathAt(outline.path), outline, scale)
      }
    },
  }
}

/** One of a window's paths: its shapes in their places. */
function placePath({ shapes, paths }: PaintedWindow, index: number, ready: Drawing['shapes']): Path2D {
  const placed = paths[index]!
  const path = new Path2D()
  for (let at = 0; at < placed.length; at += 4) {
    const [shape, size, x, y] = placed.slice(at, at + 4) as [number, number, number, number]
    const scale = size / 100 / shapeUnits
    path.addPath(ready.get(shapes[shape]!)!, { a: scale, d: scale, e: x / 100, f: y / 100 })
  }
  return path
}

function drawOutline(
  context: CanvasRenderingContext2D,
  path: Path2D,
  { colour, opacity, spread = 0, blur = 0 }: PaintedOutline,
  scale: number,
): void {
  context.globalAlpha = opacity
  context.filter = blur > 0 ? `blur(${blur * scale}px)` : 'none'
  context.fillStyle = colour
  context.fill(path)
  if (spread > 0) {
    context.strokeStyle = colour
    context.lineWidth = 2 * spread
    context.lineJoin = 'round'
    context.stroke(path)
  }
  context.globalAlpha = 1
  context.filter = 'none'
}

/** A frame's row of the waveform; at rest where nothing is spoken yet. */
function levelsAt({ spoken, waveform }: PreviewWindow, frame: number): Float32Array {
  const columns = waveform?.columns ?? 0
  if (!spoken || spoken.columns !== columns) return new Float32Array(columns)
  const row = Math.round((frame / fps) * spoken.perSecond)
  return spoken.levels.subarray(row * columns, (row + 1) * columns)
}
