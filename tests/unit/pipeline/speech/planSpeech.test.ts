import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planAll, planSpeech } from '#pipeline/speech/planSpeech.ts'
import { englishSentence } from '#shared/errors.ts'
import type { Mark, Segment } from '#shared/script/segment.ts'
import { wordsOf } from '#shared/script/segment.ts'
import { engines } from '#shared/speech/engines.ts'
import type { SpokenAs } from '#shared/speech/spokenAs.ts'
import { anyMarks } from '#tests/fakes/media/anyMarks.ts'

const wish: SpokenAs = { voice: 'nova', speed: 1 }

function plan(text: string, marks: readonly Mark[] = [], spokenAs = wish) {
  const planned = planSpeech({ index: 1, text, marks }, spokenAs, engines.builtin)
  if (!planned.ok) throw new Error(englishSentence(planned.error))
  return planned.value
}

test('a text without marks is one utterance, to the character', () => {
  const text = 'One two.\n\nThree\u00a0four.'
  const { utterances, ending } = plan(text)
  expect(utterances).toMatchObject([{ text, as: { voice: 'nova', speed: 1 }, rest: 0, silence: 0 }])
  expect(ending).toBe(0)
})

test('marks that change nothing cut nothing', () => {
  const text = 'One two three.'
  const marks: Mark[] = [
    { kind: 'voice', at: 1, voice: 'nova' },
    { kind: 'speed', at: 1, speed: 1 },
    { kind: 'voice', at: 2 },
    { kind: 'emphasis', at: 0, to: 2 },
    { kind: 'background', at: 2, background: '#000' },
    // Two at a place: the later one counts.
    { kind: 'voice', at: 2, voice: 'onyx' },
    { kind: 'voice', at: 2, voice: 'nova' },
  ]
  expect(plan(text, marks)).toEqual(plan(text))
})

test('a voice and a speed hold to the next mark of their kind; silences at one place add up', () => {
  const { utterances, ending } = plan('One two three. Four five six', [
    { kind: 'silence', at: 0, seconds: 0.5 },
    { kind: 'voice', at: 1, voice: 'onyx' },
    { kind: 'speed', at: 3, speed: 2 },
    { kind: 'voice', at: 4 },
    { kind: 'silence', at: 5, seconds: 1 },
    { kind: 'silence', at: 5, seconds: 0.5 },
    { kind: 'silence', at: 6, seconds: 3 },
  ])
  expect(utterances.map(({ text, as, rest, silence }) => [text, as.voice, as.speed, rest, silence])).toEqual([
    ['One', 'nova', 1, 0, 0.5],
    ['two three.', 'onyx', 1, 0.2, 0],
    ['Four', 'onyx', 2, 0.21, 0],
    ['five', 'nova', 2, 0.1, 0],
    ['six', 'nova', 2, 0.025, 1.5],
  ])
  expect(ending).toBe(3)
})

test('a voice that the engine lacks is refused by its name, wherever it stands', () => {
  const marks: Mark[] = [{ kind: 'voice', at: 2, voice: 'gandalf' }]
  for (const text of ['One two three.', 'One two.']) {
    const planned = planAll(
      [
        { index: 1, text: 'Hi.' },
        { index: 2, text, marks },
      ],
      wish,
      engines.builtin,
    )
    expect(planned).toMatchObject({ ok: false, error: { code: 'VOICE_UNKNOWN', facts: { voice: 'gandalf' } } })
    expect(planned.ok || englishSentence(planned.error)).toMatch(/'gandalf'.*nova, alloy, .*shimmer/)
  }
  expect(planSpeech({ index: 1, text: 'Hi.' }, { voice: 'gandalf', speed: 1 }, engines.builtin)).toMatchObject({
    error: { code: 'VOICE_INVALID' },
  })
})

const said = (text: string, marks: readonly Mark[], pronunciations: SpokenAs['pronunciations'] = []) =>
  plan(text, marks, { ...wish, pronunciations }).utterances.map((utterance) => utterance.text)

test.each<[string, string, string]>([
  ['(Nguyen), hi', 'win', '(win), hi'],
  ['Nguyen’s dog', 'win', 'win’s dog'],
  ['Nguyens dog', 'wins', 'wins dog'],
  ['Chris’s dog', 'krisses', 'krisses dog'],
  ['Dr. Smith', 'doctor', 'doctor Smith'],
  ['Nguyen. Then more.', 'win', 'win. Then more.'],
  ['C++, too', 'see plus  plus', 'see plus plus, too'],
  ['→ there', 'leads to', 'leads to there'],
])('%s with its first word said as %s', (text, as, expected) => {
  expect(said(text, [{ kind: 'say', at: 0, to: 1, as }])).toEqual([expected])
})

test('a mark in place goes before the list, and holds its words together', () => {
  const list = [
    { written: 'New York', said: 'big apple' },
    { written: 'York', said: 'yorrick' },
  ]
  expect(said('New York, York and etc. Then', [], [...list, { written: 'etc.', said: 'et cetera' }])).toEqual([
    'big apple, yorrick and et cetera. Then',
  ])
  expect(said('New York York', [{ kind: 'say', at: 1, to: 2, as: 'duke' }], list)).toEqual(['New duke yorrick'])
  // A silence between them keeps the words of an entry apart; one among words said as one stands behind them.
  expect(said('New York', [{ kind: 'silence', at: 1, seconds: 1 }], list)).toEqual(['New', 'yorrick'])
  const inside: Mark[] = [
    { kind: 'say', at: 0, to: 2, as: 'big apple' },
    { kind: 'silence', at: 1, seconds: 1 },
  ]
  expect(said('New York is', inside)).toEqual(['big apple', 'is'])
})

test('whatever the marks, every word is said once, in order, and so many as are sent', () => {
  const list = fc.array(
    fc.record({ written: fc.constantFrom('a', 'a b', 'b', 'c’s', 'Nguyen'), said: fc.constantFrom('x', 'x y z', '-') }),
    { maxLength: 3 },
  )
  const words = fc.array(fc.constantFrom('a', 'b', 'a,', '(b)', 'Nguyen’s', '—', 'c’s.', 'a-b'), { minLength: 1 })
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '\n\n', '\u00a0'), list, anyMarks(12), (all, space, pronounced, marks) => {
      const segment: Segment = { index: 1, text: all.join(space), marks }
      const planned = planSpeech(segment, { ...wish, pronunciations: pronounced }, engines.builtin)
      if (!planned.ok) throw new Error(englishSentence(planned.error))
      const { utterances, ending } = planned.value
      expect(utterances.flatMap(({ words }) => words.flatMap(({ written }) => written))).toEqual(all)
      for (const { text, words } of utterances) {
        expect(words.reduce((sum, { said }) => sum + said, 0)).toBe(wordsOf(text).length)
      }
      const silence = utterances.reduce((sum, utterance) => sum + utterance.silence, ending)
      const asked = marks.reduce((sum, mark) => sum + (mark.kind === 'silence' ? mark.seconds : 0), 0)
      expect(silence).toBeCloseTo(asked, 6)
    }),
  )
})
