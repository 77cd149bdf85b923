import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeBytes } from '#engines/h264/syntax/emulationPrevention.ts'
import { nalRefIdc, nalUnitHeader, nalUnitType, splitNalUnits, toByteStream } from '#engines/h264/syntax/nalUnits.ts'

const unit = fc
  .array(fc.oneof(fc.constantFrom(0, 0, 1, 3), fc.nat(255)), { maxLength: 60 })
  .map((payload) => Uint8Array.of(0x65, ...escapeBytes(Uint8Array.of(...payload, 0x80))))

async function* inChunks(bytes: Uint8Array, cuts: number[]) {
  let from = 0
  for (const length of cuts) {
    yield bytes.subarray(from, from + length)
    from += length
  }
  yield bytes.subarray(from)
}

test('a byte stream in whatever chunks gives its NAL units', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { maxLength: 6 }), fc.array(fc.nat(9)), async (units, cuts) => {
      const found = await Array.fromAsync(splitNalUnits(inChunks(toByteStream(units), cuts)))
      expect(found.map((bytes) => [...bytes])).toEqual(units.map((bytes) => [...bytes]))
    }),
  )
})

test('short start codes, leading and trailing zeros belong to no unit', async () => {
  const stream = Uint8Array.of(0, 0, 0, 0, 1, 0x67, 9, 0, 0, 1, 0x68, 8, 0, 0, 0, 0, 1, 0x65, 7, 0, 0)
  const found = await Array.fromAsync(splitNalUnits(inChunks(stream, [])))
  expect(found.map((bytes) => [...bytes])).toEqual([
    [0x67, 9],
    [0x68, 8],
    [0x65, 7],
  ])
})

test('a unit is given out as soon as the next one begins', async () => {
  let ended = false
  async function* stream() {
    yield Uint8Array.of(0, 0, 1, 0x65, 1, 2, 0, 0)
    yield Uint8Array.of(1, 0x41)
    ended = true
    yield Uint8Array.of(5)
  }
  const units = splitNalUnits(stream())
  expect([...(await units.next()).value!]).toEqual([0x65, 1, 2])
  expect(ended).toBe(false)
})

test('the first byte carries nal_ref_idc and nal_unit_type', () => {
  const first = Uint8Array.of(nalUnitHeader(3, 7))
  expect([...first]).toEqual([0x67])
  expect([nalRefIdc(first), nalUnitType(first)]).toEqual([3, 7])
})
