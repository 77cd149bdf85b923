import { expect, test } from 'vitest'
import { splitWavs } from '#engines/speech/openai/answer/splitWavs.ts'
import { plainWav } from '#tests/fakes/api/quirkySounds.ts'

const wav = plainWav(Float32Array.of(0.5, -0.5))

test('each file begins at its own header, whatever lies between them', () => {
  expect(splitWavs(Buffer.concat([wav, wav, Buffer.from('?'), wav])).map((file) => file.length)).toEqual([48, 49, 48])
})

test('the letters alone begin no file', () => {
  expect(splitWavs(Buffer.concat([wav, Buffer.from('RIFF....WAVE....')]))).toHaveLength(1)
  expect(splitWavs(Buffer.concat([wav, Buffer.from('RIFF')]))).toHaveLength(1)
})
