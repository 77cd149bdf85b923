import { mkdirSync, readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCaches, pruneCaches } from '#app/run/openCaches.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

test('the caches lie apart below the data folder, and what is too much goes, longest unused first', async () => {
  const home = scratch()
  const { speechCache } = openCaches(home)
  mkdirSync(speechCache, { recursive: true })
  for (const [age, name] of ['new.wav', 'older.wav', 'oldest.wav'].entries()) {
    const path = join(speechCache, name)
    writeFileSync(path, '')
    // A hole: it counts, and takes no room.
    truncateSync(path, 900_000_000)
    utimesSync(path, 1_000_000 - age, 1_000_000 - age)
  }
  await pruneCaches(home)
  expect(readdirSync(speechCache).sort()).toEqual(['new.wav', 'older.wav'])
})
