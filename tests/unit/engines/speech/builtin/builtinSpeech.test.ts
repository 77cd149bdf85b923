import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import type { Speech } from '#ports/SpeechEngine.ts'
import { englishSentence } from '#shared/errors.ts'
import { type GuideVoice, guideVoiceNames } from '#shared/speech/engines.ts'
import { level, longTermSpectrum, medianPitch, spectralDistance } from './measureVoice.ts'

const engine = createBuiltinSpeech()
afterAll(() => engine.close())
const never = new AbortController().signal

async function speak(text: string, voice: GuideVoice = 'nova', speed = 1): Promise<Required<Speech>> {
  const spoken = await engine.speak({ text, as: { voice, speed } }, never)
  if (!spoken.ok) throw new Error(englishSentence(spoken.error))
  const { samples, sampleRate, words = [] } = spoken.value
  return { samples, sampleRate, words }
}
const seconds = ({ samples, sampleRate }: Speech) => samples.length / sampleRate
const semitones = (a: number, b: number) => Math.abs(12 * Math.log2(a / b))

const passage = 'Honey never spoils. Archaeologists have found jars in tombs. The sugar pulls water out of anything.'

test('the six voices differ by two semitones and four decibels of spectrum or more, each from each', async () => {
  const voices = await Promise.all(
    guideVoiceNames.map(async (name) => {
      const { samples, sampleRate } = await speak(passage, name)
      return { name, pitch: medianPitch(samples, sampleRate), spectrum: longTermSpectrum(samples, sampleRate) }
    }),
  )
  for (const a of voices)
    for (const b of voices) {
      if (a === b) continue
      expect(semitones(a.pitch, b.pitch), `${a.name} and ${b.name} in pitch`).toBeGreaterThan(2)
      expect(spectralDistance(a.spectrum, b.spectrum), `${a.name} and ${b.name} in spectrum`).toBeGreaterThan(4)
    }
})

test.each(guideVoiceNames)('%s speaks as fast as it is told, and its word times stay true', async (voice) => {
  const plain = seconds(await speak(passage, voice))
  for (const speed of [0.25, 0.5, 2, 4]) {
    const speech = await speak(passage, voice, speed)
    expect(seconds(speech) * speed).toBeGreaterThan(0.9 * plain)
    expect(seconds(speech) * speed).toBeLessThan(1.1 * plain)
    const { samples, sampleRate, words } = speech
    const mean = level(samples, sampleRate, 0, seconds(speech))
    words.forEach(({ text, start, end }, i) => {
      expect(level(samples, sampleRate, start, end), `${text} is heard in its time`).toBeGreaterThan(0.2 * mean)
      const next = words[i + 1]
      if (!text.endsWith('.') || !next) return
      const quarter = (next.start - end) / 4
      expect(level(samples, sampleRate, end + quarter, next.start - quarter), `rest after ${text}`).toBeLessThan(
        0.05 * mean,
      )
    })
  }
})

test('every word of the script comes back, in its own spelling, in order and within the sound', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (noise) => {
      const text = `Take ${noise} $5 — or\n“50%”.`
      const speech = await speak(text)
      expect(speech.words.map((word) => word.text)).toEqual(text.split(/\s+/))
      let now = 0
      for (const { start, end } of speech.words) {
        expect(start).toBeGreaterThanOrEqual(now)
        expect(end).toBeGreaterThanOrEqual(start)
        now = end
      }
      expect(now).toBeLessThanOrEqual(seconds(speech) + 0.02)
    }),
    { numRuns: 40 },
  )
})

test('nothing in a text is taken for an option, markup or a command', async () => {
  const speech = await speak('-voice kal16 --setf duration_stretch=9 <break time="9s"/> $(sleep 9) -o /out.wav done')
  expect(seconds(speech)).toBeLessThan(20)
  expect(speech.words.filter((word) => word.end === word.start)).toEqual([])
})

test('a text that no voice of this engine can read is refused, not passed over in silence', async () => {
  const refusal = async (text: string) => {
    const result = await engine.speak({ text, as: { voice: 'nova', speed: 1 } }, never)
    return result.ok ? undefined : result.error.code
  }
  expect(await refusal('你好，世界 — 🎉')).toBe('SPEECH_ENGLISH_ONLY')
  expect(await refusal('🎉 — * * *')).toBe('SPEECH_NOTHING_TO_SAY')
})

test('a stopped job leaves the other jobs of the engine alone', async () => {
  const stop = new AbortController()
  const long = engine.speak({ text: passage.repeat(40), as: { voice: 'nova', speed: 1 } }, stop.signal)
  const other = speak(passage)
  setTimeout(() => stop.abort(), 20)
  expect(await long).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(seconds(await other)).toBeGreaterThan(1)
})

// Measured by the pitch of the last word, beside that of the whole question.
test.each(guideVoiceNames)('%s rises where yes or no is the answer, and falls elsewhere', async (voice) => {
  const ending = async (text: string) => {
    const { samples, sampleRate, words } = await speak(text, voice)
    const end = words.at(-1)!.end
    const part = (from: number, to: number) =>
      samples.subarray(Math.round(from * sampleRate), Math.round(to * sampleRate))
    return medianPitch(part(end - 0.2, end), sampleRate) / medianPitch(part(words[0]!.start, end), sampleRate)
  }
  expect(await ending('You are going home today.')).toBeLessThan(1.05)
  expect(await ending('Where are you going today?')).toBeLessThan(1.05)
  expect(await ending('Are you going home today?')).toBeGreaterThan(1.12)
})

const story =
  'The market opened this morning with doubts, and then everything went up. Nobody had expected it. By noon the index had gained two percent, and by the evening it was four. It sounds too simple to be true, but the first plant has been running for three years.'

test.each(guideVoiceNames)('%s says 150 to 165 words a minute', async (voice) => {
  const { words } = await speak(story, voice)
  const rate = (story.split(' ').length / words.at(-1)!.end) * 60
  expect(rate).toBeGreaterThan(150)
  expect(rate).toBeLessThan(165)
})

test('a paragraph is a piece of its own, also where no stop ends it', () => {
  const as = { voice: 'nova', speed: 1 }
  expect(engine.cut('Chapter One\n\nIt was night.\nIt rained.', as)).toEqual([
    'Chapter One',
    'It was night.\nIt rained.',
  ])
})

test('long text is cut at sentence ends', () => {
  const pieces = engine.cut(`${passage} `.repeat(20), { voice: 'nova', speed: 1 })
  expect(pieces.length).toBeGreaterThan(3)
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(500)
    expect(piece).toMatch(/\.$/)
  }
})
