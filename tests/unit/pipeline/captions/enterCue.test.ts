import { expect, test } from 'vitest'
import { enterCue } from '#pipeline/captions/enterCue.ts'
import { boundsOf, type Outline, roundedRect } from '#pipeline/captions/outline.ts'

const box = { left: 100, top: 200, right: 300, baseline: 260 }
const part = (from: number, to: number, more: Partial<Outline> = {}): Outline => ({
  ...{ layer: 0, from, to, colour: '#ffffff', opacity: 0.8 },
  path: roundedRect(100, 200, 300, 260, 20),
  ...more,
})
const at = (painted: readonly Outline[], frame: number) => painted.filter(({ from, to }) => from <= frame && frame < to)

test('a cue springs up to its size about its middle, and stays', () => {
  const painted = enterCue([part(30, 60, { spread: 4, blur: 2 })], box, { from: 30, to: 60 }, 'pop')
  const widths = [30, 31, 32, 59].map((frame) => {
    const [only] = at(painted, frame)
    const { left, right, top, bottom } = boundsOf(only!.path)
    expect((left + right) / 2).toBeCloseTo(200)
    expect((top + bottom) / 2).toBeCloseTo(230)
    expect(only!.spread! / 4).toBeCloseTo((right - left) / 200)
    return Math.round(right - left)
  })
  expect(widths).toEqual([168, 192, 200, 200])
})

test('or it fades in', () => {
  const painted = enterCue([part(30, 60)], box, { from: 30, to: 60 }, 'fade')
  expect([30, 31, 32].map((frame) => at(painted, frame)[0]!.opacity)).toEqual([0.8 * 0.35, 0.8 * 0.7, 0.8])
})

test('every frame shows what it showed, and no part twice', () => {
  const words = [part(30, 31), part(31, 40), part(40, 60, { layer: 1 }), part(30, 60, { layer: 2 })]
  const painted = enterCue(words, box, { from: 30, to: 60 }, 'pop')
  for (let frame = 30; frame < 60; frame++) {
    expect(at(painted, frame).map(({ layer }) => layer)).toEqual(at(words, frame).map(({ layer }) => layer))
  }
})

test('the first frame of a video shows its caption whole; a caption of few frames has no time to come in', () => {
  const still = [part(0, 60)]
  expect(enterCue(still, box, { from: 0, to: 60 }, 'pop')).toEqual(still)
  const short = [part(30, 36)]
  expect(enterCue(short, box, { from: 30, to: 36 }, 'pop')).toEqual(short)
})
