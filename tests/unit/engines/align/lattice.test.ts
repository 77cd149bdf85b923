import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildLattice } from '#engines/align/lattice.ts'

const part = fc
  .array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), length: fc.double({ min: 0.01, max: 0.3, noNaN: true }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((phones) => {
    let now = 0
    return phones.map(({ name, length }) => {
      const start = now
      now += length
      return { name, start, end: now }
    })
  })
const words = fc.array(
  fc.record({
    readings: fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    open: fc.boolean(),
  }),
)

test('every arc leads upwards, every junction but the ends is entered and left, every node has its arc', () => {
  fc.assert(
    fc.property(words, (all) => {
      const { arcs, junctionAt, model } = buildLattice(all, 100)
      let nodes = 0
      for (const arc of arcs) {
        expect(arc.to).toBeGreaterThan(arc.from)
        expect(arc.first).toBe(nodes)
        nodes += arc.count
      }
      expect(nodes).toBe(model.length)
      for (let j = 0; j < junctionAt.length - 1; j++) {
        expect(arcs.some((arc) => arc.from === j)).toBe(true)
        expect(arcs.some((arc) => arc.to === j + 1)).toBe(true)
      }
    }),
  )
})
