import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const program = fileURLToPath(new URL('../../fakes/service/killedService.ts', import.meta.url))

/** Starts the service and kills it after so many milliseconds of work, or when it is done. True when it is done. */
async function workAndDie(home: string, ms: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, home], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })
  await once(lines, 'line')
  const idle = once(lines, 'line').then(() => true)
  const done = await Promise.race([idle, sleep(ms, false)])
  child.kill('SIGKILL')
  await once(child, 'exit')
  return done
}

test('killed at any moment, again and again, every job comes to its end and nothing finished is made twice', async () => {
  const home = scratch()
  let lives = 0
  // Longer lives and longer, so that it ends on a slow machine too; odd steps, so that the kill falls on other moments.
  while (!(await workAndDie(home, 10 * lives + ((lives * 37) % 31)))) {
    if (++lives > 100) throw new Error('It never comes to its end')
    const { jobs, close } = openTestStore(home)
    for (const { id, progress, state } of jobs.list({ limit: 9 }).jobs) {
      expect(progress === 100).toBe(state === 'completed')
      for (const artifact of jobs.job(id)?.artifacts ?? []) expect(statSync(artifact.path).size).toBe(artifact.size)
    }
    close()
  }
  expect(lives).toBeGreaterThan(2)

  const { jobs, deliveries } = openTestStore(home)
  const all = jobs.list({ limit: 9 }).jobs
  expect(all).toHaveLength(4)
  for (const { id } of all) {
    const job = jobs.job(id)
    expect(job).toMatchObject({ state: 'completed', progress: 100, done: 5 })
    expect(job?.artifacts.map((artifact) => artifact.kind)).toEqual([
      'video',
      'video',
      'video',
      'video',
      'video',
      'zip',
    ])
    const types = jobs.events(0, id).map((stored) => stored.event.type)
    expect(types.filter((type) => type === 'segment-done')).toHaveLength(5)
    expect(types.filter((type) => type === 'completed')).toHaveLength(1)
    expect(deliveries.of(id)).toHaveLength(1)
  }
})
