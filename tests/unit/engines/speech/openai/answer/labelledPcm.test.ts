import { expect, test } from 'vitest'
import { labelledPcm, openAiPcm } from '#engines/speech/openai/answer/labelledPcm.ts'

test.each([
  ['audio/pcm', {}],
  ['audio/x-pcm; rate=8000', { sampleRate: 8000 }],
  ['audio/pcm;rate=16000;channels=2', { sampleRate: 16_000, channels: 2 }],
  ['audio/pcm; sample_rate=44100; bits=24', { sampleRate: 44_100, bits: 24 }],
  ['audio/L16; rate=16000; channels=1', { sampleRate: 16_000, anyOrder: true }],
  ['audio/l16;codec=pcm;rate=24000', { anyOrder: true }],
  ['audio/L24;rate=48000', { sampleRate: 48_000, bits: 24, anyOrder: true }],
  ['audio/x-raw, format=F32LE, rate=22050', { sampleRate: 22_050, bits: 32, float: true }],
  ['audio/pcm; encoding=float', { bits: 32, float: true }],
  ['audio/wav; codec="audio/pcm"; samplerate=16000', { sampleRate: 16_000 }],
])('%s', (label, facts) => {
  expect(labelledPcm(label)).toEqual({ ...openAiPcm, ...facts })
})

test.each(['audio/wav', 'audio/mpeg', 'application/octet-stream', 'audio/lpc', ''])(
  '%s promises no samples',
  (label) => {
    expect(labelledPcm(label)).toBeUndefined()
  },
)
