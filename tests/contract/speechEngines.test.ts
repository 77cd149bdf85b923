import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { z } from 'zod'
import { openBoundedFolder } from '#app/desktop/preview/boundedFolder.ts'
import { createPreviewSpeech } from '#app/desktop/preview/previewSpeech.ts'
import { createEstimate } from '#app/jobs/estimateJob.ts'
import { findWholePack } from '#app/voices/findWholePack.ts'
import { openSpeech } from '#cli/machine/openSpeech.ts'
import { closeSpeechEngines, openSpeechEngines, type SpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import { speechKey } from '#pipeline/speech/speechCache.ts'
import type { SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { contract } from '#shared/job/contract.ts'
import { defaultLook } from '#shared/look/looks.ts'
import { ok } from '#shared/result.ts'
import { engineNames, guideVoiceNames } from '#shared/speech/engines.ts'
import { deliveryOf, SpokenAs, voiceOf } from '#shared/speech/spokenAs.ts'
import { openEngines } from '#shell/openEngines.ts'
import { serve, settled } from '#tests/fakes/api/serve.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { type SpeechServer, startSpeechServer } from '#tests/fakes/api/speechServer.ts'
import { fakeKeychain } from '#tests/fakes/service/fakeKeychain.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { addMadePack } from '#tests/fakes/voice/madePack.ts'

// What holds of every speech engine, as each way in assembles it.

const never = new AbortController().signal
const text = 'Apple reported strong earnings today. Oil prices fell a little.'

/** The request that a wish becomes with an engine. */
const requestOf = ({ facts }: SpeechEngine, spokenAs: z.input<typeof SpokenAs> = {}): SpeechRequest => ({
  text,
  as: unwrap(deliveryOf(facts, SpokenAs.parse(spokenAs))),
})
const keyOf = (engine: SpeechEngine, spokenAs: z.input<typeof SpokenAs> = {}) =>
  speechKey(engine, requestOf(engine, spokenAs))

/** A data folder with a voice pack. */
const packed = mkdtempSync(join(tmpdir(), 'pausecut-test-'))
const before = process.env.PAUSECUT_HOME
afterAll(() => {
  if (before === undefined) delete process.env.PAUSECUT_HOME
  else process.env.PAUSECUT_HOME = before
  rmSync(packed, { recursive: true })
})

let server: SpeechServer
beforeAll(async () => {
  process.env.PAUSECUT_HOME = packed
  addMadePack(packed)
  server = await startSpeechServer({ lists: { '/audio/voices': guideVoiceNames } })
})
beforeEach(() => server.reset())
afterAll(() => server.close())

/** The app's engines, on a data folder of their own. */
async function openApp(speechUrl: string, home = scratch()) {
  addMadePack(home)
  const engines = unwrap(
    await openEngines({
      home,
      fonts: 'assets/fonts',
      checkFfmpeg: async () => ok(undefined),
      readKey: async () => ok(null),
      speechUrl: () => speechUrl,
      transcriptionModel: () => '',
    }),
  )
  onTestFinished(() => engines.close())
  return engines
}

/** The engines that render, serve and the render hosts have (they are one), and those of the app. */
const waysIn: [string, (baseUrl?: string) => Promise<SpeechEngines>][] = [
  ['the command line and the service', async (baseUrl) => openSpeech(baseUrl, fakeKeychain())],
  ['the app', async (baseUrl = '') => (await openApp(baseUrl)).speech],
]

describe.each(waysIn)('%s', (_, open) => {
  let engines: SpeechEngines
  beforeEach(async () => {
    engines = await open(server.url)
    for (const engine of Object.values(engines)) await engine.voices?.(never)
  })
  afterEach(() => closeSpeechEngines(engines))

  test.each(engineNames)('%s is found under its own name', (name) => {
    expect(engines[name].facts.name).toBe(name)
  })

  test.each(engineNames)('%s cuts a text into pieces that joined are the text', (name) => {
    const long = Array.from({ length: 400 }, (_, at) => `Sentence ${at} of a long text.`).join(' ')
    const pieces = engines[name].cut(long, requestOf(engines[name]).as)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join(' ')).toBe(long)
  })

  test.each(engineNames)('%s speaks, and says for how long', async (name) => {
    const { samples, sampleRate, words } = unwrap(await engines[name].speak(requestOf(engines[name]), never))
    expect(samples.length / sampleRate).toBeGreaterThan(2)
    expect(samples.some((sample) => Math.abs(sample) > 0.1)).toBe(true)
    if (words) expect(words.map((word) => word.text)).toEqual(text.split(' '))
  })

  test.each(engineNames)('%s stops when it is told to', async (name) => {
    const engine = engines[name]
    expect(await engine.speak(requestOf(engine), AbortSignal.abort())).toMatchObject({ error: { code: 'CANCELLED' } })
  })

  test.each(engineNames)('%s has the key that every other way in has', async (name) => {
    const reference = openSpeechEngines({
      key: async () => ok('sk-another'),
      baseUrl: () => `${server.url}/`,
      decoder: soundDecoder,
      natural: { pack: () => findWholePack(packed) },
    })
    await reference[name].voices?.(never)
    const spoken = [{}, { voice: 'onyx', speed: 1.2 }, { model: 'tts-1' }, { instructions: 'Calmly.' }]
    for (const spokenAs of spoken) expect(keyOf(engines[name], spokenAs)).toBe(keyOf(reference[name], spokenAs))
  })

  test('the model that speaks by itself is the same speech as the one that is named', () => {
    const { openai } = engines
    expect(keyOf(openai)).toBe(keyOf(openai, { model: 'gpt-4o-mini-tts' }))
  })

  test('what an engine or a model would not use makes no other speech of it', () => {
    const { builtin, openai } = engines
    expect(keyOf(builtin)).toBe(keyOf(builtin, { model: 'tts-1', instructions: 'Calmly.' }))
    expect(keyOf(openai, { model: 'tts-1' })).toBe(keyOf(openai, { model: 'tts-1', instructions: 'Calmly.' }))
    expect(keyOf(openai)).not.toBe(keyOf(openai, { instructions: 'Calmly.' }))
  })

  test.each(engineNames)('%s has a voice of its own for every name of the guide, and no other names', async (name) => {
    const { facts } = engines[name]
    const own = guideVoiceNames.map((voice) => requestOf(engines[name], { voice }).as.voice)
    expect(own.map((voice) => voiceOf(facts, voice))).toEqual(own)
    expect(deliveryOf(facts, SpokenAs.parse({ voice: 'nobody' }))).toMatchObject({ error: { code: 'VOICE_INVALID' } })
  })

  test('only OpenAI itself has prices', async () => {
    const priced = ({ openai }: SpeechEngines) => openai.facts.models.some(({ price }) => price)
    const own = await open()
    expect([priced(own), priced(engines)]).toEqual([true, false])
    await closeSpeechEngines(own)
  })

  test('OpenAI’s own address is the same whether it is written or not', async () => {
    const [silent, written] = await Promise.all([open(), open('https://API.openai.com/v1/')])
    expect(keyOf(silent.openai)).toBe(keyOf(written.openai))
    expect(keyOf(silent.openai)).not.toBe(keyOf(engines.openai))
    await Promise.all([silent, written].map(closeSpeechEngines))
  })
})

test('what the command line bought, neither the service nor the app buys again', async () => {
  const home = scratch()
  const script = join(home, 'talk.txt')
  writeFileSync(script, text)
  const flags = ['--kind', 'voiceover', '--base-url', server.url, '--out', join(home, 'out')]
  const run = await runCli(['render', script, '--format', 'mp3', ...flags], { env: { PAUSECUT_HOME: home } })
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(server.requests).toHaveLength(1)

  const served = await serve(home, ['--engine', 'openai', '--base-url', server.url])
  const body = { script: text, kind: 'voiceover' }
  const { models } = (await served.ask('/api/v1/estimate', { body })).json as { models: Record<string, unknown>[] }
  expect(models).toContainEqual(expect.objectContaining({ model: 'gpt-4o-mini-tts', characters_billed: 0 }))
  const job = await served.ask('/api/v1/voiceover/generate', { body: { script: text, format: 'wav' } })
  expect(await settled(served, String(job.json.session_id))).toMatchObject({ status: 'completed' })
  await served.end('SIGTERM')
  expect(server.requests).toHaveLength(1)

  const app = await openApp(server.url, home)
  const engines = { choose: async () => ok('openai' as const) }
  const estimate = createEstimate({ ...app, engines })
  const request = contract.estimate.input.parse(body)
  expect(unwrap(await estimate(request)).models).toContainEqual(
    expect.objectContaining({ model: 'gpt-4o-mini-tts', charactersBilled: 0, charactersCached: text.length }),
  )
  const folder = openBoundedFolder(join(home, 'narrations'), 2 ** 30)
  const { previewSpeech } = createPreviewSpeech({ ...app, engines, folder })
  const choices = { spokenAs: SpokenAs.parse({}), kind: 'voiceover', look: defaultLook } as const
  expect(unwrap(await previewSpeech({ text, ...choices })).charactersBilled).toBe(0)
  expect(server.requests).toHaveLength(1)
})
