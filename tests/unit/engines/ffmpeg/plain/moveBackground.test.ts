import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveBackground, paceOf, stride } from '#engines/ffmpeg/plain/moveBackground.ts'
import { fps } from '#shared/domain.ts'

const portrait = { width: 1080, height: 1920, frameCount: 1200 }
const landscape = { width: 1920, height: 1080, frameCount: 1200 }
const motions = ['zoom-in', 'zoom-out', 'pan-left', 'pan-right'] as const

/** The corners that perspective is given at a position, reckoned by JavaScript from its own expressions. */
function cornersAt(graph: string, { width, height }: { width: number; height: number }, position: number): number[] {
  return ['x0', 'y0', 'x1', 'y1', 'x2', 'y2', 'x3', 'y3'].map((name) => {
    const expression = new RegExp(`[=:]${name}='([^']+)'`).exec(graph)?.[1] ?? ''
    const value = new Function('W', 'H', 'PI', 'on', 'asin', 'cos', `return ${expression}`)
    return value(width, height, Math.PI, position + 1, Math.asin, Math.cos)
  })
}

test('goes at a calm pace, neither endlessly slow nor further than its depth', () => {
  expect(paceOf({ frameCount: 10 * fps })).toEqual({ legs: 1, travel: 0.02 })
  expect(paceOf({ frameCount: 40 * fps })).toEqual({ legs: 1, travel: 0.07 })
  expect(paceOf({ frameCount: 70 * fps })).toEqual({ legs: 2, travel: 0.07 })
  expect(paceOf({ frameCount: 600 * fps }).legs).toBe(17)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3600 * fps }), (frameCount) => {
      const { legs, travel } = paceOf({ frameCount })
      const perSecond = travel / (frameCount / fps / legs)
      expect(perSecond).toBeLessThanOrEqual(0.002 + 1e-12)
      expect(perSecond).toBeGreaterThan(0.00099)
    }),
  )
})

test.each(motions)(
  '%s: no corner moves by 0.9 pixels between positions, and nothing outside the background is seen',
  (motion) => {
    fc.assert(
      fc.property(
        fc.constantFrom(portrait, landscape),
        fc.integer({ min: 1, max: 300 * fps }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (size, frameCount, at) => {
          const scene = { ...size, frameCount, motion }
          const graph = moveBackground(scene)
          const position = Math.floor((at * frameCount) / stride)
          const here = cornersAt(graph, scene, position)
          const next = cornersAt(graph, scene, position + 1)
          const moved = [0, 2, 4, 6].map((i) => Math.hypot(next[i]! - here[i]!, next[i + 1]! - here[i + 1]!))
          expect(Math.max(...moved)).toBeLessThan(0.9)
          const [x0, y0, x1, y1, x2, y2, x3, y3] = here as [
            number,
            number,
            number,
            number,
            number,
            number,
            number,
            number,
          ]
          expect([x0, y0, x1, y2]).toEqual([x2, y1, x3, y3])
          for (const [low, high, end] of [[x0, x1, size.width] as const, [y0, y2, size.height] as const]) {
            expect(low).toBeGreaterThanOrEqual(-1e-9)
            expect(high).toBeLessThanOrEqual(end + 1e-9)
          }
          // Never stretched.
          expect((x1 - x0) / (y2 - y0)).toBeCloseTo(size.width / size.height, 9)
        },
      ),
    )
  },
)

test('a zoom keeps the centre, begins and ends where its name says', () => {
  const ends = (motion: (typeof motions)[number]) => {
    const graph = moveBackground({ ...portrait, motion })
    return [0, portrait.frameCount / stride].map((position) => cornersAt(graph, portrait, position))
  }
  const [whole, near] = ends('zoom-in')
  expect(whole![0]).toBeCloseTo(0, 9)
  expect(near![0]).toBeCloseTo(540 - 540 / 1.07, 9)
  expect(near![0]! + near![2]!).toBeCloseTo(1080, 9)
  expect(near![1]! + near![5]!).toBeCloseTo(1920, 9)
  const [first, last] = ends('zoom-out')
  expect(first![0]).toBeCloseTo(near![0]!, 9)
  expect(last![0]).toBeCloseTo(0, 9)
})

test('a pan keeps its size and height and goes to the named side', () => {
  for (const [motion, sign] of [
    ['pan-right', 1],
    ['pan-left', -1],
  ] as const) {
    const graph = moveBackground({ ...landscape, motion })
    const [from, to] = [0, landscape.frameCount / stride].map((position) => cornersAt(graph, landscape, position))
    expect(Math.sign(to![0]! - from![0]!)).toBe(sign)
    expect(to![2]! - to![0]!).toBeCloseTo(from![2]! - from![0]!, 9)
    expect(to![1]).toBeCloseTo(from![1]!, 9)
  }
})

test('the graph draws a position every tenth frame and mixes the others, for exactly as many frames as asked for', () => {
  const graph = moveBackground({ ...portrait, frameCount: 31, motion: 'zoom-in' })
  expect(graph).toContain('settb=10/30,setpts=N,trim=end_frame=6,perspective=')
  expect(graph).toContain(
    'framerate=fps=30:interp_start=0:interp_end=255:flags=0,settb=1/30,setpts=N,trim=end_frame=31',
  )
})
