import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '#shared/desktop/settings.ts'
import { type AppError, appError, catalogue, type ErrorCode, englishSentence } from '#shared/errors.ts'
import { type Facts, type PhraseCode, phrase, phrases, words } from '#shared/phrases.ts'
import { appSentence, errorIn, phraseIn, translations } from '#shared/strings/errors.ts'

const placesOf = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))]
const codes = Object.keys(catalogue) as ErrorCode[]
const phraseCodes = Object.keys(phrases) as PhraseCode[]

test('facts find their places in another sentence', () => {
  expect(errorIn('de', appError('SPEECH_BUSY', { attempts: 4 }))).toBe(
    'Der Sprachdienst war auch nach 4 Versuchen überlastet; versuche es später noch einmal.',
  )
  expect(errorIn('en', appError('KEYCHAIN_UNAVAILABLE', { reason: words('locked (1.5)') }))).toContain('(locked (1.5))')
})

test('a reason inside a sentence is said in its language too', () => {
  const lost = appError('PICTURE_NOT_FETCHED', { reason: phrase('SERVER_UNKNOWN') })
  expect(errorIn('de', lost)).toBe('Das Hintergrundbild ließ sich nicht holen: den Server gibt es nicht')
  expect(englishSentence(lost)).toBe('The background picture could not be fetched: its server is not known')
  const missed = appError('SPEC_MISSED', {
    file: 'a.mp4',
    what: [phrase('MISSED_PICTURE'), phrase('MISSED_LOUDNESS', { loudness: -20 })],
  })
  expect(errorIn('de', missed)).toContain('(kein Bild, eine Lautheit von -20 LUFS)')
})

test('words are quoted as a language quotes them', () => {
  const list = { code: 'WORDS', facts: { text: ['Tōkyō', 'β'] } } as const
  expect(phraseIn('de', list)).toBe('„Tōkyō“, „β“')
  expect(phraseIn('en', list)).toBe('“Tōkyō”, “β”')
})

const others = Object.entries(translations) as [
  keyof typeof translations,
  (typeof translations)[keyof typeof translations],
][]

describe.each(others)('in %s', (_, { errors, phrases: said }) => {
  test.each(codes)('%s is said with the same facts, in other words', (code) => {
    const english = appSentence('en', code)
    expect(placesOf(errors[code]).toSorted()).toEqual(placesOf(english).toSorted())
    expect(placesOf(catalogue[code].message)).toEqual(expect.arrayContaining(placesOf(english)))
    expect(errors[code] === english).toBe(false)
  })

  test.each(phraseCodes)('the phrase %s is said with the same facts', (code) => {
    expect(placesOf(said[code]).toSorted()).toEqual(placesOf(phrases[code]).toSorted())
  })
})

test('whatever the facts are, no place stays empty and none of them is taken for another', () => {
  const fact = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replace(/[{}]/g, ''))
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.constantFrom(...languages), fact, (code, language, fact) => {
      const facts: Facts = Object.fromEntries(placesOf(catalogue[code].message).map((name) => [name, words(fact)]))
      expect(errorIn(language, { code, facts })).not.toMatch(/\{\w+\}/)
    }),
  )
  expect(errorIn('de', appError('FILE_GONE', { name: '{path}' }))).toContain('{path} ist nicht mehr dort')
})

test('what was kept before errors had facts keeps its sentence', () => {
  const old: AppError = { code: 'SPEECH_REFUSED', facts: {}, sentence: 'The speech service refused this text: no' }
  expect(errorIn('de', old)).toBe('The speech service refused this text: no')
  expect(englishSentence(old)).toBe('The speech service refused this text: no')
})

test('an error without a fact that its sentence needs is none', () => {
  // @ts-expect-error: the facts are missing
  appError('SPEECH_BUSY')
  // @ts-expect-error: another fact
  appError('SPEECH_BUSY', { tries: 4 })
  // @ts-expect-error: a reason of one language
  appError('SPEECH_REFUSED', { reason: 'no' })
  // @ts-expect-error: the facts of a phrase are missing
  phrase('PRIVATE_HOST')
})
