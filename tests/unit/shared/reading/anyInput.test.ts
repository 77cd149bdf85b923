import fc from 'fast-check'
import { expect, test } from 'vitest'
import { face } from '#shared/reading/grammar/rules.ts'
import { readWords } from '#shared/reading/readWords.ts'

const spokenWord = /^\p{L}\p{M}*(?:'?\p{L}\p{M}*)*$/u

/** Text as people, programs and accidents write it. */
const pieces = fc.constantFrom(
  ...'0 1 2 05 12 1999 2,500 1.234,56 3.14 $ € £ % ° °C + - – — = < > / * × ² ½ & @ # : . , ; ! ? … \' " ( ) [ ] ^ _ ~ | kg km/h m a.m. p.m. Dr. St. Jan. May VII IV I A US CEO iOS th st nd www. .com http:// é ß ñ ё 你 ا ー ́ 🎉 \u200d \u00ad ٣ ａ 𝗕 ① Ⅷ ﬁ ᴀ º ª ᵉʳ'.split(
    ' ',
  ),
)
const word = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.string({ minLength: 1, maxLength: 12 }),
)
const words = fc.array(word, { maxLength: 12 }).map((list) => list.flatMap((text) => text.split(/\s+/)).filter(Boolean))

/** What Unicode keeps as one letter for old encodings' sake may be composed of none: a vowel sign on nothing, U+FC5E. */
const hasLetter = (text: string) => /[\p{L}\p{Nd}]/u.test(text) && /[\p{L}\p{Nd}]/u.test(text.normalize('NFKC'))

/** Letters and figures that are written, not those of a tag or above a line. */
const faces = new RegExp(face, 'gu')
const isWritten = (text: string) => hasLetter(text.replace(/<[^<>]*>|<\/?[^<>]*$/g, '').replace(faces, ''))

test.each(['en', 'de', 'es', 'fr', 'it', 'pt'])('%s: any words give plain lower-case words, none empty', (language) => {
  fc.assert(
    fc.property(words, (written) => {
      const reading = readWords(written, language)
      expect(reading.words.map((w) => w.written)).toEqual(written)
      for (const { written, spoken } of reading.words) {
        for (const { text } of spoken) {
          expect(text).toMatch(spokenWord)
          expect(text).toBe(text.toLowerCase())
        }
        if (isWritten(written)) expect({ written, heard: spoken.length > 0 }).toEqual({ written, heard: true })
      }
    }),
    // Addresses with signs inside, which were read as words once.
    {
      numRuns: 400,
      examples: [[["http://°C'0"]], [["http://I'0"]], [['www.nd\u03010']], [['\ufc5e\u0000']], [[':o']]],
    },
  )
})
