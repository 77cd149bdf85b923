import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openJsonFile } from '#files/jsonFile.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { makeUnreadable } from '#tests/fakes/service/unreadableFile.ts'

const Count = z.object({ count: z.number() })
const place = () => join(scratch(), 'deep', 'count.json')

test('a value is there again after the next start', async () => {
  const path = place()
  const kept = openJsonFile(path, Count, { count: 0 })
  expect(kept.value).toEqual({ count: 0 })
  expect(await kept.change({ count: 1 })).toEqual({ ok: true, value: undefined })
  expect(openJsonFile(path, Count, { count: 0 }).value).toEqual({ count: 1 })
})

test('changes that come while one is written end with the last of them on the disk, and nothing beside it', async () => {
  const path = place()
  const kept = openJsonFile(path, Count, { count: 0 })
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
])('%s is put aside, not written over', async (_, text) => {
  const path = place()
  mkdirSync(join(path, '..'))
  writeFileSync(path, text)
  const kept = openJsonFile(path, Count, { count: 7 })
  expect(kept.value).toEqual({ count: 7 })
  expect(kept.problem).toMatchObject({ code: 'FILE_DAMAGED', facts: { path, aside: `${path}.broken` } })
  expect(existsSync(path)).toBe(false)
  expect(readFileSync(`${path}.broken`, 'utf8')).toBe(text)
  expect(await kept.change({ count: 8 })).toMatchObject({ ok: true })
  expect(openJsonFile(path, Count, { count: 7 })).toMatchObject({ value: { count: 8 }, problem: undefined })
})

test('each broken file is put aside by a name of its own', () => {
  const path = place()
  mkdirSync(join(path, '..'))
  for (const text of ['first', 'second', 'third']) {
    writeFileSync(path, text)
    openJsonFile(path, Count, { count: 0 })
  }
  const aside = ['.broken', '.broken-2', '.broken-3'].map((ending) => readFileSync(`${path}${ending}`, 'utf8'))
  expect(aside).toEqual(['first', 'second', 'third'])
})

test('a file that can not be read is neither written over nor removed, and is there again when it can', async () => {
  const path = place()
  mkdirSync(join(path, '..'))
  writeFileSync(path, '{"count": 5}')
  const giveBack = makeUnreadable(path)
  const kept = openJsonFile(path, Count, { count: 0 })
  const unreadable = { code: 'FILE_UNREADABLE', facts: { path } }
  expect(kept.problem).toMatchObject(unreadable)
  expect(await kept.change({ count: 1 })).toMatchObject({ error: unreadable })
  expect(await kept.remove()).toMatchObject({ error: unreadable })
  giveBack()
  expect(readFileSync(path, 'utf8')).toBe('{"count": 5}')
  // What was to be written was made of a value that was not the file's.
  expect(await kept.change({ count: 1 })).toMatchObject({ error: unreadable })
  expect(kept.value).toEqual({ count: 5 })
  expect(kept.problem).toBeUndefined()
  expect(await kept.change({ count: kept.value.count + 1 })).toMatchObject({ ok: true })
  expect(readFileSync(path, 'utf8')).toContain('6')
})

test('a folder in its place can not be read either', () => {
  const path = place()
  mkdirSync(path, { recursive: true })
  expect(openJsonFile(path, Count, { count: 0 }).problem).toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('what is removed stays removed, whatever was still to be written', async () => {
  const path = place()
  const kept = openJsonFile(path, Count, { count: 0 })
  const changes = [kept.change({ count: 1 }), kept.change({ count: 2 })]
  expect(await kept.remove()).toEqual({ ok: true, value: undefined })
  await Promise.all(changes)
  expect(readdirSync(join(path, '..'))).toEqual([])
})

test('a folder that can not be made is a failure in words', async () => {
  const folder = scratch()
  const kept = openJsonFile(join(folder, 'file', 'count.json'), Count, { count: 0 })
  writeFileSync(join(folder, 'file'), '')
  expect(await kept.change({ count: 1 })).toMatchObject({ ok: false, error: { code: 'FOLDER_IS_FILE' } })
})
