import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeFile, removeLeftovers } from '#files/placeFile.ts'
import { appError, englishSentence } from '#shared/errors.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'
import { inEnglish } from '#tests/inEnglish.ts'

let folder: string
const never = new AbortController().signal

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausecut-place-'))
})
afterEach(() => rm(folder, { recursive: true }))

const writing = (content: string) => async (partial: string) => {
  await writeFile(partial, content)
  return ok(undefined)
}

test('a file appears by its name only when it is whole, in a folder that is made for it', async () => {
  const path = join(folder, 'new', 'deep', 'video.mp4')
  let beside: string[] = []
  const placed = await placeFile(
    path,
    async (partial) => {
      expect(dirname(partial)).toBe(dirname(path))
      expect(partial).toMatch(/\.mp4$/)
      await writeFile(partial, 'whole')
      beside = await readdir(dirname(path))
      return ok(7)
    },
    never,
  )
  expect(placed).toEqual({ ok: true, value: 7 })
  expect(beside).toEqual([expect.stringMatching(/^\.pausecut-/)])
  expect(await readdir(dirname(path))).toEqual(['video.mp4'])
  expect(await readFile(path, 'utf8')).toBe('whole')
})

test('a file that was there is replaced on success and kept on failure', async () => {
  const path = join(folder, 'video.mp4')
  await writeFile(path, 'old')
  const failure = fail(appError('FFMPEG_FAILED', { doing: phrase('DRAWING'), reason: words('so') }))
  const broken = async (partial: string) => {
    await writeFile(partial, 'half')
    return failure
  }
  expect(await placeFile(path, broken, never)).toEqual(failure)
  expect(await readFile(path, 'utf8')).toBe('old')
  expect((await placeFile(path, writing('new'), never)).ok).toBe(true)
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['video.mp4'])
})

test('an abort leaves nothing', async () => {
  const controller = new AbortController()
  const write = async (partial: string) => {
    await writeFile(partial, 'whole, but too late')
    controller.abort()
    return ok(undefined)
  }
  expect(await placeFile(join(folder, 'a.mp4'), write, controller.signal)).toMatchObject({
    error: { code: 'CANCELLED' },
  })
  expect(await readdir(folder)).toEqual([])
})

test.each([
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EACCES', 'FOLDER_READ_ONLY'],
  ['EROFS', 'FOLDER_READ_ONLY'],
  ['ENAMETOOLONG', 'FILE_FAILED'],
  ['EIO', 'FILE_FAILED'],
])('%s while writing is %s, and leaves nothing', async (code, expected) => {
  const write = async (partial: string) => {
    await writeFile(partial, 'half')
    throw Object.assign(new Error(code), { code, syscall: 'write' })
  }
  const placed = await placeFile(join(folder, 'a.mp4'), write, never)
  expect(placed).toMatchObject({ ok: false, error: { code: expected } })
  expect(placed.ok || englishSentence(placed.error)).toContain(folder)
  expect(await readdir(folder)).toEqual([])
})

test('what is no error of the file system is thrown on, and leaves nothing', async () => {
  const write = async (partial: string) => {
    await writeFile(partial, 'half')
    throw new TypeError('a mistake in the program')
  }
  await expect(placeFile(join(folder, 'a.mp4'), write, never)).rejects.toThrow('a mistake')
  expect(await readdir(folder)).toEqual([])
})

test('a file where the folder should be is named', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  for (const path of [join(file, 'a.mp4'), join(file, 'deeper', 'a.mp4')]) {
    const placed = await placeFile(path, writing(''), never)
    expect(placed).toMatchObject({ ok: false, error: { code: 'FOLDER_IS_FILE' } })
    expect(placed.ok || englishSentence(placed.error)).toContain(file)
  }
})

test('a folder where the file should be is said', async () => {
  await mkdir(join(folder, 'a.mp4'))
  const placed = await placeFile(join(folder, 'a.mp4'), writing(''), never)
  expect(inEnglish(placed)).toMatchObject({
    ok: false,
    error: { code: 'FILE_FAILED', message: expect.stringContaining('folder') },
  })
})

test('leftovers of killed processes are removed, those of living ones and all else stay', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid
  const stay = ['.pausecut', 'video.mp4', `.pausecut-${process.pid}-0123abcd.mp4`]
  for (const name of [...stay, `.pausecut-${dead}-0123abcd.mp4`]) await writeFile(join(folder, name), '')
  expect(await removeLeftovers(folder)).toEqual({ ok: true, value: undefined })
  expect((await readdir(folder)).sort()).toEqual(stay.sort())
  expect(await removeLeftovers(join(folder, 'missing'))).toEqual({ ok: true, value: undefined })
})
