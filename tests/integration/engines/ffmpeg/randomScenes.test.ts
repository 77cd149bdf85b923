import fc from 'fast-check'
import { test } from 'vitest'
import { type StripSceneOptions, stripScene } from '#tests/fakes/media/stripScene.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { encodeGrafted, expectBandsComposed, expectNothingLost, expectSameInOpenH264 } from '#tests/graftedVideo.ts'
import { isThere } from '../../../../scripts/testPrograms.ts'

/** How many scenes are tried. More are a search for what nobody thought of: `RANDOM_SCENES=500 vitest run randomScenes`. */
const numRuns = Number(process.env.RANDOM_SCENES ?? 8)

const even = (min: number, max: number) => fc.integer({ min: min / 2, max: max / 2 }).map((n) => 2 * n)

/** A span of luma rows; often at an edge of the frame or of a macroblock. */
function span(height: number): fc.Arbitrary<readonly [number, number]> {
  const row = fc.oneof(
    even(0, height),
    fc.constantFrom(0, height),
    even(0, height).map((y) => y - (y % 16)),
  )
  return fc
    .tuple(row, row)
    .map(([a, b]) => (a === b ? [Math.max(0, a - 8), Math.min(height, b + 8)] : [Math.min(a, b), Math.max(a, b)]))
}

const scenes: fc.Arbitrary<StripSceneOptions> = fc
  .record({
    width: even(96, 288),
    height: even(96, 480),
    frameCount: fc.oneof(fc.constantFrom(1, 2, 149, 150, 151, 301), fc.integer({ min: 1, max: 320 })),
  })
  .chain((size) =>
    fc.record(
      {
        width: fc.constant(size.width),
        height: fc.constant(size.height),
        frameCount: fc.constant(size.frameCount),
        waveform: span(size.height),
        captions: span(size.height),
        changes: fc
          .uniqueArray(fc.oneof(fc.nat(size.frameCount - 1), fc.constantFrom(0, size.frameCount - 1)), {
            minLength: 1,
            maxLength: 8,
          })
          .map((changes) => changes.sort((a, b) => a - b)),
        style: fc.constantFrom('line', 'bars', 'mirrored'),
        ground: fc.nat(5000),
        grain: fc.constantFrom(0, 2, 10, 60, 160),
        loudness: fc.constantFrom(0, 0.3, 1.2, 5),
      },
      { requiredKeys: ['width', 'height', 'frameCount'] },
    ),
  )

/** Grounds so smooth that x264 found a vector better than none where a margin begins, before bandJobs roughened it. */
const smooth = [113, 152].map(
  (ground): StripSceneOptions => ({
    width: 480,
    height: 640,
    frameCount: 3,
    ground,
    grain: 0,
    waveform: [160, 240],
    captions: [400, 480],
    changes: [0, 2],
  }),
)

test(
  'random scenes are grafted: bands composed, nothing lost, the same in another decoder',
  async () => {
    const all = new Map(await ffmpegs())
    await fc.assert(
      fc.asyncProperty(scenes, fc.constantFrom(...all.keys()), async (wish, name) => {
        const ffmpeg = all.get(name)!
        const folder = scratch()
        const scene = await stripScene(folder, wish)
        const out = `${folder}/out.mp4`
        await encodeGrafted(ffmpeg, scene, out)
        await expectBandsComposed(ffmpeg, scene, out, folder)
        await expectNothingLost(ffmpeg, scene, out, folder)
        // That decoder shows no video of a single frame, whoever encoded it.
        if (isThere('openh264dec') && scene.frameCount > 1) await expectSameInOpenH264(ffmpeg, scene, out)
      }),
      {
        numRuns,
        examples: smooth.flatMap((wish) => [...all.keys()].map((name): [StripSceneOptions, string] => [wish, name])),
      },
    )
  },
  60_000 + numRuns * 20_000,
)
