import { expect, test } from 'vitest'
import { splitFiles } from '#engines/speech/openai/answer/splitFiles.ts'
import { plainWav } from '#tests/fakes/api/quirkySounds.ts'

const wav = plainWav(Float32Array.of(0.5, -0.5))
const lengths = (bytes: Uint8Array) => splitFiles(bytes, 'wav').map((file) => file.length)

test('each file begins at its own header, whatever lies between them', () => {
  expect(lengths(Buffer.concat([wav, wav, Buffer.from('?'), wav]))).toEqual([48, 49, 48])
})

test('the letters alone begin no file', () => {
  expect(lengths(Buffer.concat([wav, Buffer.from('RIFF....WAVE....')]))).toEqual([64])
  expect(lengths(Buffer.concat([wav, Buffer.from('RIFF')]))).toEqual([52])
  const flac = Buffer.from('fLaC\0\0\0\x22 and fLaC')
  expect(splitFiles(flac, 'flac')).toEqual([flac])
})

test('what no format here begins is one file', () => {
  expect(splitFiles(Buffer.from('RIFX....WAVE'), 'wav')).toHaveLength(1)
  expect(splitFiles(Buffer.from('OggSOggS'), 'ogg')).toHaveLength(1)
})
