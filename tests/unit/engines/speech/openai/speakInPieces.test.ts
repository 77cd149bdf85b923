import { expect, test } from 'vitest'
import { speakInPieces } from '#engines/speech/openai/speakInPieces.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'

const text = Array.from({ length: 20 }, (_, at) => `This is sentence ${at + 10}.`).join(' ')

/** A server that takes so many characters, and says a sample for each. */
function server(takes: number) {
  const asked: string[] = []
  const heard: string[] = []
  const speak = async (piece: string) => {
    asked.push(piece)
    const tooLong = piece.length > takes
    if (tooLong) return { spoken: fail(appError('SPEECH_REFUSED', { reason: words('too long') })), tooLong }
    heard.push(piece)
    return { spoken: ok({ samples: new Float32Array(piece.length), sampleRate: 8000 }), tooLong }
  }
  return { asked, heard, speak }
}

test('a text that is taken is asked for once', async () => {
  const { asked, speak } = server(1000)
  await speakInPieces(text, { longest: Number.POSITIVE_INFINITY }, speak)
  expect(asked).toEqual([text])
})

test('what is refused as too long is halved until it is taken, all of it heard, and the length kept in mind', async () => {
  const { asked, heard, speak } = server(100)
  const memory = { longest: Number.POSITIVE_INFINITY }
  const spoken = await speakInPieces(text, memory, speak)
  expect(heard.join(' ')).toBe(text)
  expect(spoken.ok && spoken.value.samples.length).toBe(heard.join('').length)
  expect(memory.longest).toBeLessThanOrEqual(100 * 2)
  const before = asked.length
  await speakInPieces(text, memory, speak)
  expect(asked.slice(before).every((piece) => piece.length <= 100)).toBe(true)
})

test('a server that refuses all lengths is believed in the end', async () => {
  const { speak, asked } = server(0)
  expect(await speakInPieces(text, { longest: Number.POSITIVE_INFINITY }, speak)).toMatchObject({ ok: false })
  expect(asked.length).toBeLessThan(8)
})
