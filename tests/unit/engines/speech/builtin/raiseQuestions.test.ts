import { expect, test } from 'vitest'
import { raiseQuestions } from '#engines/speech/builtin/raiseQuestions.ts'
import type { Speech } from '#ports/SpeechEngine.ts'
import { medianPitch } from './measureVoice.ts'

const sampleRate = 16_000

/** A hum of 120 Hz with some overtones, half a second for each word. */
function hum(text: string): Required<Speech> {
  const words = text.split(' ').map((word, at) => ({ text: word, start: at / 2, end: at / 2 + 0.5 }))
  const samples = Float32Array.from({ length: words.length * (sampleRate / 2) }, (_, at) => {
    const phase = (2 * Math.PI * 120 * at) / sampleRate
    return 0.2 * Math.sin(phase) + 0.1 * Math.sin(2 * phase + 1) + 0.05 * Math.sin(3 * phase)
  })
  return { samples, sampleRate, words }
}

/** The pitch at each word's end, in Hz. */
const endings = ({ samples, words }: Required<Speech>) =>
  words.map(({ end }) =>
    Math.round(medianPitch(samples.subarray((end - 0.15) * sampleRate, end * sampleRate), sampleRate)),
  )

test.each(['Is it over?', 'And is it over?”', 'No one came. Is it over?', 'Really?', 'You did it, didn’t you?'])(
  'the last word of “%s” rises, and nothing before it changes',
  (text) => {
    const before = hum(text)
    const after = raiseQuestions(before)
    expect(after.samples).toHaveLength(before.samples.length)
    expect(endings(after).at(-1)).toBeGreaterThan(140)
    expect(endings(after).slice(0, -1)).toEqual(endings(before).slice(0, -1))
    const untouched = before.samples.length - 0.5 * sampleRate
    expect(after.samples.subarray(0, untouched)).toEqual(before.samples.subarray(0, untouched))
  },
)

test.each(['It is over.', 'What is over?', 'And why is it?', 'Is it tea or coffee?', 'Over!'])(
  '“%s” falls as it is',
  (text) => {
    const before = hum(text)
    expect(raiseQuestions(before).samples).toEqual(before.samples)
  },
)

test('of several sentences the questions alone rise', () => {
  const after = raiseQuestions(hum('Is it? It is. Who was it? Was it?'))
  expect(endings(after).map((pitch) => pitch > 140)).toEqual([
    false,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
    true,
  ])
})
