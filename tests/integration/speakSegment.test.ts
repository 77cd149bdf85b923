import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import { createOpenAiSpeech } from '#engines/speech/openai/openaiSpeech.ts'
import { readWav } from '#files/wavFile.ts'
import { segmentsOf } from '#pipeline/segmentScript.ts'
import { type SpeakOptions, speakSegment } from '#pipeline/speakSegment.ts'
import { findSpeech } from '#pipeline/speech/findSpeech.ts'
import { englishSentence } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'
import { wordsOf } from '#shared/script/segment.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { type Fault, type SpeechServer, startSpeechServer } from '#tests/fakes/api/speechServer.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const never = new AbortController().signal

/** Six paragraphs, each a piece of its own: engines fill pieces up, so the budget is made small. */
const paragraphs = [
  'Tech stocks are rallying.',
  'Apple reported strong earnings.',
  'Mr. Smith bought 3.5 shares.',
  'The market closed higher.',
  'Oil prices fell slightly.',
  'That is all for today.',
]
const text = paragraphs.join('\n\n')

let server: SpeechServer
/** Lets the requests through that wait, where a test holds them back. */
let held: (() => void)[] | undefined
beforeEach(async () => {
  held = undefined
  server = await startSpeechServer({
    key: 'sk-test',
    before: async () => {
      if (held) await new Promise<void>((release) => held?.push(release))
    },
  })
})
afterEach(() => server.close())

function options(folder: string, url = server.url): SpeakOptions {
  const openai = createOpenAiSpeech({
    key: async () => ok('sk-test'),
    baseUrl: () => url,
    decoder: soundDecoder,
    silence: 20_000,
    patience: { attempts: 8, sleep: async () => {} },
  })
  return {
    engine: { ...openai, cut: (whole) => whole.split('\n\n') },
    as: { voice: 'nova', speed: 1, model: 'tts-1' },
    cacheFolder: join(folder, 'cache'),
    workFolder: join(folder, 'work'),
  }
}

const speak = (folder: string) => speakSegment({ index: 1, text }, options(folder), never)

test('a paid voice speaks a segment through every passing fault; the second run buys nothing', async () => {
  const faults: Fault[] = [
    { status: 429, headers: { 'retry-after': '1' } },
    { status: 500 },
    'cut',
    'truncate',
    'refuse',
  ]
  server.fail(...faults, 'silence', 'trickle')
  const folder = scratch()
  const narration = await speak(folder)
  if (!narration.ok) throw new Error(englishSentence(narration.error))
  const { wav, duration, words, timing, charactersBilled, sampleRate } = narration.value
  expect(server.requests.length).toBe(6 + 6)
  expect(charactersBilled).toBe(paragraphs.join('').length)
  expect(sampleRate).toBe(24_000)
  expect(words.map((word) => word.text)).toEqual(wordsOf(text))
  expect(timing).toBe('shares')
  const sound = await readWav(wav)
  const speech = findSpeech(sound)
  expect(duration).toBe(sound.samples.length / 24_000)
  // A soft beginning counts for less beside the louder pieces than it did in its own.
  for (const silence of [speech?.start ?? 0, sound.samples.length - (speech?.end ?? 0)]) {
    expect(silence).toBeGreaterThanOrEqual(0.25 * 24_000 - 120)
    expect(silence).toBeLessThan(0.33 * 24_000)
  }

  server.reset()
  const bytes = readFileSync(wav)
  expect(await speak(folder)).toEqual({ ok: true, value: { ...narration.value, charactersBilled: 0 } })
  expect(readFileSync(wav)).toEqual(bytes)
  expect(server.requests).toEqual([])
})

test.each<[string, string, Fault]>([
  ['a refused key', 'KEY_REFUSED', { status: 401 }],
  ['no credit', 'SPEECH_NO_CREDIT', { status: 429, body: { code: 'insufficient_quota', message: 'x' } }],
  ['a refused text', 'SPEECH_REFUSED', { status: 400, body: { message: 'no' } }],
  ['a web page', 'SPEECH_BAD_ANSWER', 'page'],
])('%s stops the segment at once; the next run buys the rest', async (_, code, fault) => {
  server.fail(fault)
  const folder = scratch()
  expect(await speak(folder)).toMatchObject({ ok: false, error: { code } })
  expect(server.requests.length).toBeLessThanOrEqual(5)
  const before = server.requests.length - 1
  server.reset()
  expect((await speak(folder)).ok).toBe(true)
  expect(server.requests).toHaveLength(6 - before)
})

