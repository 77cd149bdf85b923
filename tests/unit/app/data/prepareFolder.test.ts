import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareFolder } from '#app/data/prepareFolder.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausecut-folder-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the folders that were made go again while they are empty, and no others', async () => {
  await writeFile(join(folder, 'other'), '')
  const prepared = await prepareFolder(join(folder, 'exports', 'talk'))
  expect(await readdir(join(folder, 'exports'))).toEqual(['talk'])
  if (prepared.ok) await prepared.value.unmake()
  expect(await readdir(folder)).toEqual(['other'])
})

test('a folder that holds something stays, and so does one that was there before', async () => {
  const prepared = await prepareFolder(join(folder, 'exports', 'talk'))
  await writeFile(join(folder, 'exports', 'kept'), '')
  if (prepared.ok) await prepared.value.unmake()
  expect(await readdir(join(folder, 'exports'))).toEqual(['kept'])

  const again = await prepareFolder(folder)
  if (again.ok) await again.value.unmake()
  expect(await readdir(folder)).toEqual(['exports'])
})

test('what killed runs left in it is removed', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid
  await writeFile(join(folder, `.pausecut-${dead}-0123abcd.mp4`), 'half')
  expect((await prepareFolder(folder)).ok).toBe(true)
  expect(await readdir(folder)).toEqual([])
})

test('a file in its place is an error in words', async () => {
  await writeFile(join(folder, 'talk'), '')
  expect(await prepareFolder(join(folder, 'talk'))).toMatchObject({ error: { code: 'FOLDER_IS_FILE' } })
  expect(await prepareFolder(join(folder, 'talk', 'deeper'))).toMatchObject({ error: { code: 'FOLDER_IS_FILE' } })
})

test.runIf(process.platform === 'linux')('a place nobody can write to is an error before any work', async () => {
  expect(await prepareFolder('/sys/pausecut')).toMatchObject({ ok: false, error: { code: 'FOLDER_READ_ONLY' } })
  expect(await prepareFolder('/proc/pausecut')).toMatchObject({ ok: false, error: { code: 'FILE_FAILED' } })
})
