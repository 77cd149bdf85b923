import { expect, test } from 'vitest'
import { adviseOnVoices } from '#app/advice/adviseOnVoices.ts'
import { describeVoice } from '#engines/speech/describeVoice.ts'
import { sayPhrase } from '#shared/phrases.ts'
import type { Segment } from '#shared/script/segment.ts'
import { type EngineFacts, engines } from '#shared/speech/engines.ts'

const german = 'Ich heiße Anna und komme aus München.'
const english = 'Welcome to the show, today we make bread.'
const facts = (...ids: string[]): EngineFacts => ({ ...engines.openai, voices: ids.map(describeVoice) })
const of = (...texts: string[]): Segment[] => texts.map((text, at) => ({ index: at + 1, text }))
const said = async (...given: Parameters<typeof adviseOnVoices>) =>
  (await adviseOnVoices(...given)).map(({ message, segments }) => [sayPhrase(message), segments])

test('a voice that was made for another language is named, with those that were made for this one', async () => {
  expect(await said(of(german), facts('af_heart', 'ff_siwis'), 'af_heart')).toEqual([
    [
      'This looks like German, which the voice af_heart was not made for; take another voice or speech server.',
      undefined,
    ],
  ])
  const several = facts('af_heart', 'de_DE-thorsten', 'de-AT-JonasNeural')
  expect(await said(of(english, german), several, 'af_heart')).toEqual([
    [
      'This looks like German, which the voice af_heart was not made for; these were: de_DE-thorsten, de-AT-JonasNeural.',
      [2],
    ],
  ])
})

test('nothing is said of a voice that speaks it, that may speak anything, or that another mark takes the place of', async () => {
  const several = facts('af_heart', 'de_DE-thorsten', 'tara')
  expect(await said(of(english), several, 'af_heart')).toEqual([])
  expect(await said(of(german), several, 'de_DE-thorsten')).toEqual([])
  expect(await said(of(german), several, 'tara')).toEqual([])
  expect(await said(of(german), engines.openai, 'marin')).toEqual([])
  const marked: Segment = { index: 1, text: german, marks: [{ kind: 'voice', at: 0, voice: 'de_DE-thorsten' }] }
  expect(await said([marked], several, 'af_heart')).toEqual([])
  expect(
    await said([{ ...marked, marks: [{ kind: 'voice', at: 0, voice: 'af_heart' }] }], several, 'tara'),
  ).toHaveLength(1)
})

test('of an engine that does not speak the language at all, that alone is told', async () => {
  expect(await said(of(german), engines.builtin, 'nova')).toEqual([])
})
