import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWav } from '#files/wavFile.ts'
import { countBilled, type SpeakOptions, speakSegment } from '#pipeline/speakSegment.ts'
import { ok } from '#shared/result.ts'
import type { Mark, Segment } from '#shared/script/segment.ts'
import { wordsOf } from '#shared/script/segment.ts'
import { anyMarks } from '#tests/fakes/media/anyMarks.ts'
import { expectOrder, never, options, rate, silences, speak, unwrap } from '#tests/fakes/media/speakText.ts'
import { createTestAligner } from '#tests/fakes/media/testAligner.ts'
import { createToneEngine, tone } from '#tests/fakes/media/toneEngine.ts'

const count = async (text: string, how: SpeakOptions) => unwrap(await countBilled({ index: 1, text }, how))

/** The longest stretch of exact zeros: where it begins and how long it is, in samples. */
const longestSilence = (samples: Float32Array) =>
  silences(samples).reduce((longest, found) => (found[1] > longest[1] ? found : longest))

test.each([
  ['digital silence around the words', 0],
  ['noise under them', 0.0005],
])('a silence that is asked for is exactly as many samples, at every rate and speed: %s', async (_, noise) => {
  for (const rate of [8000, 15_000, 22_050, 24_000, 48_000]) {
    for (const [seconds, speed] of [
      [2, 1],
      [0.35, 4],
      [0.6, 0.25],
    ] as const) {
      const how = { ...options(createToneEngine({ rate, noise })), as: { voice: 'nova', speed } }
      const marks: Mark[] = [{ kind: 'silence', at: 1, seconds }]
      const narration = unwrap(await speakSegment({ index: 1, text: 'One.\n\nTwo.', marks }, how, never))
      const { samples } = await readWav(narration.wav)
      const [start, length] = longestSilence(samples)
      expect(length).toBe(Math.round(seconds * rate))
      const [one, two] = narration.words
      expect(one!.end * rate).toBeCloseTo(start, 3)
      expect(two!.start * rate).toBeCloseTo(start + length, 3)
      expect(Math.abs(two!.start - one!.end - seconds)).toBeLessThan(0.001)
    }
  }
})

test('a silence before the first word and after the last takes the place of the quarter of a second', async () => {
  const marks: Mark[] = [
    { kind: 'silence', at: 0, seconds: 1 },
    { kind: 'silence', at: 2, seconds: 1.5 },
  ]
  const { words, wav, duration } = unwrap(await speakSegment({ index: 1, text: 'One two', marks }, options(), never))
  const { samples } = await readWav(wav)
  const found = silences(samples)
  expect(found[0]).toEqual([0, rate])
  expect(found.at(-1)).toEqual([samples.length - 1.5 * rate, 1.5 * rate])
  expect(words[0]!.start).toBe(1)
  expect(words.at(-1)!.end).toBeCloseTo(duration - 1.5, 6)

  const short = unwrap(
    await speakSegment(
      { index: 1, text: 'One two', marks: [{ kind: 'silence', at: 0, seconds: 0.1 }] },
      options(),
      never,
    ),
  )
  expect(short.words[0]!.start).toBe(0.25)
})

test('what the voice finds nothing to say in lengthens no silence', async () => {
  const marks: Mark[] = [
    { kind: 'silence', at: 1, seconds: 1 },
    { kind: 'silence', at: 4, seconds: 1 },
  ]
  const narration = unwrap(await speakSegment({ index: 1, text: 'One * * * Two', marks }, options(), never))
  expect(longestSilence((await readWav(narration.wav)).samples)[1]).toBe(2 * rate)
  expect(narration.words.map(({ text }) => text)).toEqual(['One', '*', '*', '*', 'Two'])
})

test('voices of several rates are spoken in turn, each piece kept by itself', async () => {
  const slow = createToneEngine({ rate: 15_000, paid: true })
  const engine = createToneEngine({ rate: 16_000, paid: true })
  const how = options({
    ...engine,
    speak: (request, signal) => (request.as.voice === 'onyx' ? slow : engine).speak(request, signal),
  })
  const segment: Segment = {
    index: 1,
    text: 'One two three four.',
    marks: [
      { kind: 'voice', at: 1, voice: 'onyx' },
      { kind: 'voice', at: 3 },
    ],
  }
  const narration = unwrap(await speakSegment(segment, how, never))
  expect(slow.spoken.map(({ text }) => text)).toEqual(['two three'])
  expect(engine.spoken.map(({ text }) => text).toSorted()).toEqual(['One', 'four.'])
  expect(narration.charactersBilled).toBe('Onetwo threefour.'.length)
  expect(narration.sampleRate).toBe(16_000)
  const { samples } = await readWav(narration.wav)
  for (const { start, end } of narration.words) {
    const middle = samples.subarray(Math.round((start + 0.02) * rate), Math.round((end - 0.02) * rate))
    expect(Math.max(...middle)).toBeGreaterThan(0.25)
    expect(end - start).toBeCloseTo(tone.word, 2)
  }
  const [one, two] = narration.words
  expect(two!.start - one!.end).toBeCloseTo(0.2, 2)

  expect(unwrap(await speakSegment(segment, how, never))).toEqual({ ...narration, charactersBilled: 0 })
  expect(unwrap(await countBilled(segment, how))).toEqual({ billed: 0, cached: 17 })
  // Another voice for two words buys these alone.
  const other: Segment = { ...segment, marks: [{ kind: 'voice', at: 1, voice: 'echo' }, segment.marks![1]!] }
  expect(unwrap(await countBilled(other, how))).toEqual({ billed: 9, cached: 8 })
  const unknown: Segment = { ...segment, marks: [{ kind: 'voice', at: 3, voice: 'gandalf' }] }
  expect(await speakSegment(unknown, how, never)).toMatchObject({ error: { code: 'VOICE_UNKNOWN' } })
  expect(await countBilled(unknown, how)).toMatchObject({ error: { code: 'VOICE_UNKNOWN' } })
  expect(engine.spoken).toHaveLength(2)
})

