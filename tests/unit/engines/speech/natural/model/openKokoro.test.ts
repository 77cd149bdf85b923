import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openKokoro } from '#engines/speech/natural/model/openKokoro.ts'
import { speakText } from '#engines/speech/natural/model/speakText.ts'
import { tokensOf } from '#engines/speech/natural/phonemes/kokoroTokens.ts'
import { libraries, openRuntime } from '#engines/speech/natural/runtime/openRuntime.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { type MadeKokoro, unitsOf } from '#tests/fakes/voice/madeKokoro.ts'
import { writeMadePack } from '#tests/fakes/voice/madePack.ts'

const words = [
  { text: 'apple', signs: 'ˈæpᵊl', rest: '' },
  { text: '—', signs: '', rest: '' },
  { text: 'pear.', signs: 'pˈɛɹ', rest: '.' },
]
/** Seconds of one unit of the model's durations. */
const unit = 0.025

async function open(made: MadeKokoro = {}, only?: 'wasm') {
  const folder = scratch()
  writeMadePack(folder, made)
  return openKokoro(folder, await openRuntime(1, only))
}

const seconds = (signs: string) => tokensOf(signs).reduce((sum, token) => sum + unitsOf(token), 0) * unit

test.each([undefined, 'wasm'] as const)('words are heard when the model says so (%s)', async (only) => {
  const { samples, words: heard } = await speakText(await open({}, only), words, { voice: 'af_heart', speed: 1 })
  const start = unitsOf(0) * unit
  const apple = start + seconds('ˈæpᵊl')
  const pear = apple + seconds(' ')
  const end = pear + seconds('pˈɛɹ')
  expect(heard.map(({ text }) => text)).toEqual(['apple', '—', 'pear.'])
  expect(heard.flatMap((word) => [word.start, word.end])).toEqual(
    [start, apple, apple, apple, pear, end].map((time) => expect.closeTo(time, 6)),
  )
  expect(samples.length / 24_000).toBeCloseTo(end + seconds('.') + unitsOf(0) * unit, 6)
  // There is sound in a word, and none before the first one.
  const level = (from: number, to: number) =>
    Math.max(...samples.subarray(from * 24_000, to * 24_000).map((sample) => Math.abs(sample)))
  expect(level(start, apple)).toBeGreaterThan(0.2)
  expect(level(0, start - unit)).toBe(0)
})

test('each voice has its own sound', async () => {
  const kokoro = await open()
  const [one, other] = await Promise.all(
    ['af_heart', 'am_puck'].map((voice) => speakText(kokoro, words, { voice, speed: 1 })),
  )
  expect(one!.samples.length).toBe(other!.samples.length)
  expect(one!.samples).not.toEqual(other!.samples)
})

test.each([0.25, 0.5, 1.5, 2, 4])(
  'at speed %s it is as much shorter or longer, and its words with it',
  async (speed) => {
    const kokoro = await open()
    const usual = await speakText(kokoro, words, { voice: 'af_heart', speed: 1 })
    const other = await speakText(kokoro, words, { voice: 'af_heart', speed })
    // The made model rounds each token to whole units, as the real one does.
    expect(usual.samples.length / other.samples.length / speed).toBeGreaterThan(0.7)
    expect(usual.samples.length / other.samples.length / speed).toBeLessThan(1.3)
    const last = other.words.at(-1)!
    const silence = ((unitsOf(0) + unitsOf(4)) * unit) / speed
    expect(other.samples.length / 24_000 - last.end).toBeGreaterThan(silence * 0.7)
    expect(other.samples.length / 24_000 - last.end).toBeLessThan(silence * 1.3)
  },
)

test('exports with other names and whole speeds are spoken with too', async () => {
  const ports = { ids: 'tokens', waveform: 'audio', durations: 'duration' }
  const kokoro = await open({ ports, speed: 'int32' })
  const usual = await speakText(kokoro, words, { voice: 'af_heart', speed: 1 })
  const fast = await speakText(kokoro, words, { voice: 'af_heart', speed: 1.6 })
  expect(usual.samples.length / fast.samples.length).toBeCloseTo(1.6, 2)
  expect(fast.words[2]!.start).toBeCloseTo(usual.words[2]!.start / 1.6, 6)
})

test('more tokens than one request holds are spoken one part after the other', async () => {
  const many = Array.from({ length: 40 }, (_, at) => ({ text: `${at}`, signs: 'twˈɛnti nˈIntin hˈʌndɹəd', rest: ',' }))
  const { samples, words: heard } = await speakText(await open(), many, { voice: 'af_heart', speed: 1 })
  expect(heard).toHaveLength(40)
  expect(heard.every(({ start, end }, at) => start < end && start >= (heard[at - 1]?.end ?? 0))).toBe(true)
  expect(heard.at(-1)!.end).toBeLessThan(samples.length / 24_000)
})

test('one word of more tokens than that ends where the request does', async () => {
  const word = { text: 'A'.repeat(600), signs: 'A'.repeat(600), rest: '' }
  const { words: heard } = await speakText(await open(), [word], { voice: 'af_heart', speed: 1 })
  expect(heard).toHaveLength(1)
})

test('a file that is no whole model, a voice of another size and a model without durations are refused', async () => {
  const folder = scratch()
  writeMadePack(folder)
  const runtime = await openRuntime(1)
  writeFileSync(join(folder, 'voices', 'af_bella.bin'), new Uint8Array(1000))
  const kokoro = await openKokoro(folder, runtime)
  await expect(speakText(kokoro, words, { voice: 'af_bella', speed: 1 })).rejects.toThrow('1000 bytes')
  truncateSync(join(folder, 'onnx', 'model.onnx'), 3000)
  await expect(openKokoro(folder, runtime)).rejects.toThrow()
  await expect(open({ ports: { ids: 'input_ids', waveform: 'waveform', durations: 'pace' } })).rejects.toThrow('port')
})

test('where the native runtime does not load, the other one does, and says why', async () => {
  const broken = { ...libraries, native: () => Promise.reject(new Error('libonnxruntime.so.1: no such file')) }
  const runtime = await openRuntime(1, undefined, broken)
  expect(runtime).toMatchObject({ name: 'wasm', lack: 'libonnxruntime.so.1: no such file' })
  expect(await openRuntime(1)).not.toHaveProperty('lack')
})
