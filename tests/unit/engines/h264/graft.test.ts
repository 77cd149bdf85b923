import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AccessUnit, type BandSource, type GraftSpec, graft } from '#engines/h264/graft.ts'
import { type Band, planBands } from '#engines/h264/planBands.ts'
import { readPictures } from '#engines/h264/readPictures.ts'
import { countSkipped } from '#engines/h264/skippedMacroblocks.ts'
import { unescapeBytes } from '#engines/h264/syntax/emulationPrevention.ts'
import { toByteStream } from '#engines/h264/syntax/nalUnits.ts'
import { UnsupportedStream } from '#engines/h264/syntax/unsupportedStream.ts'
import { arbitraryMovers } from './arbitraryMovers.ts'
import { type MadeStream, madePps, madeSps, makeStream } from './bandStream.ts'

interface Plan {
  readonly spec: GraftSpec
  readonly bands: Band[]
  /** Pictures at which each band changes, beside the IDR pictures. */
  readonly changes: readonly ReadonlySet<number>[]
}

/** Up to 4,000 pictures of a narrow video, with anything from no change to one in each picture. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    height: fc.integer({ min: 1, max: 60 }).map((n) => n * 8),
    pictures: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4000 })),
    idrPeriod: fc.oneof(fc.constant(150), fc.integer({ min: 1, max: 600 })),
  })
  .chain(({ height, pictures, idrPeriod }) =>
    arbitraryMovers(height).chain((movers) => {
      const bands = planBands(height, movers)
      const picture = fc.oneof(fc.constant(0), fc.constant(pictures - 1), fc.nat(pictures - 1))
      const changes = fc.oneof(fc.array(picture), fc.constant(Array.from({ length: pictures }, (_, n) => n)))
      return fc.tuple(...bands.map(() => changes)).map((sets) => ({
        spec: { width: 48, height, pictures, idrPeriod, rate: 30 },
        bands,
        changes: sets.map((set) => new Set(set)),
      }))
    }),
  )

const isIdr = (spec: GraftSpec, n: number) => n % spec.idrPeriod === 0

function makeSources({ spec, bands, changes }: Plan): { sources: BandSource[]; streams: MadeStream[] } {
  const streams: MadeStream[] = []
  const sources = bands.map((band, i): BandSource => {
    const codes = (n: number) => isIdr(spec, n) || changes[i]!.has(n)
    const coded = band.kind === 'still' ? [0] : Array.from({ length: spec.pictures }, (_, n) => n).filter(codes)
    const stream = makeStream(
      band,
      3,
      coded.map((n) => isIdr(spec, n)),
      { seed: i * 11 + 1 },
    )
    streams.push(stream)
    return { band, codes, stream: only(stream.bytes) }
  })
  return { sources, streams }
}

async function* only(bytes: Uint8Array) {
  yield bytes
}

const stitch = (units: AccessUnit[]) => toByteStream(units.flatMap(({ nalUnits }) => nalUnits))

test('every picture is whole: the bands’ slices where they changed, skipped macroblocks elsewhere', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { spec, bands, changes } = plan
      const { sources, streams } = makeSources(plan)
      const units = await Array.fromAsync(graft(spec, sources))
      expect(units.map(({ idr }) => idr)).toEqual(Array.from({ length: spec.pictures }, (_, n) => isIdr(spec, n)))
      const pictures = await Array.fromAsync(readPictures(only(stitch(units))))
      expect(pictures).toHaveLength(spec.pictures)

      const taken = bands.map(() => 0)
      pictures.forEach(({ slices, sps }, n) => {
        const idr = isIdr(spec, n)
        const found = slices.map(({ header, nalUnit, dataOffset }) => {
          expect(header.nal_unit_type).toBe(idr ? 5 : 1)
          expect(header.frame_num).toBe((n % spec.idrPeriod) % 256)
          return {
            first: header.first_mb_in_slice,
            header,
            data: unescapeBytes(nalUnit.subarray(1)).subarray(dataOffset),
          }
        })
        if (idr) {
          expect(sps.pic_height_in_map_units_minus1 + 1).toBe(Math.ceil(spec.height / 16))
          expect(slices[0]!.header.idr_pic_id).toBe((n / spec.idrPeriod) % 2)
        }
        let at = 0
        let skipped = 0
        const expectSkipped = (end: number) => {
          if (skipped === 0) return
          const slice = found[at++]!
          expect(slice.first).toBe(end - skipped)
          expect(slice.header.disable_deblocking_filter_idc).toBe(1)
          expect(countSkipped(slice.data, skipped + 1, slice.header.SliceQPY, 0)).toBe(skipped)
          skipped = 0
        }
        bands.forEach((band, i) => {
          const changed = idr || (band.kind === 'moving' && changes[i]!.has(n))
          if (!changed) {
            skipped += band.rows * 3
            return
          }
          expectSkipped(band.row * 3)
          const made = streams[i]!.pictures[band.kind === 'still' ? 0 : taken[i]!++]!
          made.forEach(({ first_mb_in_slice, data }, s) => {
            const slice = found[at++]!
            expect(slice.first).toBe(first_mb_in_slice + band.row * 3)
            expect([...slice.data]).toEqual([...data])
            expect(slice.header.SliceQPY).toBe(25)
            expect(slice.header.disable_deblocking_filter_idc).toBe(s === 0 ? 2 : 0)
          })
        })
        expectSkipped(Math.ceil(spec.height / 16) * 3)
        expect(found).toHaveLength(at)
      })
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('it streams: a picture comes before the bands have given the next but one, and no band runs ahead', async () => {
  const band = planBands(160, [{ name: 'waveform', top: 60, bottom: 100 }])[0]!
  const spec = { width: 48, height: 160, pictures: 500, idrPeriod: 150, rate: 30 }
  const { bytes } = makeStream(
    band,
    3,
    Array.from({ length: 500 }, (_, n) => isIdr(spec, n)),
  )
  let given = 0
  async function* stream() {
    for (let at = 0; at < bytes.length; at += 64) {
      given = Math.min(bytes.length, at + 64)
      yield bytes.subarray(at, at + 64)
    }
  }
  let seen = 0
  for await (const unit of graft(spec, [{ band, codes: () => true, stream: stream() }])) {
    seen += toByteStream(unit.nalUnits).length
    expect(given).toBeLessThan(seen + 4 * 256)
  }
  expect(given).toBe(bytes.length)
})

describe('streams that are not as they should be are refused in words', () => {
  const spec: GraftSpec = { width: 48, height: 240, pictures: 4, idrPeriod: 150, rate: 30 }
  const bands = planBands(240, [{ name: 'waveform', top: 100, bottom: 120 }])
  const moving = bands.findIndex(({ kind }) => kind === 'moving')
  const idr = [true, false, false, false]

  /** A graft whose moving band has this stream. */
  const graftWith = (bytes: Uint8Array) => {
    const sources = bands.map((band, i): BandSource => {
      const stream = i === moving ? bytes : makeStream(band, 3, [true]).bytes
      return { band, codes: () => true, stream: only(stream) }
    })
    return Array.fromAsync(graft(spec, sources))
  }
  const band = bands[moving]!

  test('as it should be, it is taken', async () => {
    expect(await graftWith(makeStream(band, 3, idr).bytes)).toHaveLength(4)
  })

  test.each([
    ['too short', makeStream(band, 3, [true, false]), 'a band ends too early'],
    ['too long', makeStream(band, 3, [...idr, false]), 'a band has more pictures than planned'],
    ['an IDR picture too many', makeStream(band, 3, [true, false, true, false]), 'a picture is an IDR picture'],
    ['of another width', makeStream(band, 4, idr, { sps: madeSps(band, 4) }), 'a band is 4x'],
    [
      'with long vectors',
      makeStream(band, 3, idr, { sps: { ...madeSps(band, 3), log2_max_mv_length_vertical: 8 } }),
      'vectors reach 67 rows, across the margin',
    ],
    [
      'with other transforms',
      makeStream(band, 3, idr, { pps: { ...madePps, transform_8x8_mode_flag: 0 } }),
      'bands differ in their transforms',
    ],
    ['with a margin that moves', makeStream(band, 3, idr, { upper: 8 }), 'the upper margin of a band moves'],
  ])('%s', async (_, { bytes }, message) => {
    await expect(graftWith(bytes)).rejects.toThrow(UnsupportedStream)
    await expect(graftWith(bytes)).rejects.toThrow(message)
  })

  test('empty', async () => {
    await expect(graftWith(new Uint8Array())).rejects.toThrow('a band ends too early')
  })
})

test('a band that pauses must not refer beyond its latest picture', async () => {
  const band = planBands(48, [{ name: 'captions', top: 0, bottom: 48 }])[0]!
  const spec: GraftSpec = { width: 48, height: 48, pictures: 6, idrPeriod: 150, rate: 30 }
  const run = (references: number, codes: (n: number) => boolean) => {
    const sps = madeSps(band, 3, references)
    const { bytes } = makeStream(band, 3, [true, false, false], { sps, references })
    return Array.fromAsync(graft(spec, [{ band, codes, stream: only(bytes) }]))
  }
  expect(await run(2, (n) => n < 3)).toHaveLength(6)
  expect(await run(1, (n) => n % 2 === 0)).toHaveLength(6)
  await expect(run(2, (n) => n % 2 === 0)).rejects.toThrow('a band refers to pictures across a pause')
})
