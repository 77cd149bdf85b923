import { expect, test } from 'vitest'
import { waveformBytes, waveformPainter } from '#engines/ffmpeg/scene/waveformPainter.ts'
import type { Waveform } from '#ports/VideoEncoder.ts'

const rect = { x: 0, y: 0, width: 120, height: 80 }
const waveform = (style: Waveform['style'], levels: number[], opacity = 1): Waveform => ({
  ...{ rect, style, opacity, columns: 4, colour: '#ffffff' },
  levels: Float32Array.from(levels),
})

function draw(wave: Waveform, index = 0, before = 99) {
  const frame = new Uint8Array(waveformBytes(wave)).fill(before)
  waveformPainter(wave)(index, frame)
  const pixels = rect.width * rect.height
  const luma = frame.subarray(0, pixels)
  const alpha = frame.subarray((pixels * 3) / 2)
  const column = (x: number) => Array.from({ length: rect.height }, (_, y) => alpha[y * rect.width + x]!)
  /** Rows of the bar itself, without its edge. */
  const drawnRows = (x: number) => column(x).filter((value) => value > 150).length
  return { frame, luma, alpha, column, drawnRows }
}

test('a higher level is a longer bar, and a bar at rest is still a dot', () => {
  const { drawnRows } = draw(waveform('mirrored', [0, 0.3, 0.6, 1]))
  const [rest, low, high, full] = [15, 45, 75, 105].map(drawnRows)
  expect(rest).toBeGreaterThan(0)
  expect(low).toBeGreaterThan(rest!)
  expect(high).toBeGreaterThan(low!)
  expect(full).toBeGreaterThanOrEqual(rect.height - 16)
})

test('mirrored bars grow from the middle both ways, the others stand on the lower edge', () => {
  const mirrored = draw(waveform('mirrored', [0.5, 0.5, 0.5, 0.5])).column(45)
  expect(mirrored).toEqual([...mirrored].reverse())
  const standing = draw(waveform('bars', [0.5, 0.5, 0.5, 0.5])).column(45)
  expect(standing.at(-10)).toBe(255)
  expect(standing[5]).toBe(0)
})

test('the edge of bars and lines is dark around light ones, light around dark ones, and fades', () => {
  for (const style of ['mirrored', 'bars', 'line'] as const) {
    for (const [colour, edge] of [
      ['#ffd9b8', 16],
      ['#c2532d', 235],
    ] as const) {
      const { luma, alpha } = draw({ ...waveform(style, [0.6, 0.6, 0.6, 0.6]), colour })
      const faint = [...alpha.keys()].filter((at) => alpha[at]! > 0 && alpha[at]! < 60)
      expect(faint.length).toBeGreaterThan(20)
      // The line's quiet companion has faint pixels of its own.
      const edges = faint.filter((at) => luma[at] === edge).length
      expect(edges / faint.length).toBeGreaterThan(style === 'line' ? 0.3 : 0.99)
    }
  }
})

test('between bars nothing is left of their edges, and opacity is that of the bars', () => {
  const { alpha, column } = draw(waveform('mirrored', [1, 1, 1, 1], 0.5))
  expect(Math.max(...column(30), ...column(29))).toBeLessThan(16)
  // Half of it, and half of the edge below it.
  expect(Math.max(...alpha)).toBeCloseTo(255 * 0.75, -1)
})

test('bars are in their colour in BT.709, their edges in none', () => {
  // #ff0000 is 63, 102, 240 in limited range.
  const { frame, luma, alpha } = draw({ ...waveform('bars', [1, 1, 1, 1]), colour: '#ff0000' })
  const pixels = rect.width * rect.height
  const quarter = (plane: number, x: number, y: number) => frame[plane + (y / 2) * (rect.width / 2) + x / 2]
  for (const y of [20, 40, 60]) {
    expect(alpha[y * rect.width + 14]).toBe(255)
    expect(luma[y * rect.width + 14]).toBe(63)
    expect([quarter(pixels, 14, y), quarter((pixels * 5) / 4, 14, y)]).toEqual([102, 240])
    expect([quarter(pixels, 4, y), quarter((pixels * 5) / 4, 4, y)]).toEqual([128, 128])
  }
})

test('each frame is drawn from its own levels, whatever its memory held before', () => {
  const wave = waveform('bars', [0, 0, 0, 0, 1, 1, 1, 1])
  expect(draw(wave, 1).drawnRows(15)).toBeGreaterThan(draw(wave, 0).drawnRows(15))
  expect(draw(wave, 0).column(15)[3]).toBe(0)
})

test.each(['mirrored', 'bars', 'line'] as const)('%s: nothing of what its memory held before is seen', (style) => {
  const wave = waveform(style, [0.2, 1, 0.4, 0])
  const [one, other] = [draw(wave, 0, 7), draw(wave, 0, 200)]
  const half = { width: rect.width / 2, pixels: (rect.width * rect.height) / 4 }
  const start = rect.width * rect.height
  expect(one.alpha).toEqual(other.alpha)
  for (const [at, alpha] of one.alpha.entries()) {
    if (alpha === 0) continue
    const chroma = start + Math.floor(Math.floor(at / rect.width) / 2) * half.width + Math.floor((at % rect.width) / 2)
    expect(one.luma[at]).toBe(other.luma[at])
    expect(one.frame[chroma]).toBe(other.frame[chroma])
    expect(one.frame[chroma + half.pixels]).toBe(other.frame[chroma + half.pixels])
  }
})

test('the line crosses every column of pixels, lies flat in silence and at its ends, and runs on', () => {
  const wave = waveform('line', [0.6, 1, 1, 0.6, 0.6, 1, 1, 0.6])
  const { drawnRows } = draw(wave)
  for (let x = 0; x < rect.width; x++) expect(drawnRows(x), `column ${x}`).toBeGreaterThan(0)
  expect(draw(wave, 1).alpha).not.toEqual(draw(wave, 0).alpha)
  const flat = draw(waveform('line', [0, 0, 0, 0]))
  expect(flat.column(2)).toEqual(flat.column(100))
  expect(draw(wave).column(0).indexOf(255)).toBe(flat.column(0).indexOf(255))
})

test('levels out of range are drawn within the rectangle', () => {
  expect(() => draw(waveform('bars', [-1, 5, Number.NaN, 2]))).not.toThrow()
})
