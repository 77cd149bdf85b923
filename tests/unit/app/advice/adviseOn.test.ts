import { expect, test } from 'vitest'
import { adviseOn } from '#app/advice/adviseOn.ts'
import { adviseOnLanguage } from '#app/advice/adviseOnLanguage.ts'
import { adviseOnLength } from '#app/advice/adviseOnLength.ts'
import { sayPhrase, words } from '#shared/phrases.ts'
import { engines } from '#shared/speech/engines.ts'
import { phraseIn } from '#shared/strings/errors.ts'

const german = 'Ich heiße Anna und komme aus München.'
const english = 'Welcome to the show, today we make bread.'
const of = (...texts: string[]) => texts.map((text, at) => ({ index: at + 1, text }))

test('a language that the voice does not speak is named once, in the reader’s language', async () => {
  const [advice, ...more] = await adviseOnLanguage(of(german, german), engines.builtin)
  expect(more).toEqual([])
  expect(advice).not.toHaveProperty('segments')
  expect(sayPhrase(advice!.message)).toBe(
    'This looks like German, which the chosen voice can not speak; take an OpenAI voice or a speech server of your own.',
  )
  expect(phraseIn('de', advice!.message)).toMatch(/^Das sieht nach Deutsch aus/)
})

test('where some parts are in it, they are named', async () => {
  const advice = await adviseOnLanguage(of(english, german, english, german), engines.builtin)
  expect(advice.map(({ segments }) => segments)).toEqual([[2, 4]])
})

test('nothing is said of an engine that speaks any language, or of one that speaks this one', async () => {
  expect(await adviseOnLanguage(of(german), engines.openai)).toEqual([])
  expect(await adviseOnLanguage(of(english), engines.builtin)).toEqual([])
})

test('each kind of length is one sentence, however many parts have it', () => {
  const said = adviseOnLength('shorts', [244, 20, 61, 2, 200, 1]).map(({ message, segments }) => [
    sayPhrase(message),
    segments,
  ])
  expect(said).toEqual([
    ['YouTube takes no Shorts of more than 3:00; cut these parts: 1 (4:04), 5 (3:20).', [1, 5]],
    ['Of more than 1:00, YouTube blocks a Short whose music somebody claims: part 3 (1:01).', [3]],
    ['Instagram takes no Reels of less than 3 seconds: part 4 (0:02), 6 (0:01).', [4, 6]],
  ])
  expect(adviseOnLength('voiceover', [1, 900])).toEqual([])
})

test('what was left out, language and lengths come together', async () => {
  const planned = {
    kind: 'shorts',
    segments: of(german),
    notes: [words('Left out.')],
    seconds: [300],
    facts: engines.builtin,
    voice: 'nova',
  } as const
  expect((await adviseOn(planned)).map(({ message }) => message.code)).toEqual([
    'WORDS',
    'LANGUAGE_UNSPOKEN',
    'PARTS_TOO_LONG',
  ])
})
