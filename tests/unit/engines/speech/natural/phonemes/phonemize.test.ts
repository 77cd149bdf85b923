import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadFliteModule } from '#engines/flite/fliteModule.ts'
import { openLexicon } from '#engines/speech/natural/phonemes/lexicon.ts'
import { phonemize } from '#engines/speech/natural/phonemes/phonemize.ts'
import { createSoundOut, type SoundOut } from '#engines/speech/natural/phonemes/soundOut.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { writeMadePack } from '#tests/fakes/voice/madePack.ts'

const pack = mkdtempSync(join(tmpdir(), 'pausecut-test-'))
afterAll(() => rmSync(pack, { recursive: true }))
const books = (...names: string[]) => names.map((name) => join(pack, 'lexicon', `${name}.json`))
let soundOut: SoundOut
beforeAll(async () => {
  writeMadePack(pack)
  soundOut = createSoundOut(unwrap(await loadFliteModule()))
})

/** Each word with its signs and its rest. */
async function said(text: string, british = false): Promise<string[]> {
  const lexicon = await openLexicon(books(...(british ? ['gb_gold'] : []), 'us_gold', 'us_silver'), british)
  return phonemize(text, lexicon, soundOut).map(
    ({ text: word, signs, rest }) => `${word} ${signs}${rest && ` ${rest}`}`,
  )
}

test('words are said as the dictionaries have them, and keep their places', async () => {
  expect(await said('An apple and the pear — the zebra.')).toEqual([
    'An ɐn',
    'apple ˈæpᵊl',
    'and ænd',
    'the ðə',
    'pear pˈɛɹ —',
    '— ',
    'the ðə',
    'zebra. zˈibɹə .',
  ])
})

test('what no dictionary has is sounded out, with its stress', async () => {
  expect(await said('Kubernetes met Nvidia.')).toEqual(['Kubernetes kəbˈɜɹnˌits', 'met mˈɛt', 'Nvidia. ɛnvˈidjɑ .'])
})

test('numbers and abbreviations are read in words, and belong to what is written', async () => {
  const [year, doctor] = await said('2019 Dr. Smith')
  expect(year).toBe('2019 twˈɛnti nˈIntˌin')
  expect(doctor).toBe('Dr. dˈɑktəɹ')
})

test('little words are said by what follows them', async () => {
  const text = 'The apple, the pear. To start, to apple. I have to. We used to run.'
  expect((await said(text)).map((word) => word.replace(/ [,.]$/, ''))).toEqual([
    'The ði',
    'apple, ˈæpᵊl',
    'the ðə',
    'pear. pˈɛɹ',
    'To tə',
    'start, stˈɑɹt',
    'to tʊ',
    'apple. ˈæpᵊl',
    'I ˌI',
    'have hæv',
    'to. tu',
    'We wˈi',
    'used jˈust',
    'to tə',
    'run. ɹˈʌn',
  ])
})

test('before a rest a little word is said in full', async () => {
  expect(await said('Run and run and, and')).toEqual(['Run ɹˈʌn', 'and ænd', 'run ɹˈʌn', 'and, ˈænd ,', 'and ˈænd'])
})

test('letters are said by their names, as one word that ends with its stress', async () => {
  expect(await said('The FBI of a NASA')).toEqual(['The ði', 'FBI ˌɛfbˌiˈI', 'of ˈʌv', 'a ɐ', 'NASA nˈæsə'])
})

test('homographs are said by the word before them', async () => {
  const heard = async (text: string) => (await said(text)).map((word) => word.split(' ')[1])
  expect(await heard('I read it')).toContain('ɹˈid')
  expect(await heard('I have never read it')).toContain('ɹˈɛd')
  expect(await heard('They record the record')).toEqual(['ðˈA', 'ɹəkˈɔɹd', 'ðə', 'ɹˈɛkəɹd'])
})

test('a capital tells a name from a word, but at the beginning of a sentence', async () => {
  expect(await said('Polish the Polish apple.')).toEqual(['Polish pˈɑlɪʃ', 'the ðə', 'Polish pˈOlɪʃ', 'apple. ˈæpᵊl .'])
})

test('endings are made of what the dictionaries have', async () => {
  expect(await said("apples apple's pears started starting records")).toEqual([
    'apples ˈæpᵊlz',
    "apple's ˈæpᵊlz",
    'pears pˈɛɹz',
    'started stˈɑɹɾᵻd',
    'starting stˈɑɹɾɪŋ',
    'records ɹˈɛkəɹdz',
  ])
})

test('a British voice has the British dictionary first', async () => {
  expect(await said('Tomato started', true)).toEqual(['Tomato təmˈɑːtQ', 'started stˈɑːtɪd'])
})

test('sounds of a pronunciation list are said as they are given', async () => {
  expect(await said('⟦wɪn⟧ and ⟦ŋaˈɹoʊ⟧’s run!')).toEqual(['⟦wɪn⟧ wˈɪn', 'and ænd', '⟦ŋaˈɹoʊ⟧’s ŋɑɹˈOz', 'run! ɹˈʌn !'])
})

test('what has no English sound is silent, and the rest is said', async () => {
  expect(await said('你好 run… 🎉')).toEqual(['你好 ', 'run… ɹˈʌn …', '🎉 '])
})
