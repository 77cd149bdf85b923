import { expect, test } from 'vitest'
import { buildLattice, type Lattice } from '#engines/align/lattice.ts'
import type { Models } from '#engines/align/models.ts'
import { searchPath } from '#engines/align/searchPath.ts'
import { type Features, featureSize } from '#engines/align/sound/features.ts'
import type { Path } from '#engines/align/trace.ts'

/** Three thirds of each phone; every model is a corner of its own in the space of features. */
const phone = (name: string, start: number) => ({ name, start, end: start + 0.1 })
const reading = (name: string, start: number) => [[phone(name, start)]]
const modelsOf = (lattice: Lattice): Models => {
  const mean = new Float32Array(lattice.models * featureSize)
  for (let m = 0; m < lattice.models; m++) mean[m * featureSize + (m % featureSize)] = 4
  return { count: lattice.models, mean, weight: new Float32Array(featureSize).fill(0.1) }
}
/** What is said: so many frames of a model, or of silence (-1). */
function recordingOf(models: Models, said: readonly (readonly [model: number, frames: number])[]) {
  const rows = said.flatMap(([model, frames]) => new Array<number>(frames).fill(model))
  const data = new Float32Array(rows.length * featureSize)
  rows.forEach((model, i) => {
    if (model >= 0) data.set(models.mean.subarray(model * featureSize, (model + 1) * featureSize), i * featureSize)
  })
  const features: Features = { hop: 0.01, frames: rows.length, data }
  return { features, loud: Float32Array.from(rows, (model) => (model === -1 ? 0 : 1)) }
}
const strangePenalty = 0.3
function search(lattice: Lattice, said: readonly (readonly [number, number])[]): Path {
  const models = modelsOf(lattice)
  const recording = recordingOf(models, said)
  const anywhere = lattice.junctionAt
  const within = { from: anywhere.map(() => 0), to: anywhere.map(() => recording.features.frames) }
  return searchPath(lattice, recording, models, { within, strangePenalty })
}
const runs = (path: Path) => {
  const found: string[] = []
  path.word.forEach((word, i) => {
    if (i === 0 || path.word[i - 1] !== word) found.push(`${word}@${i}`)
  })
  return found.join(' ')
}

const two = () =>
  buildLattice(
    [
      { readings: [reading('a', 0)], open: false },
      { readings: [reading('b', 0.1)], open: false },
    ],
    100,
  )

test('words are found at their frames, stretched and shortened, with silence anywhere', () => {
  const path = search(two(), [
    [-1, 20],
    ...[0, 1, 2].map((model) => [model, 8] as const),
    [-1, 15],
    ...[3, 4, 5].map((model) => [model, 2] as const),
    [-1, 5],
  ])
  expect(runs(path)).toBe('-1@0 0@20 -1@44 1@59 -1@65')
  expect(path.passed.to[1]).toBe(59)
  expect(path.passed.from[1]).toBe(44)
})

test('another reading is taken where it fits', () => {
  const words = [
    { readings: [reading('a', 0)], open: false },
    { readings: [reading('b', 0.1), [[phone('c', 0.3)], [phone('d', 0.5)]]], open: false },
    { readings: [reading('e', 0.2)], open: false },
  ]
  const lattice = buildLattice(words, 100)
  // Models come in the order of the nodes: a 0-2, b 3-5, c 6-8, d 9-11, e 12-14.
  const said = [0, 1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((model) => [model, 4] as const)
  expect(runs(search(lattice, said))).toBe('0@0 1@12 2@36')
})

test('an open word takes what nobody foresaw, and pulls no neighbour', () => {
  const words = [
    { readings: [reading('a', 0)], open: false },
    { readings: [reading('b', 0.1)], open: true },
    { readings: [reading('c', 0.2)], open: false },
  ]
  const said = [
    ...[0, 1, 2].map((model) => [model, 4] as const),
    [0, 20] as const,
    [7, 20] as const,
    ...[6, 7, 8].map((model) => [model, 4] as const),
  ]
  expect(runs(search(buildLattice(words, 100), said))).toBe('0@0 1@12 2@52')
})

test('a word that was left out takes no time', () => {
  const words = ['a', 'b', 'c'].map((name, i) => ({ readings: [reading(name, i / 10)], open: false }))
  const path = search(
    buildLattice(words, 100),
    [0, 1, 2, 6, 7, 8].map((model) => [model, 4] as const),
  )
  expect(runs(path)).toBe('0@0 2@12')
})

test('speech that is not in the text belongs to no word', () => {
  const path = search(two(), [
    ...[0, 1, 2].map((model) => [model, 4] as const),
    ...[4, 0, 5, 1, 4].map((model) => [model, 9] as const),
    ...[3, 4, 5].map((model) => [model, 4] as const),
  ])
  expect(runs(path)).toBe('0@0 -1@12 1@57')
})

test('junctions are passed where they may be, and nowhere else', () => {
  const lattice = two()
  const models = modelsOf(lattice)
  const said = [0, 1, 2, 3, 4, 5].map((model) => [model, 4] as const)
  const recording = recordingOf(models, said)
  const within = { from: Float64Array.of(0, 16, 24), to: Float64Array.of(0, 24, 24) }
  const path = searchPath(lattice, recording, models, { within, strangePenalty })
  expect(path.passed.from[1]).toBeGreaterThanOrEqual(16)
})

test('where a junction may be passed nowhere there is no path', () => {
  const lattice = two()
  const models = modelsOf(lattice)
  const recording = recordingOf(models, [[0, 24]])
  const within = { from: Float64Array.of(0, 16, 24), to: Float64Array.of(0, 8, 24) }
  const path = searchPath(lattice, recording, models, { within, strangePenalty })
  expect(path.cost).toBe(Number.POSITIVE_INFINITY)
  expect(path.word.every((word) => word === -1)).toBe(true)
})
