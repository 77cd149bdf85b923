import { expect, test } from 'vitest'
import { alignRate, melBands, melSpectrum, spectraOf } from '#engines/align/sound/melSpectrum.ts'

const tone = (hz: number, seconds = 0.5) =>
  Float32Array.from({ length: seconds * alignRate }, (_, i) => 0.3 * Math.sin((2 * Math.PI * hz * i) / alignRate))
const loudest = (row: Float32Array) => row.indexOf(Math.max(...row))

test('two frames that share a transform keep their own spectra', () => {
  const sound = tone(1000)
  sound.set(tone(3000, 0.25), sound.length / 2)
  const { power, frames } = spectraOf(sound, 0.01)
  const bins = power.length / frames
  const peakHz = (frame: number) => (loudest(power.subarray(frame * bins, (frame + 1) * bins)) * alignRate) / 512
  for (const frame of [10, 11, 20, 21]) expect(peakHz(frame)).toBeCloseTo(1000, -2)
  for (const frame of [30, 31, 40, 41]) expect(peakHz(frame)).toBeCloseTo(3000, -2)
})

test('a warp above one moves the bands up, so that a tone falls into a lower one', () => {
  const spectra = spectraOf(tone(2000), 0.01)
  const bandOf = (warp: number) => loudest(melSpectrum(spectra, warp).subarray(20 * melBands, 21 * melBands))
  expect(bandOf(1.2)).toBeLessThan(bandOf(1))
  expect(bandOf(0.85)).toBeGreaterThan(bandOf(1))
})

test('a frame is centred on its moment', () => {
  const click = new Float32Array(alignRate / 2)
  click[alignRate / 4] = 1
  const { energy } = spectraOf(click, 0.005)
  const loud = [...energy.keys()].filter((frame) => energy[frame]! > -10)
  expect((loud[0]! + loud.at(-1)!) / 2).toBeCloseTo(50, 0)
})
