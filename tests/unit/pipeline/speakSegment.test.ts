import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from '#engines/speech/cutText.ts'
import { readWav } from '#files/wavFile.ts'
import { countBilled, type SpeakOptions } from '#pipeline/speakSegment.ts'
import { findSpeech } from '#pipeline/speech/findSpeech.ts'
import type { Aligner } from '#ports/Aligner.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'
import { wordsOf } from '#shared/script/segment.ts'
import { expectOrder, never, options, rate, silences, speak, unwrap } from '#tests/fakes/media/speakText.ts'
import { createTestAligner } from '#tests/fakes/media/testAligner.ts'
import { createToneEngine, tone } from '#tests/fakes/media/toneEngine.ts'

const count = async (text: string, how: SpeakOptions) => unwrap(await countBilled({ index: 1, text }, how))

test('a quarter of a second of silence at each end, to the sample, and exact rests between the pieces', async () => {
  // The voice leaves 0.4 s before and 0.7 s after each piece, under faint noise that must not be taken for speech.
  const how = options(createToneEngine({ cut: () => ['One two.', 'Three.', 'four'], noise: 0.0005 }))
  const narration = unwrap(await speak('One two.\n\nThree. four', how))
  const { samples } = await readWav(narration.wav)
  const spoken = 2 * tone.word + tone.gap + 2 * tone.word
  expect(narration.duration).toBe(samples.length / rate)
  // Speech is found in frames of 5 ms.
  expect(Math.abs(narration.duration - (0.25 + spoken + 0.7 + 0.42 + 0.25))).toBeLessThan(0.03)
  const zeros = silences(samples)
  expect(zeros.map(([, length]) => Math.round((length / rate) * 100) / 100)).toEqual([0.23, 0.66, 0.38, 0.23])

  const stretch = findSpeech({ samples, sampleRate: rate })
  expect(stretch?.start).toBe(0.25 * rate)
  expect(samples.length - stretch!.end).toBe(0.25 * rate)
})

test('a voice with less silence of its own is padded to a quarter of a second', async () => {
  const how = options()
  const engine = { ...how.engine }
  const speakTone = engine.speak
  engine.speak = async (request, signal) => {
    const spoken = await speakTone(request, signal)
    if (!spoken.ok) return spoken
    const { samples, sampleRate } = spoken.value
    return { ok: true, value: { samples: samples.slice(tone.lead * rate, -tone.trail * rate), sampleRate } }
  }
  const narration = unwrap(await speak('One two', { ...how, engine }))
  expect(narration.duration).toBeCloseTo(0.5 + 2 * tone.word + tone.gap, 2)
  const { samples } = await readWav(narration.wav)
  expect(samples.subarray(0, 0.25 * rate).every((sample) => sample === 0)).toBe(true)
})

test('word times sit on the words after a hundred joins: nothing drifts', async () => {
  const words = Array.from({ length: 100 }, (_, at) => `word${at}.`)
  const narration = unwrap(await speak(words.join(' '), options(createToneEngine({ cut: () => words }))))
  expect(narration.words.map(({ text }) => text)).toEqual(words)
  expect(narration.timing).toBe('engine')
  const { samples } = await readWav(narration.wav)
  for (const { start, end } of narration.words) {
    const middle = samples.subarray(Math.round((start + 0.02) * rate), Math.round((end - 0.02) * rate))
    expect(Math.max(...middle)).toBeGreaterThan(0.29)
    const before = samples.subarray(Math.round((start - 0.05) * rate), Math.round((start - 0.01) * rate))
    expect(Math.max(...before)).toBeLessThan(0.001)
  }
})

test('every word of the text, once, in order, whatever the cuts, with times or without', async () => {
  const anyText = fc
    .array(fc.oneof(fc.lorem({ maxCount: 3 }), fc.constantFrom('\n\n', ' ', '科技公司。', '— ', '* * *')), {
      maxLength: 8,
    })
    .map((parts) => `Yes ${parts.join(' ')}`)
  await fc.assert(
    fc.asyncProperty(anyText, fc.integer({ min: 3, max: 30 }), fc.boolean(), async (text, characters, timed) => {
      const engine = createToneEngine({ timed, rate: 8000, cut: (whole) => cutText(whole, { characters }) })
      const narration = unwrap(await speak(text, options(engine)))
      expect(narration.words.map((word) => word.text)).toEqual(wordsOf(text))
      expect(narration.timing).toBe(timed ? 'engine' : 'shares')
      expectOrder(narration)
    }),
    { numRuns: 25 },
  )
})

