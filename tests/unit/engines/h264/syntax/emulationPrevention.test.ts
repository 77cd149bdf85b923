import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeBytes, escapedOffset, unescapeBytes } from '#engines/h264/syntax/emulationPrevention.ts'

/** Many zeros and small bytes, where escaping happens. */
const bytes = fc.array(fc.oneof(fc.constantFrom(0, 0, 0, 1, 2, 3, 4), fc.nat(255))).map((a) => Uint8Array.from(a))

test('escaped bytes hold no start code and are read again', () => {
  fc.assert(
    fc.property(bytes, (rbsp) => {
      const escaped = Buffer.from(escapeBytes(rbsp))
      for (const forbidden of [0, 1, 2]) expect(escaped.indexOf(Buffer.of(0, 0, forbidden))).toBe(-1)
      expect([...unescapeBytes(escaped)]).toEqual([...rbsp])
    }),
  )
})

test('a limited read is the beginning of a full one, and offsets find each byte', () => {
  fc.assert(
    fc.property(bytes, fc.nat(40), (rbsp, limit) => {
      const escaped = escapeBytes(rbsp)
      expect([...unescapeBytes(escaped, limit)]).toEqual([...rbsp.subarray(0, limit)])
      rbsp.forEach((byte, i) => {
        expect(escaped[escapedOffset(escaped, i)]).toBe(byte)
        expect([...unescapeBytes(escaped.subarray(0, escapedOffset(escaped, i) + 1))]).toEqual([
          ...rbsp.subarray(0, i + 1),
        ])
      })
    }),
  )
})
