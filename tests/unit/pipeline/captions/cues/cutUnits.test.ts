import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutUnits } from '#pipeline/captions/cues/cutUnits.ts'
import { timedWords } from '#tests/fakes/media/timedWords.ts'

test('words stay whole where a language writes spaces', () => {
  expect(cutUnits(timedWords('Apple’s $3.5 {\\b1} well-known'))).toMatchObject([
    { text: 'Apple’s', word: 0, spaced: false },
    { text: '$3.5', word: 1, spaced: true },
    { text: '{\\b1}', word: 2, spaced: true },
    { text: 'well-known', word: 3, spaced: true },
  ])
})

test('Chinese is cut at its words, punctuation stays with them, the time is shared by letters', () => {
  const units = cutUnits([{ text: '（欢迎）收看，今天！', start: 1, end: 3 }])
  expect(units.map((unit) => unit.text)).toEqual(['（欢迎）', '收看，', '今天！'])
  expect(units.map((unit) => unit.word)).toEqual([0, 0, 0])
  expect(units[0]).toMatchObject({ start: 1, spaced: false })
  expect(units[1]!.start).toBeCloseTo(1 + 2 / 3)
  expect(units[2]!.end).toBe(3)
})

test('a key word stays one, in all of its parts', () => {
  const units = cutUnits([
    { text: 'Good', start: 0, end: 1 },
    { text: '今日の市場', start: 1, end: 2, emphasis: true },
  ])
  expect(units.map(({ emphasis }) => emphasis)).toEqual([undefined, true, true])
  expect(units[0]).not.toHaveProperty('emphasis')
})

test.each([
  ['今日の市場アップデートへようこそ。', ['今日の', '市場', 'アップデートへ', 'ようこそ。']],
  ['私たちは計画を始めました。', ['私たちは', '計画を', '始めました。']],
  ['欢迎收看今天的市场更新', ['欢迎', '收看', '今天的', '市场', '更新']],
])('%s: particles stay with the word before them', (text, parts) => {
  expect(cutUnits([{ text, start: 0, end: 1 }]).map((unit) => unit.text)).toEqual(parts)
})

test.each([
  // What no-break spaces join, and what French typing writes with a space, whichever space it is.
  ['Soit 1\u202f234,50\u00a0€. Vraiment\u00a0?', ['Soit', '1\u202f234,50\u00a0€.', 'Vraiment\u00a0?']],
  [
    'Il coûte 50 % de moins : « incroyable », dit-elle.',
    ['Il', 'coûte', '50 %', 'de', 'moins :', '« incroyable »,', 'dit-elle.'],
  ],
  ['Oui ! Non ?! « Ah » ; puis', ['Oui !', 'Non ?!', '« Ah » ;', 'puis']],
  ['10\u2007000 km', ['10\u2007000', 'km']],
  ['– Bonjour – dit-il', ['– Bonjour –', 'dit-il']],
  ['Soit 1 234,50 € en 2026, 12 000 000 km', ['Soit', '1 234,50 €', 'en', '2026,', '12 000 000', 'km']],
  ['Salt & pepper # 1', ['Salt', '&', 'pepper', '#', '1']],
  ['It costs $ 5 ( or so )', ['It', 'costs', '$', '5', '( or', 'so )']],
  // Copied from a page that has nothing else: plain spaces to whoever breaks lines.
  [
    'every\u00a0space\u00a0is\u00a0one\u00a0that\u00a0must\u00a0not\u00a0break',
    ['every', 'space', 'is', 'one', 'that', 'must', 'not', 'break'],
  ],
  ['今日は\u00a0！ 市場', ['今日は\u00a0！', '市場']],
])('%s: what belongs together is one unit', (text, parts) => {
  const units = cutUnits(timedWords(text), text)
  expect(units.map((unit) => unit.text)).toEqual(parts)
  expect(units.at(-1)!.end).toBe(timedWords(text).at(-1)!.end)
})

test('a sign behind a silence is no part of the word before it', () => {
  const words = [...timedWords('Vraiment'), ...timedWords('?', 9)]
  expect(cutUnits(words).map((unit) => unit.text)).toEqual(['Vraiment', '?'])
})

test('nothing is lost or added, and times follow each other', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '-', '$', '。', '欢', '迎', 'こ', '（', 'ก', '🔥', '!'),
    minLength: 1,
  })
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (texts) => {
      const words = timedWords(texts.join(' '))
      const units = cutUnits(words)
      expect(units.map((unit) => (unit.spaced ? ' ' : '') + unit.text).join('')).toBe(texts.join(' '))
      for (const unit of units.filter(({ spaced }) => spaced)) expect(unit.start).toBe(words[unit.word]!.start)
      expect(units.at(-1)!.end).toBe(words.at(-1)!.end)
      for (let at = 1; at < units.length; at++) expect(units[at]!.start).toBeGreaterThanOrEqual(units[at - 1]!.start)
    }),
    // Found once: the last part has no letters, and its start rounds to a hair past its word's end.
    { examples: [[['a', 'aaaaaaaa', 'aa🔥（aa迎a!（', 'a']]] },
  )
})
