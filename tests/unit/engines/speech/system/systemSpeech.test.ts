import { readdirSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { withVoices } from '#app/speech/withVoices.ts'
import { powershell } from '#engines/speech/system/programs/powershell.ts'
import { say } from '#engines/speech/system/programs/say.ts'
import { createSystemSpeech } from '#engines/speech/system/systemSpeech.ts'
import { deliveryOf, SpokenAs } from '#shared/speech/spokenAs.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { systemStandIn } from '#tests/fakes/voice/systemStandIn.ts'

const never = new AbortController().signal
const macVoices = `Anna                de_DE    # Hallo! Ich heiße Anna.
Anna (Premium)      de_DE    # Hallo! Ich heiße Anna.
Samantha            en_US    # Hello! My name is Samantha.
`
const windowsVoices = JSON.stringify([
  { name: 'Microsoft Hedda Desktop', culture: 'de-DE', gender: 'Female' },
  { name: 'Microsoft David Desktop', culture: 'en-US', gender: 'Male' },
])
const german = [{ text: 'Der Wald ist im Herbst am schönsten, denn dann leuchten die Blätter in allen Farben.' }]

test('macOS’ voices: the text’s language says who the guide’s names are, and the text is input alone', async () => {
  const { command, calledWith } = systemStandIn(scratch(), macVoices)
  const engine = await withVoices(createSystemSpeech({ program: { ...say, command } }), never, german)
  expect(engine.facts.languages).toEqual(['de', 'en'])
  const as = unwrap(deliveryOf(engine.facts, SpokenAs.parse({})))
  expect(as.voice).toBe('Anna (Premium)')
  const text = '-o /etc/passwd [[rate 500]] größer'
  const { samples, sampleRate, words } = unwrap(await engine.speak({ text, as }, never))
  const letters = text.match(/\p{L}/gu)!.length
  expect([samples.length / sampleRate, words]).toEqual([letters / 20, undefined])
  const [call] = calledWith()
  expect(call).toMatchObject({ voice: 'Anna (Premium)', input: '-o /etc/passwd [ [rate 500]] größer' })
  expect(call!.args.join(' ')).not.toContain('passwd')
  expect(deliveryOf(engine.facts, SpokenAs.parse({ voice: 'Samantha' }))).toMatchObject({
    value: { voice: 'Samantha' },
  })
  expect(deliveryOf(engine.facts, SpokenAs.parse({ voice: 'Zoe' }))).toMatchObject({ error: { code: 'VOICE_INVALID' } })
})

test('Windows’ voices: PowerShell is told by environment and input, and a speed is made by stretching', async () => {
  const { command, calledWith } = systemStandIn(scratch(), windowsVoices)
  const engine = await withVoices(createSystemSpeech({ program: { ...powershell, command } }), never)
  const as = unwrap(deliveryOf(engine.facts, SpokenAs.parse({ voice: 'onyx', speed: 2 })))
  const { samples, sampleRate } = unwrap(await engine.speak({ text: 'Ten letters', as }, never))
  expect(samples.length / sampleRate).toBeCloseTo(10 / 20 / 2, 3)
  expect(calledWith()).toMatchObject([{ voice: 'Microsoft David Desktop', input: 'Ten letters' }])
})

test('a text in a language that the machine does not have goes to the usual voice', async () => {
  const { command } = systemStandIn(scratch(), macVoices)
  const japanese = [{ text: '東京の天気は晴れです。明日も晴れるでしょう。' }]
  const engine = await withVoices(createSystemSpeech({ program: { ...say, command } }), never, japanese)
  expect(engine.facts.guide.nova).toBe('Samantha')
})

test('a machine without such a program says so before and while it speaks, and leaves nothing behind', async () => {
  const temporary = scratch()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  const engine = createSystemSpeech({ program: { ...say, command: `${temporary}/none` } })
  expect(await engine.voices!(never)).toMatchObject({ error: { code: 'SYSTEM_VOICES_MISSING' } })
  const as = unwrap(deliveryOf(engine.facts, SpokenAs.parse({ voice: 'Anna' })))
  expect(await engine.speak({ text: 'Hello', as }, never)).toMatchObject({ error: { code: 'SYSTEM_VOICES_MISSING' } })
  expect(readdirSync(temporary)).toEqual([])
})

test('what is silent is nothing that was said', async () => {
  const { command } = systemStandIn(scratch(), macVoices)
  const engine = await withVoices(createSystemSpeech({ program: { ...say, command } }), never)
  const as = unwrap(deliveryOf(engine.facts, SpokenAs.parse({})))
  expect(await engine.speak({ text: '…', as }, never)).toMatchObject({ error: { code: 'SPEECH_NOTHING_TO_SAY' } })
})

test('another version of the program is other speech', async () => {
  const engineOf = (list: string, version: string) =>
    createSystemSpeech({
      program: {
        ...say,
        command: process.execPath,
        list: { args: ['-e', `process.stdout.write(${JSON.stringify(list)})`] },
        version: { args: ['-e', `process.stdout.write(${JSON.stringify(version)})`] },
      },
    })
  const versions = await Promise.all(
    ['1.51', '1.51', '1.52'].map(async (version) => (await withVoices(engineOf(macVoices, version), never)).version),
  )
  expect(versions[0]).toBe(versions[1])
  expect(versions[0]).not.toBe(versions[2])
})
