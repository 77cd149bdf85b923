import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { createFliteAligner } from '#engines/align/fliteAligner.ts'
import { createOpenAiSpeech } from '#engines/speech/openai/openaiSpeech.ts'
import { countBilled, type SpeakOptions, speakSegment } from '#pipeline/speakSegment.ts'
import { englishSentence } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { type SpeechServerOptions, startSpeechServer } from '#tests/fakes/api/speechServer.ts'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

// Servers that say something else than they were asked for, through engine, aligner and command line.

const never = new AbortController().signal
const text = 'The baker opens the door of the small shop. He mixes flour and water in a wide bowl.'
const firstWords = (input: string) => {
  const words = input.split(' ')
  return words.slice(0, Math.round(0.4 * words.length)).join(' ')
}

const aligner = createFliteAligner()
afterAll(() => aligner.close())

async function open(options: SpeechServerOptions = {}) {
  const server = await startSpeechServer(options)
  onTestFinished(() => server.close())
  const folder = scratch()
  const engine = createOpenAiSpeech({ key: async () => ok(null), baseUrl: () => server.url, decoder: soundDecoder })
  const how = (more: Partial<SpeakOptions> = {}): SpeakOptions => ({
    engine,
    aligner,
    as: { voice: 'nova', speed: 1, model: 'tts-1' },
    cacheFolder: join(folder, 'cache'),
    workFolder: join(folder, 'work'),
    ...more,
  })
  const speak = (input = text, more: Partial<SpeakOptions> = {}) =>
    speakSegment({ index: 1, text: input }, how(more), never)
  const asked = () => server.requests.map(({ body }) => body.input)
  return { server, folder, engine, how, speak, asked }
}
type Opened = Awaited<ReturnType<typeof open>>

async function reasonOf(spoken: ReturnType<Opened['speak']>): Promise<string> {
  const result = await spoken
  if (result.ok) throw new Error('It was taken for the text')
  expect(result.error.code).toBe('SPEECH_NOT_THE_TEXT')
  return englishSentence(result.error)
}

/** The same numbers every time, -1 to 1. */
function noise(samples: Float32Array): Float32Array {
  let state = 1
  return samples.map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 0.3 * (state / 2 ** 31 - 1)
  })
}

test('good speech is asked for once, and nothing is told of it', async () => {
  const { speak, asked } = await open()
  const spoken = await speak()
  expect(spoken).toMatchObject({ ok: true, value: { timing: 'aligned' } })
  expect(spoken.ok && spoken.value.doubt).toBeUndefined()
  expect(asked()).toEqual([text])
})

test('two fifths of the text: smaller pieces are asked for, then the words are named that were not heard', async () => {
  const { speak, asked, folder } = await open({ says: firstWords })
  expect(await reasonOf(speak())).toMatch(/“.*of the small shop\.” is not heard/)
  const smaller = 'The baker opens the door of the small shop.'
  expect(asked()).toEqual([text, smaller])
  // What was refused is not kept, so it is neither handed out nor bought as a whole again.
  const kept = readdirSync(join(folder, 'cache')).filter((name) => name.endsWith('.json'))
  for (const name of kept) expect(readFileSync(join(folder, 'cache', name), 'utf8')).toMatch(/"fault"/)
  await reasonOf(speak())
  expect(asked()).toEqual([text, smaller, smaller])
})

test.each<[string, SpeechServerOptions, RegExp]>([
  ['three times', { says: (input) => `${input} ${input} ${input}` }, /small shop\.” is said [23] times/],
  ['noise', { hears: noise }, /noise is heard instead of “The baker/],
  [
    'something else',
    { says: () => 'Please turn off your phone before you begin to read this letter to your children.' },
    /something else is heard than “The baker/,
  ],
  ['hardly anything', { says: () => 'The baker opens it.' }, /small shop.*heard/],
])('%s is no text', async (_, options, reason) => {
  const { speak, asked } = await open(options)
  expect(await reasonOf(speak())).toMatch(reason)
  expect(asked()).toHaveLength(2)
})

test('words of another writing, which nobody here can read, are no fault', async () => {
  const sign = '今天天气很好，孩子们在公园里玩，面包师也来了。'
  const { speak, asked } = await open({
    says: (input) => input.replace(sign, 'that the weather is very good today, and that the children play in the park'),
  })
  const written = `The sign on the door says ${sign}`
  expect(await speak(written)).toMatchObject({ ok: true })
  expect(asked()).toEqual([written])
})

test('a second try that says it is used, and found again at no cost', async () => {
  const bad = { says: (input: string) => (input === text ? firstWords(input) : input) }
  const { speak, asked, how } = await open(bad)
  const spoken = await speak()
  expect(spoken).toMatchObject({ ok: true, value: { timing: 'aligned' } })
  expect(spoken.ok && spoken.value.words.map((word) => word.text).join(' ')).toBe(text)
  expect(asked()).toHaveLength(3)
  expect(await countBilled({ index: 1, text }, how())).toEqual(ok({ billed: 0, cached: text.length - 1 }))
  expect(await speak()).toMatchObject({ ok: true, value: { charactersBilled: 0 } })
  expect(asked()).toHaveLength(3)
})

test('a short text is asked for as it is, and a server that was mended is believed', async () => {
  const short = 'The door of the shop was open.'
  let broken = true
  const { speak, asked } = await open({ says: (input) => (broken ? firstWords(input) : input) })
  await reasonOf(speak(short))
  expect(asked()).toEqual([short, short])
  broken = false
  expect(await speak(short)).toMatchObject({ ok: true })
  expect(await speak(short)).toMatchObject({ ok: true })
  expect(asked()).toHaveLength(3)
})

test('where requests cost money, a text that was refused three times is not bought again', async () => {
  const { speak, asked, engine } = await open({ says: firstWords })
  const [model] = engine.facts.models
  const priced = { ...engine, facts: { ...engine.facts, models: [{ ...model!, price: { perCharacter: 1 } }] } }
  const short = 'The door of the shop was open.'
  for (let job = 0; job < 4; job++) expect(await reasonOf(speak(short, { engine: priced }))).toContain('not heard')
  expect(asked()).toHaveLength(3)
})

test('on the command line the job fails with the words, and leaves no file', async () => {
  const { server, folder } = await open({ says: firstWords })
  const args = ['render', '-', '--kind', 'voiceover', '--format', 'wav', '--base-url', server.url, '--model', 'tts-1']
  const result = await runCli([...args, '--out', 'out'], {
    cwd: folder,
    env: { PAUSECUT_HOME: join(folder, 'home'), OPENAI_API_KEY: 'sk-any' },
    input: 'He mixes flour and water, and he waits for an hour.',
  })
  expect(result.code).toBe(1)
  expect(result.stderr).toMatch(/“.*waits for an hour\.” is not heard/)
  expect(result.stdout).not.toContain('✓')
  expect(existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')) : []).toEqual([])
})
