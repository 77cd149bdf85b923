import fc from 'fast-check'
import { expect, test } from 'vitest'
import { englishForms } from '#engines/flite/spokenForm.ts'

const say = (text: string) => englishForms(text.split(/\s+/)).join(' ')

test.each([
  // Money
  ['cost £12,000.', 'cost 12,000 pounds.'],
  ['$2.5 million, then', '2.5 million dollars, then'],
  ['€1 and $4.99', '1 euro and 4 dollars 99'],
  ['$3bn $5k', '3 billion dollars 5 thousand dollars'],
  ['$5-10', '5-10'],
  // Dates, times, numbers
  ['2024-03-05', 'March 5 2024'],
  ['7pm on Jan. 5th', '7 p.m. on January 5th'],
  ['10 km, 3.5GHz 10km²', '10 kilometers, 3.5 gigahertz 10 kilometers squared'],
  ['2½ of 3/4', '2 and a half of three quarters'],
  ['v2.0.1', 'v2 point 0 point 1'],
  ['-5°C', '-5 degrees Celsius'],
  ['No. 5', 'number 5'],
  ['No. Never.', 'No. Never.'],
  // Letters
  ['AI, NASA and the BBC', 'A.I., NASA and the B.B.C.'],
  ['Chapter IV', 'Chapter IV'],
  ['R&D Q&A', 'R and D Q and A'],
  // Marks
  ['**bold** <b>bold</b> snake_case', 'bold bold snake case'],
  ['"quoted" (aside) [note]', 'quoted aside note'],
  ['café—déjà 1999–2001', 'cafe, deja 1999, 2001'],
  ['and/or', 'and or'],
  ['https://example.org/a?b=1', 'example dot org slash a'],
  ['a.b@example.com', 'a dot b at example dot com'],
  // What a shell or a command line would act on
  ['$(reboot) `ls` -voice ;', 'reboot ls -voice ;'],
])('%s is said as %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test.each(['🎉', '—', '...', '你好', '<>', '"', '™'])('%s alone makes no sound', (word) => {
  expect(englishForms([word])[0]).not.toMatch(/[A-Za-z0-9]/)
})

test('any words give one printable ASCII form each', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), (words) => {
      const forms = englishForms(words)
      expect(forms).toHaveLength(words.length)
      for (const form of forms) expect(form).toMatch(/^[\x20-\x7e]*$/)
    }),
  )
})
