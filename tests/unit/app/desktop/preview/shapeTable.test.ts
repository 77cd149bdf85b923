import { expect, test } from 'vitest'
import { openShapeTable } from '#app/desktop/preview/shapeTable.ts'
import { movePath, roundedRect, scalePath } from '#pipeline/captions/outline.ts'

const leaf = roundedRect(10, 20, 110, 70, 12)

test('a form is kept once, wherever and however large it stands', () => {
  const table = openShapeTable()
  const first = table.add(leaf)
  const moved = table.add(movePath(leaf, 333.3, -7))
  const smaller = table.add(scalePath(leaf, 0.84, { x: 0, y: 0 }))
  const both = table.add([...leaf, ...movePath(leaf, 0, 100)])
  expect(table.shapes).toHaveLength(1)
  expect(table.paths[first]).toEqual([0, 10_000, 1000, 2000])
  expect(table.paths[moved]).toEqual([0, 10_000, 34_330, 1300])
  expect(table.paths[smaller]).toEqual([0, 8400, 840, 1680])
  expect(table.paths[both]).toEqual([0, 10_000, 1000, 2000, 0, 10_000, 1000, 12_000])
})

test('the same outline is one entry, and costs once', () => {
  const table = openShapeTable()
  const first = table.add(leaf)
  const { bytes } = table
  expect(table.add(leaf)).toBe(first)
  expect(table.paths).toHaveLength(1)
  expect(table.bytes).toBe(bytes)
})

test('what has no size is left out', () => {
  const table = openShapeTable()
  expect(table.paths[table.add([['M', 5, 5]])]).toEqual([])
  expect(table.shapes).toEqual([])
})
