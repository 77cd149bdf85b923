import { expect, test } from 'vitest'
import { say } from '#engines/speech/system/programs/say.ts'

const list = `Albert              en_US    # Hello! My name is Albert.
Anna (Premium)      de_DE    # Hallo! Ich heiße Anna.
Anna                de_DE    # Hallo! Ich heiße Anna.
Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy.
Majed               ar_001   # مرحبًا! اسمي ماجد.
Samantha            en_US    # Hello! My name is Samantha.
Daniel              en_GB    # Hello! My name is Daniel.
`

test('the list of say gives names with their spaces and brackets, and languages', () => {
  expect(say.parseVoices(list).map(({ id, languages }) => [id, ...languages])).toEqual([
    ['Albert', 'en-US'],
    ['Anna (Premium)', 'de-DE'],
    ['Anna', 'de-DE'],
    ['Eddy (German (Germany))', 'de-DE'],
    ['Majed', 'ar-001'],
    ['Samantha', 'en-US'],
    ['Daniel', 'en-GB'],
  ])
  expect(say.parseVoices('')).toEqual([])
})

test('voices that were downloaded are better than the ones that come along, and jokes are last', () => {
  const ranks = new Map(say.parseVoices(list).map(({ id, rank }) => [id, rank]))
  const order = (...ids: string[]) => ids.map((id) => ranks.get(id)!)
  const [premium, plain] = order('Anna (Premium)', 'Anna')
  expect(premium).toBeGreaterThan(plain!)
  const [american, british, joke] = order('Samantha', 'Daniel', 'Albert')
  expect(american).toBeGreaterThan(british!)
  expect(british).toBeGreaterThan(joke!)
})

test('text is no argument of it: it reads its input', () => {
  expect(say.speak('Eddy (German (Germany))', '/tmp/speech.wav').args).toEqual([
    '-v',
    'Eddy (German (Germany))',
    '-o',
    '/tmp/speech.wav',
    '--file-format=WAVE',
    '--data-format=LEI16@22050',
  ])
})