test('a second run speaks nothing, and gives the same', async () => {
  const engine = createToneEngine({ paid: true })
  const how = options(engine)
  const first = unwrap(await speak('One two.\nThree four.', how))
  const sound = readFileSync(first.wav)
  expect(first.charactersBilled).toBe('One two.Three four.'.length)
  expect(await count('One two.\nThree four.\nFive.', how)).toEqual({ billed: 5, cached: 19 })

  const second = unwrap(await speak('One two.\nThree four.', how))
  expect(engine.spoken).toHaveLength(2)
  expect(second).toEqual({ ...first, charactersBilled: 0 })
  expect(readFileSync(second.wav)).toEqual(sound)
})

test('an estimate looks whether a sound is there, and does not read it', async () => {
  const how = options(createToneEngine({ paid: true }))
  await speak('One two.', how)
  const [sound] = readdirSync(how.cacheFolder).filter((name) => name.endsWith('.wav'))
  writeFileSync(join(how.cacheFolder, sound!), 'damaged')
  expect(await count('One two.', how)).toEqual({ billed: 0, cached: 8 })
  rmSync(join(how.cacheFolder, sound!))
  expect(await count('One two.', how)).toEqual({ billed: 8, cached: 0 })
})

test.each<[string, Partial<SpeakOptions>]>([
  ['voice', { as: { voice: 'onyx', speed: 1 } }],
  ['speed', { as: { voice: 'nova', speed: 1.1 } }],
  ['model', { as: { voice: 'nova', speed: 1, model: 'tts-1' } }],
  ['instructions', { as: { voice: 'nova', speed: 1, instructions: 'Whisper.' } }],
  ['engine', { engine: createToneEngine({ rate: 8000 }) }],
])('another %s is another sound', async (_, change) => {
  const engine = createToneEngine()
  const how = options(engine)
  await speak('One.', how)
  const billed = await count('One.', { ...how, ...change })
  expect(billed.cached).toBe(0)
})

test('an aligner listens where the engine gives no times, once for each piece', async () => {
  const aligner = createTestAligner()
  const how = { ...options(createToneEngine({ timed: false })), aligner }
  const narration = unwrap(await speak('One two.\nThree four.', how))
  expect(narration.timing).toBe('aligned')
  const timed = unwrap(await speak('One two.\nThree four.', options()))
  for (const [at, word] of narration.words.entries()) {
    expect(word.text).toBe(timed.words[at]?.text)
    expect(word.start - timed.words[at]!.start).toBeCloseTo(0.01, 3)
  }
  expect(unwrap(await speak('One two.\nThree four.', how))).toEqual(narration)
  expect(aligner.heard.toSorted()).toEqual(['One two.', 'Three four.'])
})

test('an aligner is not asked where the engine knows, and not believed where it counts other words', async () => {
  const idle = createTestAligner()
  expect(unwrap(await speak('One two.', { ...options(), aligner: idle })).timing).toBe('engine')
  expect(idle.heard).toEqual([])
  const wrong = { ...options(createToneEngine({ timed: false })), aligner: createTestAligner(true) }
  const narration = unwrap(await speak('One two.', wrong))
  expect(narration.timing).toBe('shares')
  expect(narration.words.map(({ text }) => text)).toEqual(['One', 'two.'])
})

test('why an aligner could not follow stays with the times, also when they are kept', async () => {
  const heard = createTestAligner()
  const lost: Aligner = {
    ...heard,
    align: async (text, sound, signal) => {
      const aligned = await heard.align(text, sound, signal)
      if (!aligned.ok || text.startsWith('One')) return aligned
      return ok({ ...aligned.value, timing: 'shares', fallback: 'mismatch' })
    },
  }
  const how = { ...options(createToneEngine({ timed: false })), aligner: lost }
  const first = unwrap(await speak('One two.\nThree four.', how))
  expect(first).toMatchObject({ timing: 'shares', timingFallback: 'mismatch' })
  expect(unwrap(await speak('One two.\nThree four.', how))).toEqual(first)
  expect(heard.heard).toHaveLength(2)
})

test('an aligner that is cancelled ends the segment; the speech is kept', async () => {
  const engine = createToneEngine({ timed: false })
  const aligner = { ...createTestAligner(), align: async () => fail(appError('CANCELLED')) }
  const how = options(engine)
  expect(await speak('One.', { ...how, aligner })).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  unwrap(await speak('One.', how))
  expect(engine.spoken).toHaveLength(1)
})

