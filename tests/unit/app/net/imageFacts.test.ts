import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPictureFacts } from '#app/net/imageFacts.ts'
import { jpegHeader, pngHeader, webpHeader } from '#tests/fakes/media/pictures.ts'

const side = fc.integer({ min: 1, max: 16_383 })

test('type and size are read from the first bytes', () => {
  fc.assert(
    fc.property(side, side, (width, height) => {
      expect(readPictureFacts(pngHeader(width, height))).toEqual({ type: 'png', width, height })
      expect(readPictureFacts(jpegHeader(width, height))).toEqual({ type: 'jpeg', width, height })
      for (const kind of ['VP8 ', 'VP8L', 'VP8X'] as const)
        expect(readPictureFacts(webpHeader(kind, width, height))).toEqual({ type: 'webp', width, height })
    }),
  )
})

test('the widest PNG is read without a sign', () => {
  expect(readPictureFacts(pngHeader(0xffffffff, 1))).toMatchObject({ width: 0xffffffff })
})

test('what is no such picture, or cut off before its size, is nothing', () => {
  for (const text of ['', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '\xff\xd8\xff', 'RIFF1234WEBP'])
    expect(readPictureFacts(Buffer.from(text, 'latin1'))).toBeUndefined()
  for (const whole of [pngHeader(9, 9), jpegHeader(9, 9), webpHeader('VP8X', 9, 9)])
    for (let length = 0; length < 24; length++)
      expect(readPictureFacts(whole.subarray(0, Math.min(length, whole.length - 9)))).toBeUndefined()
})

test('any bytes end in facts or nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF'),
      fc.uint8Array({ maxLength: 99 }),
      (start, rest) => {
        readPictureFacts(Buffer.concat([Buffer.from(start, 'latin1'), rest]))
      },
    ),
  )
})
