import { expect, test } from 'vitest'
import { shortLengthOf } from '#shared/job/shortLength.ts'

test('Shorts are too short under three seconds, long from a minute on and too long from three; voiceovers never are', () => {
  expect([0, 2.9, 3, 60, 60.1, 180, 181].map((seconds) => shortLengthOf(seconds, 'shorts'))).toEqual([
    'short',
    'short',
    'fine',
    'fine',
    'long',
    'long',
    'too-long',
  ])
  expect([1, 900].map((seconds) => shortLengthOf(seconds, 'voiceover'))).toEqual(['fine', 'fine'])
})