test('voices that speak in turn are as loud as the quietest of them; one alone stays as it is', async () => {
  const engine = createToneEngine()
  const factors: Record<string, number> = { nova: 1, onyx: 0.25, echo: 0.5 }
  const how = options({
    ...engine,
    speak: async (request, signal) => {
      const spoken = await engine.speak(request, signal)
      if (!spoken.ok) return spoken
      const samples = spoken.value.samples.map((sample) => sample * factors[request.as.voice]!)
      return ok({ ...spoken.value, samples })
    },
  })
  const marks: Mark[] = [
    { kind: 'voice', at: 1, voice: 'onyx' },
    { kind: 'voice', at: 2, voice: 'echo' },
  ]
  const peaks = async (segment: Segment) => {
    const { wav, words } = unwrap(await speakSegment(segment, how, never))
    const { samples } = await readWav(wav)
    return words.map(({ start, end }) => Math.max(...samples.subarray(start * rate, end * rate)) / 0.3)
  }
  for (const peak of await peaks({ index: 1, text: 'One two three', marks })) expect(peak).toBeCloseTo(0.25, 1)
  for (const peak of await peaks({ index: 1, text: 'One two' })) expect(peak).toBeCloseTo(1, 1)
})

test('what is said is sent and heard, what is written is told; an entry that does not occur changes nothing', async () => {
  const engine = createToneEngine({ timed: false, paid: true })
  const aligner = createTestAligner()
  const text = 'Meet Nguyen’s SQL team.'
  const how = { ...options(engine), aligner }
  unwrap(await speak(text, { ...how, as: { ...how.as, pronunciations: [{ written: 'nobody', said: 'x' }] } }))
  expect(await count(text, how)).toEqual({ billed: 0, cached: text.length })

  const pronunciations = [
    { written: 'Nguyen', said: 'win' },
    { written: 'SQL', said: 'ess cue ell' },
  ]
  const narration = unwrap(await speak(text, { ...how, as: { ...how.as, pronunciations } }))
  const said = 'Meet win’s ess cue ell team.'
  expect(engine.spoken.at(-1)?.text).toBe(said)
  expect(aligner.heard.at(-1)).toBe(said)
  expect(narration.timing).toBe('aligned')
  expect(narration.words.map((word) => word.text)).toEqual(wordsOf(text))
  const [, , sql, team] = narration.words
  expect(sql!.end - sql!.start).toBeCloseTo(3 * tone.word + 2 * tone.gap - 0.02, 2)
  expect(team!.start).toBeGreaterThan(sql!.end)
})

test('key words are told by their places', async () => {
  const marks: Mark[] = [
    { kind: 'emphasis', at: 1, to: 2 },
    { kind: 'say', at: 0, to: 1, as: 'a b c' },
  ]
  const { words } = unwrap(await speakSegment({ index: 1, text: 'One two three', marks }, options(), never))
  expect(words.map(({ emphasis }) => emphasis)).toEqual([undefined, true, undefined])
})

test('whatever is marked, every word comes back once, in order, within the sound', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('One', 'two,', 'three.', '—', '*', '(four)'), { minLength: 1, maxLength: 9 }),
      anyMarks(9),
      fc.boolean(),
      async (words, marks, timed) => {
        const engine = createToneEngine({ timed, rate: 8000 })
        const text = `Yes ${words.join(' ')}`
        const spoken = await speakSegment({ index: 1, text, marks }, options(engine), never)
        // Where marks have every word said as dots.
        if (!spoken.ok) {
          expect(spoken.error.code).toBe('SPEECH_NOTHING_TO_SAY')
          return
        }
        const narration = spoken.value
        expect(narration.words.map((word) => word.text)).toEqual(wordsOf(text))
        expectOrder(narration)
      },
    ),
    { numRuns: 40 },
  )
})
