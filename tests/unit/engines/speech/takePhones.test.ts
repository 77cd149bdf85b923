import { expect, test } from 'vitest'
import { takePhones } from '#engines/speech/takePhones.ts'
import { planSpeech } from '#pipeline/speech/planSpeech.ts'
import { readWords } from '#shared/reading/readWords.ts'
import { engines } from '#shared/speech/engines.ts'

test('sounds become words that are read as they stand, and a possessive is said with them', () => {
  const { words, phones } = takePhones(['“⟦wɪn⟧”', 'met', '⟦maks⟧’s', '⟦⟧', 'dog.'])
  expect(words).toEqual(['“phonaa”', 'met', 'phonca’s', '', 'dog.'])
  expect(phones.get('phonaa')).toBe('w ih1 n')
  expect(phones.get("phonca's")).toBe('m aa1 k s ih0 z')
  const spoken = readWords(words, 'en').words.flatMap((word) => word.spoken.map(({ text }) => text))
  expect(spoken).toEqual(['phonaa', 'met', "phonca's", 'dog'])
})

test('a voice that takes sounds is given them, another one the respelling', () => {
  const as = { voice: 'nova', speed: 1, pronunciations: [{ written: 'Nguyen', said: 'win', ipa: 'wɪn ə' }] }
  const said = [engines.builtin, engines.openai].map((facts) => {
    const plan = planSpeech({ index: 1, text: 'Nguyen’s dog' }, as, facts)
    return plan.ok && plan.value.utterances[0]?.text
  })
  expect(said).toEqual(['⟦wɪn.ə⟧’s dog', 'win’s dog'])
})
