import { expect, test } from 'vitest'
import { createEstimate } from '#app/jobs/estimateJob.ts'
import { createOpenAiSpeech } from '#engines/speech/openai/openaiSpeech.ts'
import { speakSegment } from '#pipeline/speakSegment.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { contract } from '#shared/job/contract.ts'
import { ok } from '#shared/result.ts'
import { type EngineName, engines } from '#shared/speech/engines.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { everyEngine } from '#tests/fakes/media/toneEngine.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const script = 'One is first here. — pause — Two is second there.'
const input = (changes: object = {}) => contract.estimate.input.parse({ script, ...changes })

const engine = (name: EngineName): SpeechEngine => ({
  facts: engines[name],
  version: '1',
  cut: (text) => [text],
  speak: async () => ok({ samples: new Float32Array(2400).fill(0.1), sampleRate: 24_000 }),
  close: async () => {},
})

function estimator(openai = engine('openai')) {
  const speechCache = scratch()
  const speech = { ...everyEngine(engine), openai }
  const choice = { choose: async (name: EngineName = 'openai') => ok(name) }
  return { estimate: createEstimate({ engines: choice, speech, speechCache }), speech, speechCache }
}

test('segments, seconds, characters, and the cost by model', async () => {
  const { estimate } = estimator()
  const result = unwrap(await estimate(input()))
  expect(result.segments).toMatchObject([
    { segment: 1, opening: 'One is first here.', characters: 18 },
    { segment: 2, opening: 'Two is second there.', characters: 20 },
  ])
  expect(result).toMatchObject({ characters: 38, engine: 'openai', model: 'gpt-4o-mini-tts' })
  expect(result.seconds).toBeGreaterThan(2)
  expect(result.models.map(({ model, charactersBilled, cost }) => [model, charactersBilled, cost])).toEqual([
    // The built-in and the natural voice.
    [undefined, 0, 0],
    [undefined, 0, 0],
    ['gpt-4o-mini-tts', 38, expect.closeTo((result.seconds / 60) * 0.015, 5)],
    ['tts-1', 38, 0.00057],
    ['tts-1-hd', 38, 0.00114],
  ])
})

test('what the job will not do as it may be meant is told', async () => {
  const { estimate } = estimator()
  const script = 'Ich heiße Anna und komme aus München. Das ist schön.'
  const advice = async (engine: 'builtin' | 'openai', kind: 'shorts' | 'voiceover') =>
    unwrap(await estimate(input({ kind, script, spokenAs: { engine } }))).advice.map(({ message }) => message.code)
  expect(await advice('builtin', 'voiceover')).toEqual(['LANGUAGE_UNSPOKEN'])
  expect(await advice('openai', 'voiceover')).toEqual([])
  const { advice: short } = unwrap(await estimate(input({ kind: 'shorts', script: 'Hi there.' })))
  expect(short).toMatchObject([{ message: { code: 'PARTS_SHORT' }, segments: [1] }])
})

test('what the cache holds is not bought again', async () => {
  const { estimate, speech, speechCache } = estimator()
  const segment = { index: 1, text: 'One is first here.' }
  const as = { voice: 'nova', speed: 1, model: 'gpt-4o-mini-tts' }
  const speaking = { engine: speech.openai, as, cacheFolder: speechCache }
  unwrap(await speakSegment(segment, { ...speaking, workFolder: scratch() }, new AbortController().signal))
  const [usual, other] = unwrap(await estimate(input())).models.filter(({ engine }) => engine === 'openai')
  expect(usual).toMatchObject({ model: 'gpt-4o-mini-tts', charactersBilled: 20, charactersCached: 18 })
  expect(other).toMatchObject({ model: 'tts-1', charactersBilled: 38, charactersCached: 0 })
})

test('a model of another server is counted, but has no price', async () => {
  const own = createOpenAiSpeech({
    key: async () => ok(null),
    baseUrl: () => 'http://127.0.0.1:8880/v1',
    decoder: soundDecoder,
  })
  const { estimate } = estimator(own)
  const result = unwrap(await estimate(input({ spokenAs: { model: 'kokoro' } })))
  const kokoro = result.models.at(-1)
  expect(kokoro).toMatchObject({ model: 'kokoro', charactersBilled: 38 })
  expect(result.models.map((model) => model.cost)).toEqual([0, 0, undefined, undefined, undefined, undefined])
})

test('a voice that the chosen engine does not have is refused; engines without it are left out', async () => {
  const voices = [{ id: 'af_heart', name: 'Heart', languages: ['en-US'] }]
  const own = { ...engine('openai'), facts: { ...engines.openai, voices } }
  const { estimate } = estimator(own)
  const result = unwrap(await estimate(input({ spokenAs: { voice: 'af_heart' } })))
  expect(new Set(result.models.map((model) => model.engine))).toEqual(new Set(['natural', 'openai']))
  expect(await estimate(input({ spokenAs: { voice: 'af_heart', engine: 'builtin' } }))).toMatchObject({
    error: { code: 'VOICE_INVALID' },
  })
})

test('a script with nothing to say is refused', async () => {
  expect(await estimator().estimate(input({ script: '— pause —' }))).toMatchObject({
    error: { code: 'SCRIPT_REQUIRED' },
  })
})

test('marks count: silences and speeds in the seconds, a voice that there is not is refused by its name', async () => {
  const { estimate } = estimator()
  const seconds = async (text: string) => unwrap(await estimate(input({ script: text }))).seconds
  const plain = await seconds('One is first here. Two is second there.')
  expect(await seconds('One is first here. [pause 3s] Two is second there.')).toBeCloseTo(plain + 3, 5)
  expect(await seconds('[speed: 2] One is first here. Two is second there.')).toBeLessThan(plain - 0.5)
  expect(await estimate(input({ script: 'One. [voice: gandalf] Two.' }))).toMatchObject({
    error: { code: 'VOICE_UNKNOWN', facts: { voice: 'gandalf' } },
  })
})
