import { expect, onTestFinished, test } from 'vitest'
import { createFliteAligner } from '#engines/align/fliteAligner.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { englishSentence } from '#shared/errors.ts'

const never = new AbortController().signal
const text =
  "Welcome to today's market update. Stocks opened higher this morning, and the broad index gained 1.2% in the first hour of trading. Here are three things worth knowing."

function open() {
  const speech = createBuiltinSpeech()
  const aligner = createFliteAligner()
  onTestFinished(async () => void (await Promise.all([speech.close(), aligner.close()])))
  return { speech, aligner }
}

test.each(['fable', 'echo', 'shimmer'] as const)(
  'hears when %s says each word, as near as 20 ms for most',
  async (voice) => {
    const { speech, aligner } = open()
    const spoken = await speech.speak({ text, as: { voice, speed: 1.1 } }, never)
    if (!spoken.ok) throw new Error(englishSentence(spoken.error))
    const heard = await aligner.align(text, spoken.value, never)
    if (!heard.ok) throw new Error(englishSentence(heard.error))
    expect(heard.value.timing).toBe('aligned')
    expect(heard.value.words.map((word) => word.text)).toEqual(text.split(' '))
    const errors = heard.value.words
      .map((word, i) => Math.abs(word.start - spoken.value.words![i]!.start))
      .sort((a, b) => a - b)
    expect(errors[errors.length >> 1]).toBeLessThan(0.02)
    expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThan(0.08)
  },
)

test('sound that is not this text is no match: the words get shares of the time', async () => {
  const { aligner } = open()
  const hiss = Float32Array.from(
    { length: 24_000 * 8 },
    (_, i) => 0.2 * Math.sin(i * i * 0.001) * (i % 9000 < 6000 ? 1 : 0),
  )
  const heard = await aligner.align(text, { samples: hiss, sampleRate: 24_000 }, never)
  expect(heard).toMatchObject({ ok: true, value: { timing: 'shares' } })
  expect(heard.ok && heard.value.words).toHaveLength(text.split(' ').length)
})
