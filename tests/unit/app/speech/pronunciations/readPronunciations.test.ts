import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPronunciations } from '#app/speech/pronunciations/readPronunciations.ts'
import { englishSentence } from '#shared/errors.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

async function read(text: string | Buffer) {
  const path = join(scratch(), 'list')
  writeFileSync(path, text)
  const list = await readPronunciations(path)
  return list.ok ? list.value : englishSentence(list.error)
}

const win = { written: 'Nguyen', said: 'win' }

test.each([
  ['with a header', 'written,said\nNguyen,win\n'],
  ['without one', 'Nguyen,win'],
  ['as Windows and Excel write it', '\uFEFFword;pronunciation\r\nNguyen;win\r\n;\r\n'],
  ['with quotes, spaces and empty lines', '\n"Nguyen" , "win"\n\n'],
  ['by tabs', 'Nguyen\twin'],
  ['JSON object', '{"Nguyen": "win"}'],
  ['JSON list', ' [{"written": "Nguyen", "said": "win"}]'],
  ['UTF-16', Buffer.from('\uFEFFNguyen,win', 'utf16le')],
])('a list %s', async (_, text) => {
  expect(await read(text)).toEqual([win])
})

test('quoted cells hold commas, quotes and several words', async () => {
  expect(await read('"New York, NY","the ""big"" apple"')).toEqual([
    { written: 'New York, NY', said: 'the "big" apple' },
  ])
})

test('a lexicon: aliases, and sounds in IPA and X-SAMPA, respelled', async () => {
  const pls = `<?xml version="1.0" encoding="UTF-8"?>
<!-- names -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <meta name="x" content="y"/>
  <lexeme><grapheme>W3C</grapheme><grapheme>W³C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
  <lexeme role="noun"><grapheme>Nguyen</grapheme><phoneme>ˈŋwiən</phoneme></lexeme>
  <lexeme><grapheme>R&amp;D</grapheme><phoneme alphabet="x-sampa">"A:.r@n"di:</phoneme></lexeme>
</lexicon>`
  expect(await read(pls)).toEqual([
    { written: 'W3C', said: 'World Wide Web Consortium' },
    { written: 'W³C', said: 'World Wide Web Consortium' },
    { written: 'Nguyen', said: 'ngweeuhn', ipa: 'ˈŋwiən' },
    { written: 'R&D', said: 'ah-ruhn-dee', ipa: 'ˈɑː.rənˈdiː' },
  ])
})

test.each([
  ['one cell', 'Nguyen,win\n\nalone\n', 'line 3 is not a word and how it is said'],
  ['three cells', 'Smith, John, jon', 'line 1 is not'],
  ['nothing said', 'Nguyen,\n', 'line 1 is not'],
  ['too long a word', `a,b\n${'x'.repeat(101)},y`, 'line 2 is not'],
  ['an open quote', 'a,b\nc,"d\ne', 'is not a word'],
  ['nothing', '\n \n', 'it is empty'],
  ['only a header', 'written,said\n', 'it is empty'],
  ['broken JSON', '{"a": ', 'it is not JSON'],
  ['another JSON', '[1]', 'entry 1 is not'],
  ['a number in JSON', '{"a": "b", "c": 3}', 'entry 2 is not'],
  ['broken XML', '<lexicon>\n<lexeme>\n</lexicon>', 'line 3 is not XML'],
  ['another XML', '<a/>', 'it is no PLS lexicon'],
  ['a lexeme without sound', '<lexicon><lexeme><grapheme>a</grapheme></lexeme></lexicon>', 'entry 1 is not'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'it is no text'],
])('%s is refused in one sentence', async (_, text, reason) => {
  const sentence = await read(text)
  expect(sentence).toContain('can not be used as a pronunciation list')
  expect(sentence).toContain(reason)
})

test('a file that is not there is told as that', async () => {
  expect(await readPronunciations(join(scratch(), 'none.csv'))).toMatchObject({
    error: { code: 'PRONUNCIATIONS_UNREADABLE', facts: { reason: { code: 'NO_SUCH_FILE' } } },
  })
})
