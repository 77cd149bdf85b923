import fc from 'fast-check'
import { expect, test } from 'vitest'
import { germanErrors } from '#renderer/strings/errors.de.ts'
import { errorIn } from '#renderer/strings/errors.ts'
import { appError, catalogue, type ErrorCode } from '#shared/errors.ts'

const placesOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
const codes = Object.keys(catalogue) as ErrorCode[]

test('facts find their places in another sentence', () => {
  expect(errorIn('de', appError('SPEECH_BUSY', { attempts: 4 }))).toBe(
    'Der Sprachdienst war auch nach 4 Versuchen überlastet; versuche es später noch einmal.',
  )
  expect(errorIn('en', appError('KEYCHAIN_UNAVAILABLE', { reason: 'locked (1.5)' }))).toContain('(locked (1.5))')
})

test('no sentence names a fact that the catalogue does not give', () => {
  for (const [code, sentence] of Object.entries(germanErrors)) {
    const given = placesOf(catalogue[code as ErrorCode].message)
    expect(given, code).toEqual(expect.arrayContaining(placesOf(sentence)))
  }
})

test('whatever the facts are, no place stays empty', () => {
  const fact = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replace(/[{}]/g, ''))
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      fc.constantFrom('en' as const, 'de' as const),
      fact,
      (code, language, fact) => {
        const facts = Object.fromEntries(placesOf(catalogue[code].message).map((name) => [name, fact]))
        expect(errorIn(language, appError(code, facts))).not.toMatch(/\{\w+\}/)
      },
    ),
  )
})

test('a sentence that the catalogue does not know stays as it is', () => {
  expect(errorIn('de', { code: 'KEY_REFUSED', message: 'Something else' })).toBe('Something else')
  expect(errorIn('de', { code: 'NEW', message: 'Not known yet' })).toBe('Not known yet')
})
