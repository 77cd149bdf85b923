import { expect, test } from 'vitest'
import { openRenderHosts } from '#app/hosts/openRenderHosts.ts'
import type { HostOrder } from '#app/hosts/protocol.ts'
import type { RenderHost } from '#app/hosts/runInHost.ts'
import { serveRenders } from '#app/hosts/serveRenders.ts'
import type { RunJob, RunSpec } from '#app/run/jobRunner.ts'
import { appError } from '#shared/errors.ts'
import type { JobEvent } from '#shared/job/events.ts'
import { JobRequest } from '#shared/job/request.ts'
import { fail, ok } from '#shared/result.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

/** A host in this process: what both sides say goes through JSON, as it would between processes. */
function localHosts(run: RunJob) {
  const cores: number[] = []
  const deaths: ((how: string) => void)[] = []
  let killed = 0
  const start = (): RenderHost => {
    let hear: (word: unknown) => void = () => {}
    let order: (order: unknown) => void = () => {}
    const { promise: gone, resolve: die } = Promise.withResolvers<string>()
    deaths.push(die)
    const copy = (message: unknown) => JSON.parse(JSON.stringify(message))
    serveRenders({ send: (word) => hear(copy(word)), onOrder: (listener) => (order = listener) }, (given) => {
      cores.push(given)
      return run
    })
    return {
      gone,
      send: (message: HostOrder) => order(copy(message)),
      hear: (listener) => (hear = listener),
      kill: () => {
        killed++
        die('killed')
      },
    }
  }
  return { start, cores, deaths, killed: () => killed }
}

function spec(id: string): RunSpec {
  const folder = scratch()
  const request = JobRequest.parse({ kind: 'shorts', script: 'One. — pause — Two.', spokenAs: { engine: 'builtin' } })
  return { ...request, id, folder, work: folder }
}

const watch = (changes: object = {}) => {
  const events: JobEvent[] = []
  return {
    signal: new AbortController().signal,
    emit: (event: JobEvent) => void events.push(event),
    events,
    ...changes,
  }
}

test('a job runs in a host as it would here: its events, its result, what was done before', async () => {
  const runner = fakeRunner()
  const { start } = localHosts(runner.run)
  const hosts = openRenderHosts(start, 2)
  const first = spec('api_1')
  const seen = watch()
  const result = await hosts.run(first, seen)
  expect(result.ok && result.value.map((artifact) => artifact.kind)).toEqual(['video', 'video', 'zip'])
  expect(seen.events.map((event) => event.type)).toEqual([
    'started',
    'progress',
    'segment-done',
    'progress',
    'segment-done',
  ])
  const done = new Map([[1, result.ok ? result.value.slice(0, 1) : []]])
  await hosts.run(first, watch({ done }))
  expect(runner.runs.map((run) => run.made)).toEqual([[1, 2], [2]])
})

test('a host takes one job after another; jobs at a time have hosts of their own and share the cores', async () => {
  const runner = fakeRunner()
  const { start, cores, deaths } = localHosts(runner.run)
  const hosts = openRenderHosts(start, 4)
  await hosts.run(spec('api_1'), watch())
  await hosts.run(spec('api_2'), watch())
  expect(deaths).toHaveLength(1)
  await Promise.all([1, 2, 3].map((number) => hosts.run(spec(`api_${number}`), watch())))
  expect(deaths).toHaveLength(3)
  expect(cores).toEqual([4, 4, 4, 2, 1])
})

test('a failure comes back as it was', async () => {
  const hosts = openRenderHosts(localHosts(async () => fail(appError('DISK_FULL', { path: '/x' }, 'ENOSPC'))).start, 1)
  expect(await hosts.run(spec('api_1'), watch())).toEqual(fail(appError('DISK_FULL', { path: '/x' }, 'ENOSPC')))
  const broken = openRenderHosts(localHosts(() => Promise.reject(new Error('a bug'))).start, 1)
  expect(await broken.run(spec('api_1'), watch())).toMatchObject({
    error: { code: 'UNEXPECTED', detail: expect.stringContaining('a bug') },
  })
})

test('an abort stops the job in its host', async () => {
  const { start } = localHosts(fakeRunner({ held: true }).run)
  const controller = new AbortController()
  const running = openRenderHosts(start, 1).run(spec('api_1'), watch({ signal: controller.signal }))
  controller.abort('cancelled')
  expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
})

test('a host that dies fails its own job only, and the next job gets a new one', async () => {
  const runner = fakeRunner({ held: true })
  const { start, deaths } = localHosts(runner.run)
  const hosts = openRenderHosts(start, 2)
  const [first, second] = [hosts.run(spec('api_1'), watch()), hosts.run(spec('api_2'), watch())]
  deaths[0]?.('SIGSEGV')
  expect(await first).toMatchObject({ ok: false, error: { code: 'UNEXPECTED', detail: 'SIGSEGV' } })
  runner.held = false
  expect(await second).toMatchObject({ ok: true })
  deaths[1]?.('ended')
  await Promise.resolve()
  expect(await hosts.run(spec('api_3'), watch())).toMatchObject({ ok: true })
  expect(deaths).toHaveLength(3)
})

test('closing ends every host', async () => {
  const { start, killed } = localHosts(async () => ok([]))
  const hosts = openRenderHosts(start, 1)
  await Promise.all([hosts.run(spec('api_1'), watch()), hosts.run(spec('api_2'), watch())])
  hosts.close()
  expect(killed()).toBe(2)
})
