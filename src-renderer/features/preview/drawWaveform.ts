import type { PaintedWaveform } from '#shared/desktop.ts'

/** Draws a row of levels, 0 to 1, as the video has them (engines/ffmpeg/drawWaveform), with the context's own curves. */
export function drawWaveform(
  context: CanvasRenderingContext2D,
  { rect, style, colour, opacity }: PaintedWaveform,
  levels: Float32Array,
): void {
  context.save()
  context.translate(rect.x, rect.y)
  context.globalAlpha = opacity
  context.fillStyle = colour
  context.strokeStyle = colour
  if (style === 'line') drawLine(context, rect, levels)
  else drawBars(context, rect, style === 'mirrored', levels)
  context.restore()
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Rounded bars: from the middle both ways when mirrored, else standing on the lower edge. */
function drawBars(context: CanvasRenderingContext2D, { width, height }: Size, mirrored: boolean, levels: Float32Array) {
  const pitch = width / levels.length
  const radius = Math.max(1, pitch * 0.29)
  context.lineWidth = 2 * radius
  context.lineCap = 'round'
  context.beginPath()
  for (const [column, level] of levels.entries()) {
    const length = level * (height - 2 * radius)
    const x = (column + 0.5) * pitch
    const bottom = mirrored ? height / 2 + length / 2 : height - radius
    context.moveTo(x, bottom)
    context.lineTo(x, bottom - Math.max(0.01, length))
  }
  context.stroke()
}

/** One curve that swings about the middle, up in even columns and down in odd ones. */
function drawLine(context: CanvasRenderingContext2D, { width, height }: Size, levels: Float32Array) {
  const thickness = Math.max(3, height / 36)
  const reach = height / 2 - thickness
  const pitch = width / levels.length
  const at = (column: number) => {
    const level = levels[Math.min(levels.length - 1, Math.max(0, column))] ?? 0
    return (column % 2 === 0 ? 1 : -1) * level * reach
  }
  context.lineWidth = thickness
  context.lineJoin = 'round'
  context.lineCap = 'butt'
  context.beginPath()
  for (let x = 0; x <= width; x += 2) {
    const place = x / pitch - 0.5
    const column = Math.floor(place)
    const ease = (1 - Math.cos(Math.PI * (place - column))) / 2
    const y = height / 2 + at(column) * (1 - ease) + at(column + 1) * ease
    if (x === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  }
  context.stroke()
}
