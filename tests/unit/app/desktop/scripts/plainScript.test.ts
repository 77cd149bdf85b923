import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainMarkdown, plainSubtitles } from '#app/desktop/scripts/plainScript.ts'

test('subtitles become running text, with a paragraph where nobody speaks', () => {
  const srt = [
    '1\n00:00:00,000 --> 00:00:02,000\nWelcome to\n<i>the show</i>.',
    '2\n00:00:02,100 --> 00:00:04,000 X1:40 X2:600\n{\\an8}It is 10 o’clock.',
    '3\n00:00:09,000 --> 00:00:10,000\nNow the news.',
    '4\n00:00:10,000 --> 00:00:11,000\n',
  ].join('\n\n')
  expect(plainSubtitles(srt)).toBe('Welcome to the show. It is 10 o’clock.\n\nNow the news.')
})

test('a text without cue times holds no subtitles', () => {
  expect(plainSubtitles('Just words.\n\nMore words.')).toBe('')
})

test('Markdown loses its marks and keeps its words', () => {
  const markdown = [
    '---\ntitle: Front matter\n---',
    '# A *bold* start #',
    'It is **very** _good_, says [the paper](https://example.com "Title") and snake_case_stays.',
    '![A picture](a.png)',
    '> Quoted `code` here.',
    '- one\n- [x] two\n1. three',
    '***',
    '```js\nconst not = spoken\n```',
    'Done \\*really\\*. 3 * 4 * 5<!-- hidden -->',
    '[ref]: https://example.com',
  ].join('\n\n')
  expect(plainMarkdown(markdown)).toBe(
    [
      'A bold start',
      'It is very good, says the paper and snake_case_stays.',
      'Quoted code here.',
      'one\ntwo\nthree',
      '— pause —',
      'Done *really*. 3 * 4 * 5',
    ].join('\n\n'),
  )
})

test('pause markers survive, whatever dashes they are made of', () => {
  for (const marker of ['— pause —', '-- pause --', '[pause]'])
    expect(plainMarkdown(`One.\n\n${marker}\n\nTwo.`)).toBe(`One.\n\n${marker}\n\nTwo.`)
})

test('plain sentences stay as they are', () => {
  const sentence = fc.array(fc.stringMatching(/^[A-Za-zäöüß0-9,;]{1,12}$/), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(sentence, (words) => {
      fc.pre(!/^\d+$/.test(words[0] ?? ''))
      const text = `${words.join(' ')}.`
      expect(plainMarkdown(text)).toBe(text)
    }),
  )
})
