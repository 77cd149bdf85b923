import { expect, test } from 'vitest'
import { checkServer } from '#app/speech/checkServer.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { ProbeRequest, SpeechProbe } from '#ports/SpeechProbe.ts'
import type { SpeechFault } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'
import { checkCost, checkTexts } from '#shared/speech/checkTexts.ts'
import { engines, itself } from '#shared/speech/engines.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'

const never = new AbortController().signal
const refusal = (text: string) => fail(appError('SPEECH_REFUSED', { reason: words(text) }))

interface Server {
  /** What it refuses, and what it answers in. */
  readonly refuses?: (request: ProbeRequest) => boolean
  readonly format?: string
  readonly keepsSpeed?: boolean
  /** Words that it leaves out of texts of more than 700 characters. */
  readonly fault?: SpeechFault
  readonly guide?: typeof itself
}

function open({ refuses = () => false, format, keepsSpeed = true, fault, guide = itself }: Server) {
  const asked: ProbeRequest[] = []
  const probe: SpeechProbe = {
    server: 'http://localhost:1/v1',
    model: 'tts-1',
    facts: async () => ({ ...engines.openai, guide, voices: [{ id: 'tara', name: 'Tara', languages: [] }] }),
    ask: async (request) => {
      asked.push(request)
      if (refuses(request)) return refusal('no')
      const seconds = request.text.length / 15 / (keepsSpeed ? request.speed : 1)
      const sound = { samples: new Float32Array(Math.round(seconds * 1000)), sampleRate: 1000 }
      return ok({ sound, format: format ?? request.format, firstByte: asked.length === 1 ? 9 : 0.5, took: seconds / 4 })
    },
  }
  const aligner: Aligner = {
    version: '',
    align: async (text) => {
      const failed = fault && text.length > 700
      const check = {
        verdict: failed ? 'failed' : 'passed',
        confidence: 1,
        scatter: 0,
        ...(failed && { fault }),
      } as const
      return ok({ words: [], timing: 'aligned', check })
    },
    close: async () => {},
  }
  return { asked, check: () => checkServer({ probe, aligner }, never) }
}

test('a server that does all it is asked for', async () => {
  const { asked, check } = open({})
  const report = unwrap(await check())
  expect(report.formats.map(({ asked, got }) => [asked, got])).toEqual([
    ['wav', 'wav'],
    ['flac', 'flac'],
    ['mp3', 'mp3'],
    ['pcm', 'pcm'],
  ])
  expect(report.names.every(({ error }) => error === undefined)).toBe(true)
  expect(report.speeds.map(({ asked, measured }) => [asked, Math.round((measured ?? 0) * 10) / 10])).toEqual([
    [0.5, 0.5],
    [2, 2],
  ])
  expect(report.lengths.map(({ state }) => state)).toEqual(['whole', 'whole', 'whole', 'whole'])
  // The first request loads the model; it says nothing of those after it.
  expect(report.firstByte).toBe(0.5)
  expect(report.timesRealTime).toBeCloseTo(4, 1)
  const characters = asked.reduce((sum, { text }) => sum + text.length, 0)
  expect(report).toMatchObject({ requests: checkCost.requests, characters, voices: ['tara'] })
  expect(characters).toBe(checkCost.characters)
})

test('what it does otherwise is told: another format, a speed ignored, words lost, after which nothing longer is tried', async () => {
  const { check } = open({ format: 'mp3', keepsSpeed: false, fault: { kind: 'lacks', from: 2, to: 5 } })
  const report = unwrap(await check())
  expect(report.formats[0]).toMatchObject({ asked: 'wav', got: 'mp3' })
  expect(report.speeds.map(({ measured }) => measured)).toEqual([1, 1])
  expect(report.lengths.map(({ state }) => state)).toEqual(['whole', 'whole', 'lost', 'skipped'])
  expect(report.lengths[2]?.lost).toBe('opened early this')
})

test('a refused format, name and length are told with their reasons; one voice is asked once', async () => {
  const guide = { ...itself, nova: 'tara', alloy: 'tara', onyx: 'gone' }
  const { asked, check } = open({
    guide,
    refuses: ({ format, voice, text }) => format === 'wav' || voice === 'gone' || text.length > 1000,
  })
  const report = unwrap(await check())
  expect(report.formats[0]).toMatchObject({ asked: 'wav', error: { code: 'SPEECH_REFUSED' } })
  expect(report.names.filter(({ error }) => error).map(({ name }) => name)).toEqual(['onyx'])
  expect(report.lengths.at(-1)).toMatchObject({ state: 'refused', error: { code: 'SPEECH_REFUSED' } })
  // Named once each, in the format that works; the voice of nova was heard with the formats.
  const names = asked.filter(({ text }) => text === checkTexts.name)
  expect(names.map(({ voice }) => voice)).toEqual(['echo', 'fable', 'gone', 'shimmer'])
  expect(names.every(({ format }) => format === 'flac')).toBe(true)
})

test('a server that says nothing in any format is asked for nothing more', async () => {
  const { asked, check } = open({ refuses: () => true })
  const report = unwrap(await check())
  expect(asked).toHaveLength(4)
  expect(report).toMatchObject({ names: [], speeds: [], lengths: [], requests: 4 })
})

test('where nobody is there, that is all that is told', async () => {
  const { check } = open({})
  const probe: SpeechProbe = {
    server: 'http://localhost:1/v1',
    model: 'tts-1',
    facts: async () => engines.openai,
    ask: async () => fail(appError('SPEECH_UNREACHABLE', { host: 'localhost:1', attempts: 1 })),
  }
  const aligner = { version: '', align: async () => refusal('never'), close: async () => {} }
  expect(await checkServer({ probe, aligner }, never)).toMatchObject({ error: { code: 'SPEECH_UNREACHABLE' } })
  expect(unwrap(await check()).requests).toBe(checkCost.requests)
})
