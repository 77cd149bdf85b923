import { expect, test } from 'vitest'
import { checkShares, joinParameterSets } from '#engines/h264/parameterSets.ts'
import { planBands } from '#engines/h264/planBands.ts'
import type { CodedPicture } from '#engines/h264/readPictures.ts'
import { parseSps, type SequenceParameterSet } from '#engines/h264/syntax/sequenceParameterSet.ts'
import { madePps, madeSps } from './bandStream.ts'

const [band] = planBands(48, [{ name: 'captions', top: 0, bottom: 48 }])
const bt709 = { video_full_range_flag: 0, colour_primaries: 1, transfer_characteristics: 1, matrix_coefficients: 1 }
const picture = (sps: Partial<SequenceParameterSet> = {}): CodedPicture => ({
  sps: { ...madeSps(band!, 3), colour: bt709, ...sps },
  pps: madePps,
  slices: [],
})
const join = (...pictures: CodedPicture[]) => joinParameterSets(pictures, { width: 48, height: 48, rate: 30 })

test('vectors reach as far as the longest of any band, and as no band’s later on', () => {
  const joined = join(picture({ log2_max_mv_length_vertical: 6 }), picture({ log2_max_mv_length_vertical: 9 }))
  expect(joined.sps.log2_max_mv_length_vertical).toBe(9)
  expect(parseSps(joined.nalUnits[0]!).log2_max_mv_length_vertical).toBe(9)
  checkShares(picture({ log2_max_mv_length_vertical: 9 }), joined)
  expect(() => checkShares(picture({ log2_max_mv_length_vertical: 10 }), joined)).toThrow(
    'vectors of a band reach farther later on',
  )
})

test.each([
  ['another matrix', { ...bt709, matrix_coefficients: 5 }],
  ['other primaries', { ...bt709, colour_primaries: 9 }],
  ['another transfer', { ...bt709, transfer_characteristics: 13 }],
  ['full range', { ...bt709, video_full_range_flag: 1 }],
])('a band of %s is refused: the joined stream says one colour for all', (_, colour) => {
  const joined = join(picture(), picture())
  checkShares(picture(), joined)
  expect(() => checkShares(picture({ colour }), joined)).toThrow('bands differ in their colour')
})

test('a band that says its colour is refused beside one that doesn’t', () => {
  const { colour: _, ...silent } = picture().sps
  expect(() => checkShares({ ...picture(), sps: silent }, join(picture()))).toThrow('bands differ in their colour')
  expect(() => checkShares(picture(), join({ ...picture(), sps: silent }))).toThrow('bands differ in their colour')
})
