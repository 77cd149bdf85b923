import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { decodeSound, mayHold } from '#engines/speech/openai/decodeSound.ts'
import { sayPhrase } from '#shared/phrases.ts'
import { encodePcm16, wavHeader } from '#shared/wav.ts'

const pcm = encodePcm16(Float32Array.of(0.5, -0.5))

test.each(['audio/wav', 'audio/mpeg', ''])('a WAV is known by its first bytes, called %s', (contentType) => {
  expect(decodeSound(Buffer.concat([wavHeader(16_000, 2), pcm]), contentType)).toEqual({
    samples: Float32Array.of(0.5, -0.5),
    sampleRate: 16_000,
  })
})

test('bare bytes are PCM of 24 kHz', () => {
  expect(decodeSound(pcm, 'audio/wav')).toEqual({ samples: Float32Array.of(0.5, -0.5), sampleRate: 24_000 })
})

test.each([
  ['it is audio/mpeg, not WAV', Buffer.from([0xff, 0xfb, 0x90, 0x44]), 'audio/mpeg'],
  ['it is MP3, not WAV', Buffer.from('ID3\x04....'), ''],
  ['it is Ogg, not WAV', Buffer.from('OggS....'), 'audio/wav'],
  ['it is FLAC, not WAV', Buffer.from('fLaC....'), 'audio/wav'],
  ['it is text/html', Buffer.from('<html>'), 'text/html; charset=utf-8'],
  ['it is text', Buffer.from('{"error":1}'), ''],
  ['it is application/json', Buffer.from('null'), 'application/json'],
])('%s', (words, bytes, contentType) => {
  const sound = decodeSound(bytes, contentType)
  expect('code' in sound && sayPhrase(sound)).toBe(words)
})

test('sound that is silent or far too short does not hold the text', () => {
  const sound = (seconds: number, level = 0.2) => ({
    samples: new Float32Array(seconds * 1000).fill(level),
    sampleRate: 1000,
  })
  const text = 'The market rose by three percent today, they said.'
  expect(mayHold(sound(3), text, 1)).toBe(true)
  expect(mayHold(sound(3, 0), text, 1)).toBe(false)
  expect(mayHold(sound(0.3), text, 1)).toBe(false)
  expect(mayHold(sound(0.3), text, 4)).toBe(true)
  expect(mayHold(sound(3), text, 0.25)).toBe(true)
  expect(mayHold(sound(0.1, 0), '— …', 1)).toBe(true)
})
