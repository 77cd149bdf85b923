import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Phrase, sayPhrase } from '#shared/phrases.ts'
import { encodePcm16, type MonoSound, parseWav, wavHeader } from '#shared/wav.ts'

interface Shape {
  tag?: number
  bits?: number
  channels?: number
  rate?: number
  /** The data chunk's size as the header says it; its true size by default. */
  says?: number
  /** Chunks before the format, as programs write them. */
  before?: Buffer
}

/** A WAV file around `data`, put together by hand. */
function wav(
  data: Buffer,
  { tag = 1, bits = 16, channels = 1, rate = 24_000, says = data.length, before }: Shape = {},
) {
  const fmt = Buffer.alloc(tag === 0xfffe ? 48 : 24)
  fmt.write('fmt ')
  fmt.writeUInt32LE(fmt.length - 8, 4)
  fmt.writeUInt16LE(tag, 8)
  fmt.writeUInt16LE(channels, 10)
  fmt.writeUInt32LE(rate, 12)
  fmt.writeUInt32LE((rate * channels * bits) / 8, 16)
  fmt.writeUInt16LE((channels * bits) / 8, 20)
  fmt.writeUInt16LE(bits, 22)
  if (tag === 0xfffe) fmt.writeUInt16LE(1, 32)
  const head = Buffer.from('data....')
  head.writeUInt32LE(says, 4)
  const riff = Buffer.from('RIFF....WAVE')
  riff.writeUInt32LE(says >= 1e9 ? says : 4 + fmt.length + 8 + data.length, 4)
  return Buffer.concat([riff, before ?? Buffer.alloc(0), fmt, head, data])
}

const pcm = (bits: number, ...values: number[]) =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(bits / 8)
      if (bits === 8) bytes.writeUInt8(value * 128 + 128)
      else bytes.writeIntLE(value * 2 ** (bits - 1), 0, bits / 8)
      return bytes
    }),
  )

const samples = (sound: MonoSound | Phrase) => ('code' in sound ? sound.code : [...sound.samples])

test('what is written is read back, rounded to 16 bits', () => {
  const anySamples = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 400 })
  fc.assert(
    fc.property(anySamples, fc.integer({ min: 8000, max: 96_000 }), (values, rate) => {
      const written = Float32Array.from(values)
      const sound = parseWav(Buffer.concat([wavHeader(rate, written.length), encodePcm16(written)]))
      if ('code' in sound) throw new Error(sayPhrase(sound))
      expect(sound.sampleRate).toBe(rate)
      expect(sound.samples.length).toBe(written.length)
      for (const [at, sample] of sound.samples.entries())
        expect(Math.abs(sample - written[at]!)).toBeLessThan(1 / 32_000)
      expect(encodePcm16(sound.samples)).toEqual(encodePcm16(written))
    }),
  )
})

test.each([8, 16, 24, 32])('PCM of %i bits', (bits) => {
  expect(samples(parseWav(wav(pcm(bits, 0, 0.5, -0.5, -1), { bits })))).toEqual([0, 0.5, -0.5, -1])
})

test('floats of 32 and 64 bits; what is no number or beyond full scale is put right', () => {
  const floats = Buffer.from(Float32Array.of(0.25, -0.75, Number.NaN, 7).buffer)
  expect(samples(parseWav(wav(floats, { tag: 3, bits: 32 })))).toEqual([0.25, -0.75, 0, 1])
  expect(samples(parseWav(wav(Buffer.from(Float64Array.of(0.25).buffer), { tag: 3, bits: 64 })))).toEqual([0.25])
})

test('channels are mixed down; the extensible format and odd chunks before the sound are read', () => {
  const list = Buffer.from('LIST\x03\0\0\0abc\0')
  expect(samples(parseWav(wav(pcm(16, 0.5, -0.25, 1 / 2, 1 / 2), { tag: 0xfffe, channels: 2, before: list })))).toEqual(
    [0.125, 0.5],
  )
})

test.each([0xffffffff, 0x7fffffff, 2_000_000_000, 0])(
  'a length not known beforehand, %i, reaches to the end',
  (says) => {
    expect(samples(parseWav(wav(pcm(16, 0.5, 0.25), { says })))).toEqual([0.5, 0.25])
  },
)

test('what can not be read is said in a few words', () => {
  const reason = (bytes: Uint8Array) => {
    const sound = parseWav(bytes)
    return 'code' in sound ? sayPhrase(sound) : sound
  }
  const whole = wav(pcm(16, 0.5, 0.25))
  expect(reason(Buffer.from('<html>'))).toBe('it is not a WAV')
  expect(reason(new Uint8Array())).toBe('it is not a WAV')
  expect(reason(whole.subarray(0, -1))).toBe('it is truncated')
  expect(reason(whole.subarray(0, 30))).toBe('its header is broken')
  expect(reason(whole.subarray(0, 36))).toBe('it holds no sound')
  expect(reason(wav(pcm(16, 0.5), { tag: 85 }))).toBe('its coding 85 is unknown')
  expect(reason(wav(pcm(16, 0.5), { channels: 0 }))).toBe('its header is broken')
  expect(reason(wav(pcm(16, 0.5), { rate: 0 }))).toBe('its header is broken')
})

test('no bytes make it throw', () => {
  const start = Array.from(wav(pcm(16, 0.5, 0.25)))
  const broken = fc
    .tuple(fc.nat(47), fc.uint8Array({ maxLength: 60 }))
    .map(([keep, rest]) => Uint8Array.from([...start.slice(0, keep), ...rest]))
  fc.assert(fc.property(broken, (bytes) => void parseWav(bytes)))
})
