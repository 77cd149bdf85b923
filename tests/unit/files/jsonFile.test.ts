import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openKeptFile } from '#files/jsonFile.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const Count = z.object({ count: z.number() })
const place = () => join(scratch(), 'deep', 'count.json')

test('a value is there again after the next start', async () => {
  const path = place()
  const kept = openKeptFile(path, Count, { count: 0 })
  expect(kept.value).toEqual({ count: 0 })
  expect(await kept.change({ count: 1 })).toEqual({ ok: true, value: undefined })
  expect(openKeptFile(path, Count, { count: 0 }).value).toEqual({ count: 1 })
})

test('changes that come while one is written end with the last of them on the disk, and nothing beside it', async () => {
  const path = place()
  const kept = openKeptFile(path, Count, { count: 0 })
  const changes = Array.from({ length: 50 }, (_, at) => kept.change({ count: at + 1 }))
  expect(kept.value).toEqual({ count: 50 })
  await changes[0]
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ count: 50 })
  await Promise.all(changes)
  expect(readdirSync(join(path, '..'))).toEqual(['count.json'])
  await kept.change({ count: 51 })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ count: 51 })
})

test.each([
  ['half a file', '{"count": 1'],
  ['another shape', '{"count": "one"}'],
])('%s is put aside, not written over', (_, text) => {
  const path = place()
  mkdirSync(join(path, '..'))
  writeFileSync(path, text)
  expect(openKeptFile(path, Count, { count: 7 }).value).toEqual({ count: 7 })
  expect(existsSync(path)).toBe(false)
  expect(readFileSync(`${path}.broken`, 'utf8')).toBe(text)
})

test('a folder that can not be made is a failure in words', async () => {
  const folder = scratch()
  writeFileSync(join(folder, 'file'), '')
  const kept = openKeptFile(join(folder, 'file', 'count.json'), Count, { count: 0 })
  expect(await kept.change({ count: 1 })).toMatchObject({ ok: false, error: { code: 'FOLDER_IS_FILE' } })
})
