import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { planRender, type RenderFlags } from '#cli/plans/planRender.ts'
import { englishSentence } from '#shared/errors.ts'
import { anyCaptions } from '#shared/look/captionPresets.ts'

const flags = (changed: Partial<RenderFlags> = {}): RenderFlags => ({
  kind: 'shorts',
  voice: 'nova',
  speed: '1.0',
  format: 'mp4',
  subtitles: 'srt,vtt,json',
  encoder: 'auto',
  ...changed,
})
const refusal = (changed: Partial<RenderFlags>) => {
  const plan = planRender('talk.txt', flags(changed), '/work')
  return plan.ok ? plan : `${plan.error.code}: ${englishSentence(plan.error)}`
}

test('what was not typed has its default, and files go to a folder of the script’s name', () => {
  expect(planRender('texts/My talk.v2.txt', flags(), '/work')).toEqual({
    ok: true,
    value: {
      source: 'texts/My talk.v2.txt',
      folder: resolve('/work', 'pausecut-exports', 'My talk.v2'),
      request: {
        kind: 'shorts',
        markup: 'light',
        spokenAs: { voice: 'nova', speed: 1 },
        format: 'mp4',
        subtitles: ['srt', 'vtt', 'json'],
        encoder: 'auto',
      },
      look: {},
    },
  })
  expect(planRender('-', flags(), '/work')).toMatchObject({
    value: { folder: resolve('/work', 'pausecut-exports', 'script') },
  })
})

test('what was typed is taken, paths made absolute', () => {
  const typed = {
    kind: 'voiceover',
    literal: true,
    out: 'out',
    voice: 'onyx',
    speed: '1.25',
    format: 'wav',
    background: 'a.png',
    engine: 'openai',
    model: 'tts-1',
    instructions: 'Calmly.',
    baseUrl: 'http://localhost:8880/v1',
    look: 'paper',
    captions: 'boxed',
    subtitles: 'vtt, srt,vtt',
    encoder: 'x264',
  }
  expect(planRender('talk.txt', flags(typed), '/work')).toEqual({
    ok: true,
    value: {
      source: 'talk.txt',
      folder: resolve('/work', 'out'),
      baseUrl: 'http://localhost:8880/v1',
      look: { name: 'paper', background: resolve('/work', 'a.png'), captions: 'boxed' },
      request: {
        kind: 'voiceover',
        markup: 'none',
        spokenAs: { voice: 'onyx', speed: 1.25, engine: 'openai', model: 'tts-1', instructions: 'Calmly.' },
        format: 'wav',
        subtitles: ['vtt', 'srt'],
        encoder: 'x264',
      },
    },
  })
})

test('a flag for OpenAI’s voices means that engine', () => {
  expect(planRender('talk.txt', flags({ model: 'tts-1' }))).toMatchObject({
    value: { request: { spokenAs: { engine: 'openai' } } },
  })
  expect(planRender('talk.txt', flags())).not.toMatchObject({
    value: { request: { spokenAs: { engine: expect.anything() } } },
  })
})

test('OPENAI_BASE_URL names the server too, without choosing the engine', () => {
  const env = { OPENAI_BASE_URL: 'http://localhost:8880/v1' }
  const plan = (changed: Partial<RenderFlags>) => planRender('talk.txt', flags(changed), '/work', env)
  expect(plan({})).toMatchObject({ value: { baseUrl: env.OPENAI_BASE_URL } })
  expect(plan({})).not.toMatchObject({ value: { request: { spokenAs: { engine: expect.anything() } } } })
  expect(plan({ engine: 'builtin' })).not.toMatchObject({ value: { baseUrl: expect.anything() } })
  expect(plan({ baseUrl: 'http://other/v1' })).toMatchObject({ value: { baseUrl: 'http://other/v1' } })
})

test('no subtitles are a choice', () => {
  expect(planRender('talk.txt', flags({ subtitles: 'none' }))).toMatchObject({ value: { request: { subtitles: [] } } })
})

test.each<[Partial<RenderFlags>, string]>([
  [{ subtitles: 'srt,sub' }, "REQUEST_INVALID: 'srt,sub' names no subtitles; use srt, vtt, json, or none."],
  [{ captions: 'big' }, `REQUEST_INVALID: There are no captions 'big'; use ${anyCaptions}.`],
  [{ encoder: 'nvenc' }, "REQUEST_INVALID: There is no encoder 'nvenc'; use auto or x264."],
  [{ kind: 'long' }, "REQUEST_INVALID: There is no kind 'long'; use shorts or voiceover."],
  [{ voice: 'Nova' }, 'VOICE_INVALID: Invalid voice. Available voices: nova, alloy, echo, fable, onyx, shimmer'],
  ...['0.24', '4.1', '-1', 'fast', '', '1,5', 'NaN'].map((speed): [Partial<RenderFlags>, string] => [
    { speed },
    'SPEED_INVALID: Speed must be between 0.25 and 4.0',
  ]),
  [{ kind: 'voiceover', format: 'avi' }, "FORMAT_INVALID: Format 'avi' not supported. Use: mp3, wav, mp4"],
  [{ format: 'mp3' }, 'REQUEST_INVALID: Shorts are always mp4; for an mp3 file add --kind voiceover.'],
  [{ engine: 'siri' }, "REQUEST_INVALID: There is no engine 'siri'; use system, builtin, natural, or openai."],
  [
    { engine: 'builtin', baseUrl: 'http://localhost' },
    "REQUEST_INVALID: --base-url is for OpenAI's voices; leave it out, or use --engine openai.",
  ],
  [{ instructions: 'Calmly. '.repeat(600) }, 'REQUEST_INVALID: --instructions is too long; make it shorter.'],
  [
    { baseUrl: 'localhost:8880' },
    "REQUEST_INVALID: 'localhost:8880' is no address of a speech server; write one such as http://localhost:8880/v1.",
  ],
])('%j is refused: %s', (changed, sentence) => {
  expect(refusal(changed)).toBe(sentence)
})