test.each<[string, (file: string) => void]>([
  ['truncated', (file) => truncateSync(file, readFileSync(file).length / 2)],
  ['empty', (file) => writeFileSync(file, '')],
  ['changed', (file) => writeFileSync(file, readFileSync(file).fill(7, 60, 90))],
])('a %s file of the cache is noticed, and spoken again', async (_, damage) => {
  for (const ending of ['.wav', '.json']) {
    const engine = createToneEngine()
    const how = options(engine)
    const whole = readFileSync(unwrap(await speak('One two three.', how)).wav)
    const kept = readdirSync(how.cacheFolder).filter((name) => name.endsWith(ending))
    expect(kept).toHaveLength(1)
    damage(join(how.cacheFolder, kept[0]!))
    expect(readFileSync(unwrap(await speak('One two three.', how)).wav)).toEqual(whole)
    expect(engine.spoken).toHaveLength(2)
  }
})

test('a paid voice speaks three pieces side by side, and the pieces keep their order', async () => {
  let now = 0
  let most = 0
  const engine = createToneEngine({
    paid: true,
    before: async ({ text }) => {
      most = Math.max(most, ++now)
      await new Promise((done) => setTimeout(done, text.length))
      now--
    },
  })
  const words = Array.from({ length: 9 }, (_, at) => 'x'.repeat(20 - 2 * at))
  const shares: number[] = []
  const narration = unwrap(
    await speak(words.join('\n'), { ...options(engine), onPiece: (share) => shares.push(share) }),
  )
  expect(most).toBe(3)
  expect(narration.words.map(({ text }) => text)).toEqual(words)
  expect(shares).toHaveLength(9)
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(shares.at(-1)).toBe(1)
})

test('after a failure nothing more is bought, and what was is kept', async () => {
  const engine = createToneEngine({ paid: true })
  const how = options(engine)
  const refusing = { ...engine }
  refusing.speak = async (request, signal) =>
    request.text === 'Three.' ? fail(appError('SPEECH_NO_CREDIT')) : engine.speak(request, signal)
  const text = 'One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven.\nEight.'
  expect(await speak(text, { ...how, engine: refusing })).toMatchObject({
    ok: false,
    error: { code: 'SPEECH_NO_CREDIT' },
  })
  const bought = engine.spoken.length
  expect(bought).toBeGreaterThanOrEqual(2)
  expect(bought).toBeLessThan(7)
  unwrap(await speak(text, how))
  expect(engine.spoken).toHaveLength(8)
  expect(readdirSync(how.workFolder)).toEqual(['narration-1.wav'])
})

test('a cancelled run leaves no narration, and keeps the piece that came too late', async () => {
  const stop = new AbortController()
  const engine = createToneEngine({ paid: true })
  const how = options({
    ...engine,
    speak: async (request) => {
      const spoken = await engine.speak(request, never)
      stop.abort()
      return spoken
    },
  })
  expect(await speak('One.', how, stop.signal)).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(readdirSync(how.cacheFolder)).toHaveLength(2)
})

test('pieces without a word are silent; a text without one is refused', async () => {
  const narration = unwrap(await speak('* * *\nOne two.\n— —', options()))
  expect(narration.words.map(({ text }) => text)).toEqual(['*', '*', '*', 'One', 'two.', '—', '—'])
  expect(narration.duration).toBeCloseTo(0.5 + 2 * tone.word + tone.gap, 1)
  expect(await speak('* * *', options())).toMatchObject({
    ok: false,
    error: { code: 'SPEECH_NOTHING_TO_SAY', facts: { text: '* * *' } },
  })
})

test('a text in letters that the voice can not read is refused in the voice’s own words', async () => {
  const foreign = fail(appError('SPEECH_ENGLISH_ONLY', { text: '你好' }))
  const engine = createToneEngine()
  const how = options({
    ...engine,
    speak: async (request, signal) => (/\p{Script=Han}/u.test(request.text) ? foreign : engine.speak(request, signal)),
  })
  expect(await speak('你好。', how)).toEqual(foreign)
  const narration = unwrap(
    await speak('One two.\n\n你好。', { ...how, engine: { ...how.engine, cut: (text) => text.split('\n\n') } }),
  )
  const last = narration.words.at(-1)
  expect(last?.text).toBe('你好。')
  expect(last?.end).toBe(last?.start)
})

test('a cache that can not be written says so', async () => {
  const how = options()
  writeFileSync(how.cacheFolder, 'a file')
  expect(await speak('One.', how)).toMatchObject({ ok: false, error: { code: 'FOLDER_IS_FILE' } })
})
