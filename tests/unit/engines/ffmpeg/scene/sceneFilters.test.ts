import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectFrames } from '#engines/ffmpeg/scene/sceneFilters.ts'

/** Evaluates the expression as ffmpeg does (ffmpeg-utils manual, "Expression Evaluation"). */
function passes(filter: string, n: number): boolean {
  const expression = /^select='(.*)'$/.exec(filter)![1]!.replaceAll('if(', 'choose(')
  const evaluate = new Function('n', 'choose', 'lt', 'bitand', 'pow', 'mod', `return ${expression}`)
  return Boolean(
    evaluate(
      n,
      (condition: number, yes: number, no: number) => (condition ? yes : no),
      (a: number, b: number) => Number(a < b),
      (a: number, b: number) => Number(BigInt(a) & BigInt(b)),
      (a: number, b: number) => a ** b,
      (a: number, b: number) => a % b,
    ),
  )
}

test('the chosen frames pass and no others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1000), { minLength: 1 }), (frames) => {
      const chosen = new Set(frames)
      const filter = selectFrames(chosen)
      for (let n = 0; n <= 1000; n++) expect(passes(filter, n), `frame ${n}`).toBe(chosen.has(n))
    }),
    { numRuns: 20 },
  )
})

test('choosing among the frames of ten minutes fits on a command line', () => {
  const everyTenth = new Set(Array.from({ length: 1800 }, (_, i) => i * 10))
  expect(selectFrames(everyTenth).length).toBeLessThan(18_000)
})
