import { expect, test } from 'vitest'
import { createSpeechServerHandlers } from '#app/desktop/settings/speechServer.ts'
import { openGuideChoices } from '#app/speech/guideChoices.ts'
import type { SpeechProbe } from '#ports/SpeechProbe.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'
import { engines } from '#shared/speech/engines.ts'
import { createToneEngine } from '#tests/fakes/media/toneEngine.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const server = 'http://localhost:8880/v1'

function open(home = scratch()) {
  const openai = { ...createToneEngine(), facts: { ...engines.openai, server } }
  const probe: SpeechProbe = {
    server,
    model: 'tts-1',
    facts: async () => engines.openai,
    ask: (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(fail(appError('CANCELLED'))), { once: true })
      }),
  }
  const aligner = {
    version: '',
    align: async () => ok({ words: [], timing: 'shares' as const }),
    close: async () => {},
  }
  return { home, handlers: createSpeechServerHandlers({ home, speech: { openai }, aligner, probeSpeech: () => probe }) }
}

test('whom a name means is kept by the server’s address, and taken back', async () => {
  const { home, handlers } = open()
  expect(await handlers.chooseGuideVoice({ name: 'nova', voice: 'af_sky' })).toEqual({ ok: true, value: {} })
  await handlers.chooseGuideVoice({ name: 'onyx', voice: 'am_puck' })
  expect(openGuideChoices(home).of(server)).toEqual({ nova: 'af_sky', onyx: 'am_puck' })
  expect(openGuideChoices(home).of('http://other/v1')).toEqual({})
  await handlers.chooseGuideVoice({ name: 'nova', voice: null })
  expect(openGuideChoices(home).of(server)).toEqual({ onyx: 'am_puck' })
})

test('a measurement is stopped when somebody asks for that', async () => {
  const { handlers } = open()
  const checking = handlers.checkServer({})
  await new Promise((resolve) => setImmediate(resolve))
  await handlers.stopServerCheck({})
  expect(await checking).toMatchObject({ error: { code: 'CANCELLED' } })
})
