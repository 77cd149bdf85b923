import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withVoices } from '#app/speech/withVoices.ts'
import { createOpenAiSpeech } from '#engines/speech/openai/openaiSpeech.ts'
import { speechKey } from '#pipeline/speech/speechCache.ts'
import { englishSentence } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'
import type { GuideChoice } from '#shared/speech/guideChoice.ts'
import { deliveryOf, SpokenAs } from '#shared/speech/spokenAs.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { Redirect, type SpeechServerOptions, startSpeechServer } from '#tests/fakes/api/speechServer.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

// Speech servers with voices of their own, through the engine and the command line.

const never = new AbortController().signal
const kokoro = ['af_heart', 'af_bella', 'am_michael', 'am_puck', 'am_fenrir', 'bm_fable', 'ff_siwis']

async function open(options: SpeechServerOptions = {}, key: string | null = null, guide: GuideChoice = {}) {
  const server = await startSpeechServer(options)
  onTestFinished(() => server.close())
  const engine = createOpenAiSpeech({
    key: async () => ok(key),
    baseUrl: () => server.url,
    decoder: soundDecoder,
    patience: { sleep: async () => {} },
    guide: () => guide,
  })
  const wish = async (voice: string) =>
    deliveryOf((await withVoices(engine, never)).facts, SpokenAs.parse({ voice, model: 'tts-1' }))
  const say = async (voice: string) => {
    const as = await wish(voice)
    return as.ok ? engine.speak({ text: 'Good morning, everyone.', as: as.value }, never) : as
  }
  const ids = async () => unwrap(await engine.voices!(never)).map(({ id }) => id)
  return { server, engine, wish, say, ids }
}

test.each<[string, SpeechServerOptions['lists'], string[]]>([
  ['names', { '/audio/voices': ['a', 'b'] }, ['a', 'b']],
  [
    'Kokoro since 0.4.0',
    {
      '/audio/voices': {
        voices: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      },
    },
    ['a', 'b'],
  ],
  ['only as it was before', { '/audio/voices?legacy=true': { voices: ['a', 'b'] } }, ['a', 'b']],
  ['a status', { '/audio/voices': { status: 'ok', voices: ['a', 'b'] } }, ['a', 'b']],
  [
    'one list per model',
    {
      '/models': { data: [{ id: 'whisper-1' }, { id: 'kokoro-tts' }, { id: 'piper' }] },
      '/audio/voices?model=kokoro-tts': { voices: ['a'] },
      '/audio/voices?model=piper': { voices: ['b', 'a'] },
    },
    ['a', 'b'],
  ],
  ['in its models', { '/models': { data: [{ id: 'piper', voices: [{ id: 'a' }, { name: 'b' }] }] } }, ['a', 'b']],
  ['/voices', { '/voices': { voices: ['a', 'b'] } }, ['a', 'b']],
  ['a redirect on the same host', { '/audio/voices': new Redirect('/v1/audio/list'), '/audio/list': ['a'] }, ['a']],
  ['models without voices', { '/models': { models: [] } }, []],
  ['nothing at all', {}, []],
])('a server lists its voices: %s', async (_, lists, expected) => {
  const { ids } = await open({ lists: lists! })
  expect(await ids()).toEqual(expected)
})

test('what was told is remembered, and asked for once by all who want it', async () => {
  const { server, ids } = await open({ lists: { '/audio/voices': kokoro } })
  await Promise.all([ids(), ids()])
  await ids()
  expect(server.questions.map(({ path }) => path)).toEqual(['/audio/voices', '/models'])
})

test('the key goes to the server, and to no other that it redirects to', async () => {
  const other = await startSpeechServer({ lists: { '/audio/voices': ['stolen'] } })
  onTestFinished(() => other.close())
  const lists = { '/audio/voices': new Redirect(`${other.url}/audio/voices`) }
  const { server, ids } = await open({ lists }, 'sk-secret')
  expect(await ids()).toEqual([])
  expect(server.questions[0]?.authorization).toBe('Bearer sk-secret')
  expect(other.questions).toEqual([])
})

