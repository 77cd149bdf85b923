import { expect, test } from 'vitest'
import { splitSentences } from '#shared/reading/splitSentences.ts'

/** The sentences that are meant, written with a bar where one ends. */
const marked = (text: string) => splitSentences(text.replaceAll('|', '')).map((sentence) => sentence.trim())
const meant = (text: string) => text.split('|').map((sentence) => sentence.trim())

test.each([
  ['plain', 'Stocks rose today. |Bonds fell! |Did oil? |Yes'],
  ['titles', 'Mr. Smith met Dr. Jones and Mrs. Ngô at St. Mary. |They talked'],
  ['initials and states', 'J. K. Rowling flew to the U.S. Army base. |So did I. |She left'],
  ['Latin shorts', 'Bring fruit, e.g. Apples, i.e. Granny Smiths, etc. and go. |Thanks'],
  ['numbers', 'Growth was 3.5 percent, not 4.1. |Version 2.0.1 is out. |See No. 5 and Fig. 12b. |No. |Never'],
  ['dates and hours', 'On Jan. 12 at 5 p.m. Eastern it closed. |May follows'],
  ['companies', 'Apple Inc. Chief Tim Cook spoke. |Google Ltd. Did too'],
  ['ellipses', 'Wait... what? |Well… maybe. |So... |Then it ended… |Over'],
  ['quotes after the stop', '“Are you sure?” |“Yes.” |(It was.) |«Oui.» |Done'],
  ['speech goes on in small letters', '"Stop!" he said. |"Why?" she asked'],
  ['lists', '1. First of all. |2. Second of all'],
  ['Chinese and Japanese', '科技公司业绩超出预期。|苹果公布！|真的？|今日は晴れです。|明日は雨です'],
  ['quoted speech in a Japanese sentence', '彼は「はい。」と言った。|終わり'],
  ['Hindi, Urdu, Armenian', 'हिन्दी वाक्य। |दूसरा वाक्य। |یہ ایک ہے۔ |دوسرا'],
  ['German', 'Herr Dr. Müller kam z.B. am 3. Mai an. |Er blieb ca. Zwei Tage'],
  ['German with spaces', 'Obst, z. B. Äpfel, und u. a. Birnen. |Nr. 5 lebt. |Am 3. Oktober, d. h. Heute, vgl. Seite 2'],
  ['Spanish and Italian', 'La Sra. López y el Sr. Gil viven en EE.UU. Desde ayer. |Il Sig. Rossi ride'],
  ['Korean of one syllable', '네. |알겠습니다. |끝'],
  ['Georgian has no capitals', 'ქართული ენა. |კარგია. |ბოლო'],
  ['comparisons', 'C++ vs. Rust: who wins? |Both'],
  ['addresses', 'Go to example.com/a?b=c or J.R. Smith. |Then wait'],
])('%s', (_, text) => {
  expect(marked(text)).toEqual(meant(text))
})

test('an empty line ends a sentence, a line end does not', () => {
  expect(splitSentences('A title\n\nA line\nand its end. Next\r\n\r\nLast')).toEqual([
    'A title\n\n',
    'A line\nand its end. ',
    'Next\r\n\r\n',
    'Last',
  ])
})
