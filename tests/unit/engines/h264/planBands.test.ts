import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Band, type Mover, marginRows, planBands, sliceRows } from '#engines/h264/planBands.ts'
import { arbitraryMovers } from './arbitraryMovers.ts'

const holding = (bands: Band[], mover: Mover) =>
  bands.find((band) => band.kind === 'moving' && band.movers.includes(mover.name))

test('bands tile the picture, and every mover lies between the margins of one', () => {
  const plans = fc
    .integer({ min: 1, max: 2200 })
    .chain((height) => fc.tuple(fc.constant(height), arbitraryMovers(height)))
  fc.assert(
    fc.property(plans, ([height, movers]) => {
      const bands = planBands(height, movers)
      const rows = Math.ceil(height / 16)
      let row = 0
      for (const band of bands) {
        expect(band.row).toBe(row)
        expect(band.rows).toBeGreaterThan(0)
        row += band.rows
      }
      expect(row).toBe(rows)
      for (const band of bands) {
        if (band.kind === 'still') continue
        // no margin but at the picture's edge
        expect(band.marginTop).toBe(band.row === 0 ? 0 : marginRows)
        expect(band.marginBottom).toBe(band.row + band.rows === rows ? 0 : marginRows)
        expect(sliceRows(band)).toBe(band.rows - band.marginBottom)
      }
      for (const mover of movers) {
        const band = holding(bands, mover)
        if (band?.kind !== 'moving') throw new Error(`${mover.name} is in no band`)
        expect(mover.top).toBeGreaterThanOrEqual((band.row + band.marginTop) * 16)
        expect(Math.min(mover.bottom, height)).toBeLessThanOrEqual((band.row + band.rows - band.marginBottom) * 16)
      }
    }),
  )
})

test('captions and a waveform on a portrait picture: two bands with margins', () => {
  const bands = planBands(1920, [
    { name: 'waveform', top: 1504, bottom: 1792 },
    { name: 'captions', top: 1170, bottom: 1372 },
  ])
  expect(bands).toEqual([
    { kind: 'still', row: 0, rows: 69 },
    { kind: 'moving', row: 69, rows: 21, marginTop: 3, marginBottom: 3, movers: ['captions'] },
    { kind: 'moving', row: 90, rows: 26, marginTop: 3, marginBottom: 3, movers: ['waveform'] },
    { kind: 'still', row: 116, rows: 4 },
  ])
})

test('movers without room for two margins between them share a band', () => {
  const bands = planBands(1080, [
    { name: 'captions', top: 800, bottom: 928 },
    { name: 'waveform', top: 980, bottom: 1080 },
  ])
  expect(bands).toEqual([
    { kind: 'still', row: 0, rows: 46 },
    { kind: 'moving', row: 46, rows: 22, marginTop: 3, marginBottom: 0, movers: ['captions', 'waveform'] },
  ])
})

test('nothing that moves makes one still band; a mover outside the picture is a mistake', () => {
  expect(planBands(1080, [])).toEqual([{ kind: 'still', row: 0, rows: 68 }])
  expect(() => planBands(1080, [{ name: 'captions', top: 1000, bottom: 1100 }])).toThrow(RangeError)
})
