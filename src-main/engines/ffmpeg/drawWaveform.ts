import type { Waveform } from '#ports/VideoEncoder.ts'

/** Heights are drawn in steps of this many pixels: finer ones are not seen, and equal pictures cost nothing to encode. */
const step = 2

/**
 * Draws one picture's waveform as a mask: rect.width x rect.height bytes, 0 (clear) to 255 times the opacity.
 *
 * @param index which picture, from 0
 * @param mask where to draw; overwritten whole
 */
export function drawWaveform(waveform: Waveform, index: number, mask: Uint8Array): void {
  mask.fill(0)
  const row = waveform.levels.subarray(index * waveform.columns, (index + 1) * waveform.columns)
  if (waveform.style === 'line') drawLine(waveform, row, mask)
  else drawBars(waveform, row, mask)
}

/** Rounded bars: from the middle both ways when mirrored, else standing on the lower edge. */
function drawBars({ rect, style, opacity, columns }: Waveform, row: Float32Array, mask: Uint8Array): void {
  const pitch = rect.width / columns
  const radius = Math.max(1, pitch * 0.29)
  for (const [column, level] of row.entries()) {
    const reach = rect.height - 2 * radius
    // A bar at rest is a dot: it says where the voice will show.
    const length = Math.round((Math.min(1, Math.max(0, level)) * reach) / step) * step
    const middle = (column + 0.5) * pitch
    const bottom = style === 'mirrored' ? rect.height / 2 + length / 2 : rect.height - radius
    drawCapsule(mask, rect, middle, bottom - length, bottom, radius, 255 * opacity)
  }
}

/** A vertical capsule about x = middle from y = top to y = bottom (centres of its round ends), with soft edges one pixel wide. */
function drawCapsule(
  mask: Uint8Array,
  { width, height }: { width: number; height: number },
  middle: number,
  top: number,
  bottom: number,
  radius: number,
  strength: number,
): void {
  const left = Math.max(0, Math.floor(middle - radius - 1) + 1)
  const right = Math.min(width, Math.ceil(middle + radius))
  let straight: Uint8Array | undefined // a row between the round ends; the others are like it
  for (let y = Math.max(0, Math.floor(top - radius - 1)); y < Math.min(height, bottom + radius + 1); y++) {
    const from = y * width + left
    const centre = y + 0.5
    const dy = centre < top ? top - centre : centre > bottom ? centre - bottom : 0
    if (dy === 0 && straight) {
      // Cheaper than a copy by the runtime, for rows as short as these.
      for (let i = 0; i < straight.length; i++) mask[from + i] = straight[i]!
      continue
    }
    for (let x = left; x < right; x++) {
      const inside = radius + 0.5 - Math.sqrt((x + 0.5 - middle) ** 2 + dy * dy)
      if (inside > 0) mask[y * width + x] = Math.round(strength * Math.min(1, inside))
    }
    if (dy === 0) straight = mask.slice(from, from + right - left)
  }
}

/** One curve that swings about the middle, up in even columns and down in odd ones, as a sound wave does. */
function drawLine({ rect, opacity, columns }: Waveform, row: Float32Array, mask: Uint8Array): void {
  const { width, height } = rect
  const thickness = Math.max(3, height / 36)
  const reach = height / 2 - thickness
  const pitch = width / columns
  const at = (column: number) => {
    const level = row[Math.min(columns - 1, Math.max(0, column))] ?? 0
    return (column % 2 === 0 ? 1 : -1) * Math.round((level * reach) / step) * step
  }
  let before = height / 2 + at(0)
  for (let x = 0; x < width; x++) {
    const place = (x + 0.5) / pitch - 0.5
    const column = Math.floor(place)
    const ease = (1 - Math.cos(Math.PI * (place - column))) / 2
    const y = height / 2 + at(column) * (1 - ease) + at(column + 1) * ease
    // A steep curve crosses many rows within one column of pixels: thicken it by its slope, so that it looks even.
    const half = (thickness / 2) * Math.min(12, Math.hypot(1, y - before))
    before = y
    for (let row = Math.max(0, Math.floor(y - half - 1)); row < Math.min(height, y + half + 1); row++) {
      const inside = half + 0.5 - Math.abs(row + 0.5 - y)
      if (inside > 0) mask[row * width + x] = Math.round(255 * opacity * Math.min(1, inside))
    }
  }
}
