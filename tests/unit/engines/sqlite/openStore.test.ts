import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openStore } from '#engines/sqlite/openStore.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

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
