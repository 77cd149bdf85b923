import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hyphenate } from '#engines/type/hyphenate.ts'
import { breakWords } from '#pipeline/captions/cues/breakWords.ts'
import { cutUnits } from '#pipeline/captions/cues/cutUnits.ts'
import { timedWords } from '#tests/fakes/media/timedWords.ts'

/** A line holds this many letters, each a pixel wide. */
const rules = {
  width: (text: string) => [...text.replaceAll('\u00ad', '')].length,
  maxWidth: 12,
  maxLines: 2,
  hyphenate,
} as const
const broken = (text: string, more: { maxLines?: 1 | 2; maxWidth?: number } = {}) =>
  breakWords(cutUnits(timedWords(text), text), { ...rules, ...more }).map((unit) => unit.text)

test.each([
  ['Die Donaudampfschifffahrt ist da', ['Die', 'Donaudampf-', 'schifffahrt', 'ist', 'da']],
  ['the internationalization of it', ['the', 'internation-', 'alization', 'of', 'it']],
  ['c’est anticonstitutionnellement dit', ['c’est', 'anticonstitu-', 'tionnellement', 'dit']],
  ['es la electroencefalografista de', ['es', 'la', 'electroence-', 'falografista', 'de']],
  // A little too long: smaller, and whole.
  ['the responsibilities', ['the', 'responsibilities']],
  // At its own places, with no hyphen of ours.
  ['www.example.com/page', ['www.example.', 'com/page']],
  ['write me@example.company.org', ['write', 'me@example.', 'company.org']],
  ['a snake_case_identifier', ['a', 'snake_case_', 'identifier']],
  ['a mother-in-law-and-such', ['a', 'mother-in-', 'law-and-such']],
  // Where the writer says so, and nowhere else.
  ['Extra\u00adordinarilylong', ['Extra-', 'ordinarilylong']],
  ['1\u00a0234\u00a0567,50\u00a0euros', ['1\u00a0234\u00a0567,50', 'euros']],
  ['«\u00a0incroyable\u00a0beauté\u00a0»', ['«\u00a0incroyable', 'beauté\u00a0»']],
])('%s is broken where it may be', (text, parts) => {
  expect(broken(text)).toEqual(parts)
})

test('a word of more than two lines is broken into more, and nothing else than syllables is where there are some', () => {
  const parts = broken('Die Rindfleischetikettierungsüberwachungsaufgabenübertragung ist da').slice(1, -2)
  expect(parts.length).toBeGreaterThan(3)
  expect(parts.join('').replaceAll('-', '')).toBe('Rindfleischetikettierungsüberwachungsaufgabenübertragung')
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(12 / 0.6)
})

test('a word is broken in the language of its sentence', () => {
  const english = 'What we are going to say is this: the market is fine and it will be. '
  expect(broken(`${english}Die Donaudampfschifffahrt ist da. ${english}`)).toContain('Donaudampf-')
})

test('a writing without hyphens gets none, and no break leaves punctuation alone', () => {
  expect(broken('ا'.repeat(30)).join('')).toBe('ا'.repeat(30))
  for (const part of broken(`${'x'.repeat(36)}!!!`)) expect(part).toMatch(/^x/)
})

test('property: nothing is lost, no piece is too wide, and pieces share their word’s time in order', () => {
  const letter = fc.constantFrom('a', 'B', 'é', '/', '.', '-', '?', '好', 'ل', '🔥', '\u00ad', '9', '=', '”')
  const words = fc.array(fc.string({ unit: letter, minLength: 1, maxLength: 70 }), { minLength: 1, maxLength: 6 })
  const bare = (text: string) => text.replace(/[\s\u00ad-]/gu, '')
  fc.assert(
    fc.property(words, fc.constantFrom<1 | 2>(1, 2), (texts, maxLines) => {
      const units = cutUnits(timedWords(texts.join(' ')))
      const parts = breakWords(units, { ...rules, maxLines })
      expect(bare(parts.map((part) => part.text).join(''))).toBe(bare(texts.join('')))
      for (const [at, part] of parts.entries()) {
        expect(rules.width(part.text)).toBeLessThanOrEqual(12 / 0.6)
        expect(part.end).toBeGreaterThanOrEqual(part.start)
        if (part.goesOn) expect(parts[at + 1]).toMatchObject({ word: part.word })
      }
    }),
    { numRuns: 200 },
  )
})
