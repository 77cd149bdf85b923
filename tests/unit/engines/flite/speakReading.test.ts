import { beforeAll, expect, test } from 'vitest'
import { loadFliteModule } from '#engines/flite/fliteModule.ts'
import type { FliteVoice } from '#engines/flite/speakFlite.ts'
import { speakReading } from '#engines/flite/speakReading.ts'
import { phonesByWord } from '#engines/flite/spokenText.ts'
import { englishSentence } from '#shared/errors.ts'
import { readWords } from '#shared/reading/readWords.ts'

let flite: WebAssembly.Module
beforeAll(async () => {
  const module = await loadFliteModule()
  if (!module.ok) throw new Error(englishSentence(module.error))
  flite = module.value
})

/** What is heard of each written word: its phones, spoken words apart. */
function heard(text: string, voice: FliteVoice = 'kal16'): string[] {
  const said = speakReading(flite, readWords(text.split(/\s+/), 'en'), { voice })
  if (!said) return []
  const { spoken, utterance } = said
  return phonesByWord(spoken, utterance.tokens).map((parts) =>
    parts.map((part) => part.map((phone) => phone.name).join('')).join(' '),
  )
}

test.each(['kal16', 'slt', 'rms', 'awb'] as const)('%s reads names as words, never letter by letter', (voice) => {
  const names =
    'Nvidia Xbox Mbappé Tchaikovsky Lviv Tbilisi Krzysztof Hrvoje Ngozi Mnuchin Ksenia Mpox Mkhitaryan Krk Ptolemaic Vltava'
  const sounds = heard(names, voice)
  names.split(' ').forEach((name, i) => {
    expect(`${name}: ${sounds[i]}`).toMatch(/: [a-z]+$/)
  })
})

test('a name keeps the sounds of the words about it', () => {
  expect(heard('We like Nvidia too.')).toEqual(['wiy', 'layk', 'ehnviydyaa', 'tuw'])
})

test('the letter A is no article', () => {
  expect(heard('A B C of A plan and OpenAI.')).toEqual([
    'ey',
    'biy',
    'siy',
    'ahv',
    'ey',
    'plaen',
    'aend',
    'owpaxn ey ay',
  ])
  expect(heard('A cat.')[0]).toBe('ax')
})

test("none of Flite's own readings of states and capitals is heard", () => {
  expect(heard('Ça va, the Co-op of Ford Motor Co. and Lady Ga Ga.')).toEqual(
    ['saa', 'vaa', 'dhax', 'kow aap', 'ahv', 'faord', 'mowter', 'kahmpaxniy', 'aend', 'leydiy', 'gaa', 'gaa'].map(
      (sound) => sound,
    ),
  )
})

test('words in scripts that Flite can not read are silent, and a text of them alone is none', () => {
  expect(heard('Hello 你好 there')[1]).toBe('')
  expect(heard('你好')).toEqual([])
})
