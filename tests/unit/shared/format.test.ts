import { expect, test } from 'vitest'
import { clock, formatDuration, formatSize } from '#shared/format.ts'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [12_800_000, '12.8 MB'],
  [3_210_000_000, '3.2 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text)
})

test.each([
  [0, '0.0 s'],
  [8.52, '8.5 s'],
  [59.94, '59.9 s'],
  [59.96, '1:00'],
  [92.4, '1:32'],
  [3599.6, '1:00:00'],
  [3725, '1:02:05'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})

test('a place in a sound', () => {
  expect([0, 8.9, 61].map(clock)).toEqual(['0:00', '0:08', '1:01'])
})
