import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionChanges } from '#engines/ffmpeg/graft/captionChanges.ts'
import { timeBefore } from '#pipeline/scene/writeAss.ts'

const file = (...dialogues: string[]) => [
  ...['[Script Info]', 'PlayResX: 1080', '', '[Events]'],
  ...['Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text', ...dialogues, ''],
]
const line = (start: string, end: string, text = 'word') => `Dialogue: 0,${start},${end},Drawing,,0,0,0,,${text}`

test('events that the product writes change the captions at their first frame and at the one after their last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 200 }))), async (spans) => {
      const ass = file(...spans.map(([from, length]) => line(timeBefore(from), timeBefore(from + length))))
      const changes = await captionChanges(ass, 18_000)
      const expected = new Set([0, ...spans.flatMap(([from, length]) => [from, from + length])])
      expect([...changes!].sort((a, b) => a - b)).toEqual([...expected].filter((n) => n < 18_000).sort((a, b) => a - b))
    }),
  )
})

test('a time that falls on a frame counts as ffmpeg counts it', async () => {
  // Frame 3 is at 0.1 s. Frame 111 is at 3.7 s, but 111 * (1 / 30) * 1000 is a little less than 3,700 and is cut.
  const changes = await captionChanges(file(line('0:00:00.10', '0:00:03.70')), 900)
  expect([...changes!]).toEqual([0, 3, 112])
})

test('animated events may change any frame, drawings and braces that animate nothing do not', async () => {
  for (const tag of ['\\t(\\fscx120)', '\\fad(100,100)', '\\move(0,0,10,10)', '\\k20', '\\kf20', '\\K5'])
    expect(await captionChanges(file(line('0:00:00.00', '0:00:01.00', `{\\pos(0,0)${tag}}word`)), 30)).toBeUndefined()
  const still = line('0:00:00.00', '0:00:00.50', '{\\pos(0,0)\\1c&H00FFFF&\\bord4\\blur2\\p4}m 0 0 l 8 0 8 8')
  expect([...(await captionChanges(file(still, line('0:00:00.50', '0:00:01.00', 'this (\\t(is) text')), 90))!]).toEqual(
    [0, 15, 30],
  )
})

test('an ASS file in another order of fields may change at any frame', async () => {
  const ass = file(line('0:00:00.00', '0:00:01.00')).map((text) =>
    text.replace('Layer, Start, End', 'Start, End, Layer'),
  )
  expect(await captionChanges(ass, 30)).toBeUndefined()
})