test('cancelling ends the requests under way at once', async () => {
  held = []
  const stop = new AbortController()
  const folder = scratch()
  const spoken = speakSegment({ index: 1, text }, options(folder), stop.signal)
  while (held.length < 2) await new Promise((later) => setTimeout(later, 10))
  stop.abort()
  expect(await spoken).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(server.requests).toHaveLength(2)
  expect(readdirSync(folder)).toEqual([])
})

test('a run that is killed has kept every finished piece, and the next one buys only the rest', async () => {
  const folder = scratch()
  held = []
  // A process of its own, which speaks until the server holds back the third request.
  const script = `
    import { createOpenAiSpeech } from '#engines/speech/openai/openaiSpeech.ts'
    import { speakSegment } from '#pipeline/speakSegment.ts'
    const [url, folder, text] = process.argv.slice(1)
    const openai = createOpenAiSpeech({ key: async () => ({ ok: true, value: 'sk-test' }), baseUrl: () => url, decoder: {} })
    const engine = { ...openai, cut: (whole) => whole.split('\\n\\n') }
    const how = { engine, as: { voice: 'nova', speed: 1, model: 'tts-1' }, cacheFolder: folder + '/cache', workFolder: folder + '/work' }
    await speakSegment({ index: 1, text }, how, new AbortController().signal)
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, '--', server.url, folder, text], {
    stdio: 'inherit',
  })
  const cached = () => readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.json')).length
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((later) => setTimeout(later, 10))
  }
  await until(() => held?.length === 2)
  // Three pieces are begun side by side, and two of them have a place at the server.
  const first = server.requests.map(({ body }) => body.input)
  const rest = paragraphs.filter((paragraph) => !first.includes(paragraph))
  for (const release of held.splice(0)) release()
  await until(() => held?.length === 2 && cached() === 2)
  child.kill('SIGKILL')
  await once(child, 'exit')

  held.splice(0)
  held = undefined
  server.reset()
  const narration = await speak(folder)
  if (!narration.ok) throw new Error(englishSentence(narration.error))
  expect(server.requests.map(({ body }) => body.input).sort()).toEqual(rest.sort())
  expect(narration.value.charactersBilled).toBe(rest.join('').length)
  expect(narration.value.words.map((word) => word.text)).toEqual(wordsOf(text))
})

test('two runs at once do not hurt each other', async () => {
  const [one, other] = [scratch(), scratch()]
  const shared = { cacheFolder: join(one, 'cache') }
  const both = await Promise.all(
    [one, other].map((folder) => speakSegment({ index: 1, text }, { ...options(folder), ...shared }, never)),
  )
  for (const narration of both) {
    if (!narration.ok) throw new Error(englishSentence(narration.error))
    expect(narration.value.words).toHaveLength(wordsOf(text).length)
  }
  server.reset()
  expect(await speak(one)).toMatchObject({ ok: true, value: { charactersBilled: 0 } })
  expect(server.requests).toEqual([])
})

test('the built-in voices speak a script as its marks ask: a silence to the sample, two voices in turn', async () => {
  const engine = createBuiltinSpeech()
  onTestFinished(() => engine.close())
  const folder = scratch()
  const how = { cacheFolder: join(folder, 'cache'), workFolder: join(folder, 'work') }
  const script = 'One. [pause 2s] Two, said [voice: onyx] the *other* voice. [speed: 2] [voice: nova] Nguyen’s back.'
  const [segment] = segmentsOf({ kind: 'voiceover', script })
  const as = { voice: 'nova', speed: 1, pronunciations: [{ written: 'Nguyen', said: 'win' }] }
  const narration = await speakSegment(segment!, { engine, as, ...how }, never)
  if (!narration.ok) throw new Error(englishSentence(narration.error))
  const { words, wav, sampleRate } = narration.value
  expect(words.map((word) => word.text).join(' ')).toBe('One. Two, said the other voice. Nguyen’s back.')
  expect(words.map(({ emphasis }) => emphasis ?? false).indexOf(true)).toBe(4)
  expect(words.every(({ start, end }) => end > start)).toBe(true)
  const [one, two] = words
  expect(two!.start - one!.end).toBeCloseTo(2, 6)
  const { samples } = await readWav(wav)
  const [from, to] = [Math.round(one!.end * sampleRate), Math.round(two!.start * sampleRate)]
  expect(to - from).toBe(2 * sampleRate)
  expect(samples.subarray(from, to).every((sample) => sample === 0)).toBe(true)
  expect([samples[from - 1], samples[to]]).not.toContain(0)
})
