import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatSize } from '#shared/format.ts'
import { packSize, VoicePack, voicePacks } from '#shared/speech/voicePacks.ts'

test.each(voicePacks.map((pack) => [pack.name, pack] as const))('%s is described whole', (_, pack) => {
  expect(VoicePack.safeParse(pack).error).toBeUndefined()
  const paths = pack.files.map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(new Set(pack.files.map(({ sha256 }) => sha256)).size).toBe(paths.length)
})

test('they are as large as the documents say', () => {
  expect(voicePacks.map((pack) => [pack.name, formatSize(packSize(pack))])).toEqual([
    ['kokoro', '337.6 MB'],
    ['kokoro-small', '104.4 MB'],
  ])
})

// Raise `verified` of a pack when a report of `npm run verify-voice` is in: then the pages change with it.
test.each(['README.md', 'docs/voices.md'])('%s says that the packs were not tested as long as that is so', (page) => {
  const text = readFileSync(new URL(`../../../../${page}`, import.meta.url), 'utf8')
  const says = /not yet tested with the real model/i.test(text)
  expect(says).toBe(voicePacks.some(({ verified }) => !verified))
})