test('a voice is spoken by its own name, a name of the guide by whom the server has for it; both are one speech', async () => {
  const { server, engine, say, wish } = await open({ voices: kokoro, lists: { '/audio/voices': kokoro } })
  for (const voice of ['ff_siwis', 'nova', 'af_heart']) expect(await say(voice)).toMatchObject({ ok: true })
  expect(server.requests.map(({ body }) => body.voice)).toEqual(['ff_siwis', 'af_heart', 'af_heart'])
  const [named, meant] = [unwrap(await wish('af_heart')), unwrap(await wish('nova'))]
  expect(speechKey(engine, { text: 'a', as: named })).toBe(speechKey(engine, { text: 'a', as: meant }))
})

test('a mix of its voices is Kokoro’s too, and a person may choose whom a name means', async () => {
  const { wish } = await open({ lists: { '/audio/voices': kokoro } }, null, { onyx: 'am_puck' })
  expect(await wish('af_heart(2)+af_bella(1)')).toMatchObject({ value: { voice: 'af_heart(2)+af_bella(1)' } })
  expect(await wish('onyx')).toMatchObject({ value: { voice: 'am_puck' } })
  expect(await wish('af_heart+nobody')).toMatchObject({ error: { code: 'VOICE_INVALID' } })
})

test('a name that a server does not list is refused in the guide’s words, before anything is sent', async () => {
  const { server, say } = await open({ lists: { '/audio/voices': kokoro } })
  const said = await say('nobody')
  expect(said.ok ? '' : englishSentence(said.error)).toBe(
    'Invalid voice. Available voices: nova, alloy, echo, fable, onyx, shimmer',
  )
  expect(server.requests).toEqual([])
})

test('a server that lists nothing is asked for any name; what it refuses is said in its words', async () => {
  const { say } = await open({ voices: ['tara'] })
  expect(await say('tara')).toMatchObject({ ok: true })
  const refused = await say('leo')
  expect(refused.ok ? '' : englishSentence(refused.error)).toBe(
    "The speech service refused the request: Voice 'leo' not found",
  )
})

test('a refusal names the voices that there are', async () => {
  // The list holds what the server then refuses to speak: a name that a person chose.
  const { say } = await open({ voices: ['tara'], lists: { '/audio/voices': ['tara', 'mia'] } }, null, { nova: 'gone' })
  const refused = await say('nova')
  expect(refused.ok ? '' : englishSentence(refused.error)).toBe(
    "The speech server refused the voice 'gone' (Voice 'gone' not found); it has these: tara, mia.",
  )
})

test('from the command line: listed, chosen by name and by mark, mapped', async () => {
  const server = await startSpeechServer({ voices: kokoro, lists: { '/audio/voices': kokoro } })
  onTestFinished(() => server.close())
  const home = scratch()
  const script = join(home, 'fox.txt')
  writeFileSync(script, 'The quick brown fox jumps. [voice: ff_siwis] And then it sleeps.')
  const env = { PAUSECUT_HOME: home, OPENAI_BASE_URL: '', OPENAI_API_KEY: '' }
  const to = ['--base-url', server.url]
  const listed = await runCli(['voices', ...to, '--language', 'fr'], { env })
  expect(listed.stdout).toMatch(/ff_siwis +French, woman\n/)
  expect(listed.stdout).toContain('Here nova is af_heart, alloy is am_michael')
  expect(listed.stdout).not.toMatch(/^ +af_heart/m)

  const mapped = await runCli(['voices', 'map', 'onyx', 'am_puck', ...to], { env })
  expect(mapped).toMatchObject({ code: 0, stdout: `onyx is am_puck with ${server.url} from now on.\n` })

  const render = (voice: string) =>
    runCli(
      ['render', script, '--kind', 'voiceover', '--format', 'mp3', '--voice', voice, '--out', join(home, 'out'), ...to],
      { env },
    )
  expect(await render('onyx')).toMatchObject({ code: 0, stderr: '' })
  expect(server.requests.map(({ body }) => body.voice).toSorted()).toEqual(['am_puck', 'ff_siwis'])
})
