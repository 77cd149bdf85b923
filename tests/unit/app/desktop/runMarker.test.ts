import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRunMarker } from '#app/desktop/runMarker.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

test('a run knows whether the one before ended as it should', () => {
  const path = join(scratch(), 'running')
  const first = openRunMarker(path)
  expect(first.isLeft).toBe(false)
  first.remove()
  expect(openRunMarker(path).isLeft).toBe(false)
  // That one never came to its end.
  const third = openRunMarker(path)
  expect(third.isLeft).toBe(true)
  third.remove()
  expect(openRunMarker(path).isLeft).toBe(false)
})

test('where nothing can be written the app goes on', () => {
  const marker = openRunMarker(join(scratch(), 'no', 'such', 'folder'))
  expect(marker.isLeft).toBe(false)
  marker.remove()
  const folder = join(scratch(), 'running')
  mkdirSync(folder)
  expect(openRunMarker(folder).isLeft).toBe(true)
})
