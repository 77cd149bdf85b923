import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSource } from '#app/source/readSource.ts'
import { scriptLimit } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'

let folder: string
const never = new AbortController().signal
const choices = { limit: scriptLimit, markup: 'light' } as const

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausecut-script-'))
})
afterAll(() => rm(folder, { recursive: true }))

const script = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const failure = async (path: string, signal = never) => {
  const result = await readSource(path, choices, signal)
  return result.ok ? result : { code: result.error.code, message: englishSentence(result.error) }
}

test('gives the script of a file, decoded', async () => {
  const path = await script('good.md', Buffer.from('\uFEFFOne.\r\n[pause]\r\n*Two*.', 'utf16le'))
  expect(await readSource(path, choices, never)).toEqual({
    ok: true,
    value: { script: 'One.\n[pause]\n*Two*.', notes: [] },
  })
})

test('each thing that is no script has its own error, which names it', async () => {
  const missing = join(folder, 'missing.txt')
  expect(await failure(missing)).toMatchObject({ code: 'SCRIPT_NOT_FOUND', message: expect.stringContaining(missing) })
  expect(await failure(folder)).toMatchObject({ code: 'SCRIPT_IS_FOLDER', message: expect.stringContaining(folder) })
  expect(await failure(await script('empty.txt', ''))).toMatchObject({ code: 'SCRIPT_EMPTY' })
  expect(await failure(await script('picture.png', Buffer.from('89504e470d0a1a0a', 'hex')))).toMatchObject({
    code: 'SCRIPT_NOT_TEXT',
  })
  const file = await script('file.txt', 'words')
  expect(await failure(join(file, 'below.txt'))).toMatchObject({ code: 'SCRIPT_NOT_FOUND' })
})

test('a script may be as long as the limit and no longer, and an endless file is not read to its end', async () => {
  expect((await readSource(await script('limit.txt', 'a'.repeat(scriptLimit)), choices, never)).ok).toBe(true)
  expect(await failure(await script('over.txt', 'a'.repeat(scriptLimit + 1)))).toEqual({
    code: 'SCRIPT_TOO_LONG',
    message: expect.stringContaining(`${scriptLimit + 1}`),
  })
  expect(await failure(await script('huge.txt', 'a'.repeat(21 * 2 ** 20)))).toMatchObject({ code: 'SCRIPT_TOO_LONG' })
  if (process.platform === 'linux') expect(await failure('/dev/zero')).toMatchObject({ code: 'SCRIPT_NOT_TEXT' })
})

test('an abort gives CANCELLED', async () => {
  expect(await failure(await script('late.txt', 'words'), AbortSignal.abort())).toMatchObject({ code: 'CANCELLED' })
})
