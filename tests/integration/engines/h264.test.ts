import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BandSource, graft } from '#engines/h264/graft.ts'
import { type Band, macroblock, planBands, sliceRows } from '#engines/h264/planBands.ts'
import { toByteStream } from '#engines/h264/syntax/nalUnits.ts'
import { cropRows, decodeFrames } from '#tests/fakes/media/decodeFrames.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'

const width = 128
const [[, ffmpeg]] = (await ffmpegs()) as [Awaited<ReturnType<typeof ffmpegs>>[number]]

interface Plan {
  readonly height: number
  readonly idrPeriod: number
  readonly pictures: number
  readonly bands: readonly Band[]
  /** The pictures that each band codes, ascending. */
  readonly coded: readonly number[][]
}

/** Any heights, movers and changes, with repeats from none to thousands. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    height: fc.integer({ min: 6, max: 20 }).map((n) => n * 16),
    idrPeriod: fc.constantFrom(1, 7, 150, 1000),
    pictures: fc.constantFrom(1, 2, 9, 40, 2500),
    tops: fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 60 }), fc.array(fc.nat(2499), { maxLength: 6 })), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ height, idrPeriod: period, pictures, tops }) => {
    // IDR pictures are coded anew each: few of them, however many pictures there are
    const idrPeriod = Math.max(period, Math.ceil(pictures / 12))
    const movers = tops.map(([at, tall], i) => {
      const top = at % (height - 1)
      return { name: `mover ${i}`, top, bottom: Math.min(height, top + tall) }
    })
    const bands = planBands(height, movers)
    const coded = bands.map((band, i) => {
      if (band.kind === 'still') return [0]
      const changes = tops[i % tops.length]![2].map((n) => n % pictures)
      const idrs = Array.from({ length: Math.ceil(pictures / idrPeriod) }, (_, k) => k * idrPeriod)
      return [...new Set([0, pictures - 1, ...changes, ...idrs])].sort((a, b) => a - b)
    })
    return { height, idrPeriod, pictures, bands, coded }
  })

/** Encodes a band whose core shows other noise in each coded picture, as bandJobs does. */
function encodeBand(folder: string, plan: Plan, index: number): string {
  const band = plan.bands[index]!
  const coded = plan.coded[index]!
  const rows = band.rows * macroblock
  const [above, below] = band.kind === 'moving' ? [band.marginTop, band.marginBottom] : [0, 0]
  const frames = coded.map((picture) => {
    const frame = Buffer.alloc((width * rows * 3) / 2, 128)
    for (let i = 0; i < width * rows; i++) frame[i] = 60 + ((i * 7) % 90)
    if (band.kind === 'moving') {
      const [from, to] = [above * macroblock + 8, rows - below * macroblock - 8]
      for (let y = from; y < to; y++) frame.fill((picture * 37 + y * 3) % 220, y * width, y * width + width - (y % 9))
    }
    return frame
  })
  const file = join(folder, `band${index}`)
  writeFileSync(`${file}.yuv`, Buffer.concat(frames))
  const idrs = coded.flatMap((picture, i) => (picture % plan.idrPeriod === 0 ? [(i / 30).toFixed(6)] : []))
  const slices = band.kind === 'moving' ? `slice-max-mbs=${(sliceRows(band) * width) / macroblock}:` : ''
  const params = `${slices}ipratio=4.5:bframes=0:weightp=0:scenecut=0:rc-lookahead=0:8x8dct=1:mvrange=32:ref=1:keyint=infinite`
  execFileSync(ffmpeg.path, [
    '-v',
    'error',
    '-y',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    '-s',
    `${width}x${rows}`,
    '-r',
    '30',
    '-i',
    `${file}.yuv`,
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-qp',
    '26',
    '-profile:v',
    'high',
    '-force_key_frames',
    idrs.join(),
    '-x264-params',
    params,
    '-f',
    'h264',
    `${file}.h264`,
  ])
  return `${file}.h264`
}

/** A mover at the upper edge, lower than a margin: x264 cuts the lower margin into slices as low as the core. */
const lowCore: Plan = {
  height: 96,
  idrPeriod: 7,
  pictures: 2,
  bands: planBands(96, [{ name: 'mover 0', top: 0, bottom: 5 }]),
  coded: [[0, 1], [0]],
}

async function* read(file: string) {
  yield readFileSync(file)
}

test('random plans: every band is shown as its own stream shows it, in every picture', async () => {
  const folder = scratch()
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { height, pictures, bands, coded } = plan
      const files = bands.map((_, i) => encodeBand(folder, plan, i))
      const sources = bands.map((band, i): BandSource => {
        const codes = new Set(coded[i])
        return { band, stream: read(files[i]!), codes: (n) => codes.has(n) }
      })
      const units = await Array.fromAsync(
        graft({ width, height, pictures, idrPeriod: plan.idrPeriod, rate: 30 }, sources),
      )
      const out = join(folder, 'out.h264')
      writeFileSync(out, toByteStream(units.flatMap(({ nalUnits }) => nalUnits)))
      const shown = await Promise.all(
        bands.map(async ({ rows }, i) => {
          const size = { width, height: rows * macroblock }
          return (await Array.fromAsync(decodeFrames(ffmpeg.path, files[i]!, size))).map((bytes) => Buffer.from(bytes))
        }),
      )
      let n = 0
      const at = bands.map(() => 0)
      for await (const picture of decodeFrames(ffmpeg.path, out, { width, height })) {
        bands.forEach(({ row, rows }, i) => {
          while ((coded[i]![at[i]! + 1] ?? Number.POSITIVE_INFINITY) <= n) at[i]!++
          const rowsShown = cropRows(picture, width, height, row * macroblock, rows * macroblock)
          expect(rowsShown.equals(shown[i]![at[i]!]!), `band ${i} in picture ${n}`).toBe(true)
        })
        n++
      }
      expect(n).toBe(pictures)
    }),
    { numRuns: 12, examples: [[lowCore]] },
  )
})
