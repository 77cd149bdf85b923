import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BitReader, BitWriter } from '#engines/h264/syntax/bits.ts'

const element = fc.oneof(
  fc.record({ kind: fc.constant('u' as const), n: fc.integer({ min: 1, max: 32 }), raw: fc.nat(2 ** 31 - 1) }),
  fc.record({ kind: fc.constant('ue' as const), value: fc.nat(2 ** 31 - 1) }),
  fc.record({ kind: fc.constant('se' as const), value: fc.integer({ min: -(2 ** 30), max: 2 ** 30 }) }),
)

test('what is written is read again, bit for bit', () => {
  fc.assert(
    fc.property(fc.array(element, { minLength: 1 }), (elements) => {
      const writer = new BitWriter()
      const expected = elements.map((e) => {
        if (e.kind === 'ue') return [e.kind, writer.ue(e.value) && e.value]
        if (e.kind === 'se') return [e.kind, writer.se(e.value) && e.value]
        const value = e.raw % 2 ** e.n
        return [e.kind, writer.u(e.n, value) && value]
      })
      const end = writer.position
      const reader = new BitReader(writer.rbspTrailingBits().bytes())
      const read = elements.map((e) => {
        expect(reader.moreRbspData()).toBe(true)
        return [e.kind, e.kind === 'u' ? reader.u(e.n) : reader[e.kind]()]
      })
      expect(read).toEqual(expected)
      expect(reader.position).toBe(end)
      expect(reader.moreRbspData()).toBe(false)
    }),
  )
})

test('Exp-Golomb codes are those of table 9-2', () => {
  const bits = [0, 1, 2, 3, 4].map((value) => [...new BitWriter().ue(value).bytes()][0]!.toString(2).padStart(8, '0'))
  expect(bits).toEqual(['10000000', '01000000', '01100000', '00100000', '00101000'])
  expect([...new BitWriter().se(1).se(-1).bytes()]).toEqual([0b01001100])
})

test('reading past the end is an error, not a zero', () => {
  const reader = new BitReader(Uint8Array.of(0))
  expect(() => reader.ue()).toThrow(RangeError)
})
