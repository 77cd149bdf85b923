import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from '#files/makeFolder.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausecut-make-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('makes all that is missing, and says what it made first', async () => {
  expect(await makeFolder(join(folder, 'a', 'b', 'c'))).toBe(join(folder, 'a'))
  expect((await stat(join(folder, 'a', 'b', 'c'))).isDirectory()).toBe(true)
  expect(await makeFolder(join(folder, 'a', 'b', 'd'))).toBe(join(folder, 'a', 'b', 'd'))
  expect(await makeFolder(join(folder, 'a', 'b'))).toBeUndefined()
})

test('two that make the same folders at once are both content', async () => {
  const deep = (round: number) => join(folder, `round${round}`, 'a', 'b', 'c')
  for (let round = 0; round < 20; round++) {
    await Promise.all([makeFolder(deep(round)), makeFolder(deep(round)), makeFolder(deep(round))])
    expect((await stat(deep(round))).isDirectory()).toBe(true)
  }
})

test('rejects where a file is in the way', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(join(folder, 'file', 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.runIf(process.platform === 'linux')('rejects, and ends, where no folder can be made', async () => {
  await expect(makeFolder('/proc/pausecut/deeper')).rejects.toMatchObject({ code: 'ENOENT' })
})
