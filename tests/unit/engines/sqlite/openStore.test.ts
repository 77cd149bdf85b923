import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#engines/sqlite/openStore.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { inEnglish } from '#tests/inEnglish.ts'

test('what one opening kept the next one finds', () => {
  const home = scratch()
  const store = openTestStore(home)
  store.jobs.create(newJob('api_1'))
  store.close()
  expect(openTestStore(home).jobs.summary('api_1')?.state).toBe('waiting')
})

test('a second process is refused while the first lives, and gets in when it was killed', async () => {
  const home = scratch()
  const module = new URL('../../../../src-main/engines/sqlite/openStore.ts', import.meta.url).href
  const script = `const { openStore } = await import(${JSON.stringify(module)})
    const opened = openStore(${JSON.stringify(home)})
    console.log(opened.ok)
    setInterval(() => opened, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  expect(String(said).trim()).toBe('true')
  expect(openStore(home)).toMatchObject({ ok: false, error: { code: 'STORE_IN_USE' } })

  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(openTestStore(home).jobs.unfinished()).toEqual([])
})

test('a file of no bytes beside filled folders of jobs is damage, and said to be', () => {
  const home = scratch()
  const path = join(home, 'jobs.sqlite')
  mkdirSync(join(home, 'jobs', 'api_1'), { recursive: true })
  writeFileSync(path, '')
  expect(inEnglish(openStore(home))).toMatchObject({
    ok: false,
    error: { code: 'STORE_UNREADABLE', message: expect.stringMatching(/jobs\.sqlite .*it is empty.*move it away/) },
  })
  expect(readFileSync(path)).toHaveLength(0)
  // As the sentence says.
  renameSync(path, `${path}.away`)
  expect(openTestStore(home).jobs.unknown(['api_1'])).toEqual(['api_1'])
})

test('a file of no bytes where nothing else is becomes a new database', () => {
  const home = scratch()
  writeFileSync(join(home, 'jobs.sqlite'), '')
  expect(openTestStore(home).jobs.list({ limit: 1 }).jobs).toEqual([])
})

test('a write-ahead log whose database was moved away is not thrown away', () => {
  const home = scratch()
  const log = join(home, 'jobs.sqlite-wal')
  writeFileSync(log, 'the last jobs')
  expect(inEnglish(openStore(home))).toMatchObject({
    ok: false,
    error: {
      code: 'STORE_UNREADABLE',
      message: expect.stringMatching(/jobs\.sqlite-wal .*is not there.*move it away/),
    },
  })
  expect(readFileSync(log, 'utf8')).toBe('the last jobs')
  expect(existsSync(join(home, 'jobs.sqlite'))).toBe(false)
})
