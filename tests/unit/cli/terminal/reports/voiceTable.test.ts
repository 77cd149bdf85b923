import { expect, test } from 'vitest'
import { listVoices } from '#app/speech/listVoices.ts'
import { showVoices } from '#cli/terminal/reports/voiceTable.ts'
import { openSpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import { ok } from '#shared/result.ts'
import { engineNames, guideVoiceNames, itself } from '#shared/speech/engines.ts'
import type { EngineVoices } from '#shared/speech/engineVoices.ts'
import { soundDecoder } from '#tests/fakes/api/soundDecoder.ts'
import { fakeScreen } from '#tests/fakes/service/fakeScreen.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { noPack } from '#tests/fakes/voice/noPack.ts'

const { screen } = fakeScreen()
const speech = openSpeechEngines({ key: async () => ok(null), decoder: soundDecoder, natural: noPack })
const linesOf = (all: readonly EngineVoices[], language?: string) =>
  showVoices(all, screen, language).trimEnd().split('\n')

test('every engine’s voices stand under its name, what they speak beside them', async () => {
  const lines = linesOf(unwrap(await listVoices(speech)))
  const named = (name: string) => lines.filter((line) => line.startsWith(`  ${name} `) || line === `  ${name}`)
  for (const name of engineNames) expect(lines.filter((line) => line.includes(`(--engine ${name})`))).toHaveLength(1)
  for (const name of guideVoiceNames) expect(named(name).length).toBeGreaterThan(1)
  expect(named('nova')[0]).toMatch(/^ {2}nova +English; Clear, professional; the default$/)
  expect(named('marin')[0]).toMatch(/^ {2}marin +Recommended by OpenAI; gpt-4o-mini-tts only$/)
})

test('of a language only who may speak it; who has nobody says so', async () => {
  const lines = linesOf(unwrap(await listVoices(speech, { language: 'de' })), 'de')
  const builtin = lines.findIndex((line) => line.startsWith('Built-in voice'))
  expect(lines[builtin + 1]).toBe('  None that speaks German.')
  expect(lines.some((line) => line.startsWith('  marin'))).toBe(true)
})

test('a server that lists nothing says so, and names that stand for others are told', () => {
  const server = { engine: 'openai', server: 'http://localhost:8880/v1', voices: [], anyVoice: true } as const
  expect(linesOf([{ ...server, voices: [], guide: itself }])).toEqual([
    'The speech server at http://localhost:8880/v1  (--engine openai)',
    '  It does not say which voices it has; ask for one of its own with --voice.',
  ])
  const guide = { ...itself, nova: 'af_heart', onyx: 'am_fenrir' }
  const heart = { id: 'af_heart', name: 'Heart', languages: ['en-US'], sex: 'female' as const }
  expect(linesOf([{ ...server, voices: [heart], anyVoice: false, guide }]).slice(1)).toEqual([
    '  af_heart  American English, woman',
    '  Here nova is af_heart, onyx is am_fenrir.',
  ])
})

test('any tag of a language is taken, however it is written', async () => {
  for (const language of ['en_GB', 'EN-gb', 'de-1996-1996', 'xx-abcdefgh']) {
    expect(linesOf(unwrap(await listVoices(speech, { language })), language).length).toBeGreaterThan(5)
  }
})
