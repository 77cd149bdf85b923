import { spawnSync } from 'node:child_process'
import { chmodSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareDataFolder } from '#app/data/prepareDataFolder.ts'
import { englishSentence } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausecut-data-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('it is made with its folder for work, and goes again while it is empty', async () => {
  const prepared = await prepareDataFolder(join(folder, 'home'))
  if (!prepared.ok) throw new Error(englishSentence(prepared.error))
  expect(prepared.value.work).toBe(join(folder, 'home', 'work'))
  expect(await readdir(join(folder, 'home'))).toEqual(['work'])
  await prepared.value.unmake()
  expect(await readdir(folder)).toEqual([])
})

test.skipIf(process.platform === 'win32')(
  'it is for its owner alone, and closed to others where it was open',
  async () => {
    for (const home of [folder, join(folder, 'deeper', 'home')]) {
      if (home === folder) chmodSync(home, 0o755)
      expect((await prepareDataFolder(home)).ok).toBe(true)
      expect(statSync(home).mode & 0o777).toBe(0o700)
    }
  },
)

test('what killed runs left to work on is removed', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid
  const left = join(folder, 'work', `.pausecut-${dead}-0123abcd`)
  await mkdir(left, { recursive: true })
  await writeFile(join(left, 'narration-1.wav'), 'half')
  expect((await prepareDataFolder(folder)).ok).toBe(true)
  expect(await readdir(join(folder, 'work'))).toEqual([])
})

test('where it can not be, the way out is another data folder, not another folder for results', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  for (const home of [file, join(file, 'deeper')]) {
    const error = {
      code: 'DATA_FOLDER_UNUSABLE',
      facts: { path: home, reason: phrase('FILE_IN_THE_WAY') },
    }
    expect(await prepareDataFolder(home)).toMatchObject({ ok: false, error })
  }
})
