import { expect, test } from 'vitest'
import { drawWaveform } from '#engines/ffmpeg/drawWaveform.ts'
import type { Waveform } from '#ports/VideoEncoder.ts'

const rect = { x: 0, y: 0, width: 120, height: 80 }
const waveform = (style: Waveform['style'], levels: number[], opacity = 1): Waveform => ({
  ...{ rect, style, opacity, columns: 4, colour: '#ffffff' },
  levels: Float32Array.from(levels),
})

function draw(wave: Waveform, index = 0) {
  const mask = new Uint8Array(rect.width * rect.height).fill(99)
  drawWaveform(wave, index, mask)
  const column = (x: number) => Array.from({ length: rect.height }, (_, y) => mask[y * rect.width + x]!)
  const drawnRows = (x: number) => column(x).filter((value) => value > 0).length
  return { mask, column, drawnRows }
}

test('a higher level is a longer bar, and a bar at rest is still a dot', () => {
  const { drawnRows } = draw(waveform('mirrored', [0, 0.3, 0.6, 1]))
  const [rest, low, high, full] = [15, 45, 75, 105].map(drawnRows)
  expect(rest).toBeGreaterThan(0)
  expect(low).toBeGreaterThan(rest!)
  expect(high).toBeGreaterThan(low!)
  expect(full).toBeGreaterThanOrEqual(rect.height - 2)
})

test('mirrored bars grow from the middle both ways, the others stand on the lower edge', () => {
  const mirrored = draw(waveform('mirrored', [0.5, 0.5, 0.5, 0.5])).column(45)
  expect(mirrored).toEqual([...mirrored].reverse())
  const standing = draw(waveform('bars', [0.5, 0.5, 0.5, 0.5])).column(45)
  expect(standing.at(-2)).toBeGreaterThan(0)
  expect(standing[5]).toBe(0)
})

test('between bars nothing is drawn, and opacity is the strongest value', () => {
  const { mask, drawnRows } = draw(waveform('mirrored', [1, 1, 1, 1], 0.5))
  expect(drawnRows(30)).toBe(0)
  expect(Math.max(...mask)).toBe(128)
})

test('each picture is drawn from its own levels, whatever the mask held before', () => {
  const wave = waveform('bars', [0, 0, 0, 0, 1, 1, 1, 1])
  expect(draw(wave, 1).drawnRows(15)).toBeGreaterThan(draw(wave, 0).drawnRows(15))
  expect(draw(wave, 0).column(15)[3]).toBe(0)
})

test('the line crosses every column of pixels, and lies flat in silence', () => {
  const { drawnRows, mask } = draw(waveform('line', [0.2, 1, 0.4, 0]))
  for (let x = 0; x < rect.width; x++) expect(drawnRows(x), `column ${x}`).toBeGreaterThan(0)
  expect(mask.length).toBe(rect.width * rect.height)
  const flat = draw(waveform('line', [0, 0, 0, 0]))
  expect(flat.column(2)).toEqual(flat.column(100))
})

test('levels out of range are drawn within the rectangle', () => {
  expect(() => draw(waveform('bars', [-1, 5, Number.NaN, 2]))).not.toThrow()
})
