import { expect, test } from 'vitest'
import { findMarks } from '#shared/script/findMarks.ts'

test('marks are found where they are written, with what they set', () => {
  const card = '[title: A]\n[Voice: onyx] Hi **all** &amp; [pause 1s] [Nguyen](say: win), \\n [speed:] <break/> (beat)'
  expect(findMarks(card).map(({ from, to, ...rest }) => ({ written: card.slice(from, to), ...rest }))).toEqual([
    { written: '[title: A]', kind: 'title', value: 'A' },
    { written: '[Voice: onyx]', kind: 'voice', value: 'onyx' },
    { written: '**all**', kind: 'emphasis', words: [card.indexOf('all'), card.indexOf('all') + 3] },
    { written: '[pause 1s]', kind: 'silence', value: 1 },
    {
      written: '[Nguyen](say: win)',
      kind: 'say',
      value: 'win',
      words: [card.indexOf('Nguyen'), card.indexOf('](say')],
    },
    { written: '[speed:]', kind: 'speed' },
    { written: '<break/>', kind: 'silence', value: 0.7 },
    { written: '(beat)', kind: 'silence', value: 0.7 },
  ])
})

test('places are right behind letters that take more than one unit', () => {
  const card = '𝗕𝗼𝗹𝗱\r\n🎉 [pause 2s]'
  expect(findMarks(card)).toEqual([{ from: card.indexOf('['), to: card.length, kind: 'silence', value: 2 }])
})
