import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from '#engines/speech/cutText.ts'
import { estimateTokens } from '#engines/speech/estimateTokens.ts'

const characters = (text: string) => Array.from(text).length
const black = (text: string) => text.replace(/\s+/gu, '')

/** Text as people and machines write it: words, stops, odd white space, emoji, CJK, combining marks. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Mr. ',
        'U.S. ',
        '3.5 ',
        'No. 5 ',
        'e.g. ',
        '... ',
        '. ',
        '! ',
        '?" ',
        ', ',
        '; ',
        '\n\n',
        ' \t ',
        '。',
        '、',
      ),
      fc.constantFrom('👨‍👩‍👧‍👦', '🇩🇪', '👍🏽', 'é', 'กำ', '한국어', '株式市場は'),
      fc.lorem({ maxCount: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

test('pieces hold the whole text, fit the budget, and none is empty', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 4, max: 90 }), (text, most, tokens) => {
      const pieces = cutText(text, { characters: most, tokens })
      expect(black(pieces.join(''))).toBe(black(text))
      for (const piece of pieces) {
        expect(piece).toMatch(/\S/u)
        expect(piece).toBe(piece.trim())
        expect(characters(piece)).toBeLessThanOrEqual(most)
        expect(estimateTokens(piece)).toBeLessThanOrEqual(tokens + 1e-6)
      }
    }),
  )
})

test('no cut falls into a grapheme that fits the budget', () => {
  const graphemes = (text: string) => Array.from(new Intl.Segmenter().segment(black(text)), (part) => part.segment)
  const family = '👨‍👩‍👧‍👦'
  const pieces = cutText(`${family.repeat(9)}株式市場は${'é'.repeat(20)}`, { characters: 16 })
  expect(pieces.length).toBeGreaterThan(4)
  expect(pieces.flatMap(graphemes)).toEqual(graphemes(pieces.join('')))
})

test('characters are code points, as OpenAI counts them: 4,096 emoji outside the basic plane are one piece', () => {
  expect(cutText('😀'.repeat(4096), { characters: 4096 })).toHaveLength(1)
  expect(cutText('😀'.repeat(4097), { characters: 4096 }).map(characters)).toEqual([4096, 1])
})

test('cuts at sentence ends, whole sentences in each piece', () => {
  const sentence = 'The market rose by 3.5 percent, Mr. Smith said. '
  const pieces = cutText(sentence.repeat(200), { characters: 4096 })
  expect(pieces.length).toBe(3)
  for (const piece of pieces) expect(piece).toMatch(/^The market .*Mr\. Smith said\.$/u)
})

test('a sentence longer than the budget is cut at commas, then at spaces, then anywhere', () => {
  expect(cutText('One two, three four; five six seven eight nine.', { characters: 21 })).toEqual([
    'One two, three four;',
    'five six seven eight',
    'nine.',
  ])
  expect(cutText('今日は天気がいいから、散歩しましょう。はい。', { characters: 11 })).toEqual([
    '今日は天気がいいから、',
    '散歩しましょう。はい。',
  ])
  expect(cutText('abcdefghij', { characters: 4 })).toEqual(['abcd', 'efgh', 'ij'])
})

test('nothing to say gives no pieces; a hundred thousand blanks take no time', () => {
  expect(cutText(' \n\t ', { characters: 10 })).toEqual([])
  expect(cutText(`a${' '.repeat(100_000)}b`, { characters: 4096 })).toEqual(['a', 'b'])
})

// Token counts of o200k_base, taken with gpt-tokenizer 3.
test.each([
  [
    'English',
    52,
    "Welcome to today's market update. Tech stocks are rallying after the quarterly results, which surprised most analysts. Apple reported strong earnings of $94.9 billion, up 6.1% year over year; meanwhile the Nasdaq climbed 1.2 percent.",
  ],
  [
    'names',
    56,
    "Dr. Przybylski's idiosyncratic otorhinolaryngologist, Mme. d'Houdetot-Szczecinska, mispronounced Llanfairpwllgwyngyll, Nebuchadnezzar and Xochimilco thrice.",
  ],
  [
    'capitals',
    31,
    'BREAKING NEWS: THE FEDERAL RESERVE HOLDS INTEREST RATES STEADY AS INFLATION COOLS, ECONOMISTS SURPRISED',
  ],
  ['figures', 43, 'In 2024 it was 1,234,567.89 then 3.14159 and 42 1000000 +1 (555) 010-9999 12:30:45'],
  ['Hebrew', 33, 'שוקי המניות עלו היום בחדות לאחר שתוצאות הרבעון של חברות הטכנולוגיה עלו על ציפיות האנליסטים.'],
  ['Chinese', 48, '科技公司季度業績超出分析師預期，今日股市強勁上漲。蘋果公司公佈了強勁的盈利，特斯拉股價也隨之走高。'],
  [
    'Japanese',
    52,
    'テクノロジー企業の四半期決算がアナリストの予想を上回り、本日の株式市場は大幅に上昇しました。アップルは好調な業績を発表しました。',
  ],
  ['Korean', 30, '기술 기업들의 분기 실적이 애널리스트들의 예상을 웃돌면서 오늘 주식 시장이 큰 폭으로 상승했습니다.'],
  ['Amharic', 80, 'የቴክኖሎጂ ኩባንያዎች የሩብ ዓመት ውጤት ከተጠበቀው በላይ ከሆነ በኋላ'],
])('the token estimate lies above the truth: %s', (_, tokens, text) => {
  expect(estimateTokens(text)).toBeGreaterThanOrEqual(tokens)
  expect(estimateTokens(text)).toBeLessThan(tokens * 2.6)
})

test('4,096 characters of English fit 2,000 tokens by estimate, as they do in truth', () => {
  expect(
    cutText('The market rose by 3.5 percent, Mr. Smith said. '.repeat(85), { characters: 4096, tokens: 2000 }),
  ).toHaveLength(1)
})
