import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportName } from '#app/desktop/library/exportName.ts'

const short = {
  kind: 'shorts' as const,
  name: 'api_Apple_Reported_Strong.mp4',
  index: 2,
  of: 3,
  createdAt: new Date(2026, 10, 3, 23, 59),
}

test.each([
  ['{date} {index} {keywords}', '2026-11-03 2 Apple Reported Strong.mp4'],
  ['{keywords}', 'Apple Reported Strong.mp4'],
  ['Part {index} of {unknown}', 'Part 2 of {unknown}.mp4'],
  ['. {index} .', '2.mp4'],
])('%s', (template, name) => {
  expect(exportName(template, short)).toBe(name)
})

test('the index is as wide as the last one, so that files sort', () => {
  expect(exportName('{index}', { ...short, of: 120 })).toBe('002.mp4')
})

test('a voiceover loses the part of its name that made it unique', () => {
  const voiceover = { ...short, kind: 'voiceover' as const, name: 'quarterly_review_7f3b2a18.wav', index: 1, of: 1 }
  expect(exportName('{keywords}', voiceover)).toBe('quarterly review.wav')
})

test('every name keeps its ending and has no dot or space at its ends', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z .{}]{0,20}$/), (template) => {
      expect(exportName(template, short)).toMatch(/^[^. ](.*[^. ])?\.mp4$/)
    }),
  )
})
