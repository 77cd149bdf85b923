import { expect, test } from 'vitest'
import type { Receipt } from '#shared/domain.ts'
import { missesOf } from '#shared/job/receipt.ts'
import { sayPhrase } from '#shared/phrases.ts'

const wordsOf = (...args: Parameters<typeof missesOf>) => missesOf(...args).map((miss) => sayPhrase(miss))
const picture = { width: 1080, height: 1920, pictures: 300, rate: 30, outlasts: 0.01, encoder: 'x264' }
const good: Receipt = { loudness: -14.1, truePeak: -1.2, duration: 10, picture, timing: 'engine' }

test('a file that keeps to the specification misses nothing', () => {
  expect(wordsOf(good, 'shorts', 'mp4')).toEqual([])
})

test.each<[string, Receipt]>([
  ['a loudness of -14.6 LUFS', { ...good, loudness: -14.6 }],
  ['a true peak of -0.9 dBTP', { ...good, truePeak: -0.9 }],
  ['1920x1080 pixels', { ...good, picture: { ...picture, width: 1920, height: 1080 } }],
  ['29.97 pictures a second', { ...good, picture: { ...picture, rate: 29.97 } }],
  ['picture and sound -0.050 s apart', { ...good, picture: { ...picture, outlasts: -0.05 } }],
])('%s is a miss', (miss, receipt) => {
  expect(wordsOf(receipt, 'shorts', 'mp4')).toEqual([miss])
})

test('a video without a picture is a miss, a sound file without one is not', () => {
  const { picture: _, ...sound } = good
  expect(wordsOf(sound, 'voiceover', 'mp4')).toEqual(['no picture'])
  expect(wordsOf(sound, 'voiceover', 'wav')).toEqual([])
})

test('silence and sound shorter than the meter’s block are not asked for a loudness', () => {
  expect(wordsOf({ ...good, loudness: -70, truePeak: null }, 'shorts', 'mp4')).toEqual([])
  expect(wordsOf({ ...good, loudness: -20, duration: 0.3 }, 'shorts', 'mp4')).toEqual([])
})
