import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createResultHandlers } from '#app/desktop/library/results.ts'
import { filesFolder } from '#app/jobs/jobFolders.ts'
import { fakeDesktopShell } from '#tests/fakes/service/fakeDesktopShell.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'

function open() {
  const { home, jobs } = openTestStore()
  const desktopShell = fakeDesktopShell()
  const copies = new Map<string, string>()
  const results = createResultHandlers({
    jobs,
    desktopShell,
    exported: (job, downloadName) => copies.get(`${job}/${downloadName}`),
    findMedia: async (address) => (address.startsWith('/stills/') ? `still of ${address.slice(8)}` : undefined),
  })
  const put = (path: string) => {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, 'film')
    return path
  }
  const make = (id: string) => {
    jobs.create(newJob(id))
    const path = put(join(filesFolder(home, id), 'api_A.mp4'))
    const artifact = { kind: 'video' as const, segment: 1, path, name: 'api_A.mp4', size: 4, duration: 1 }
    unwrap(jobs.record({ type: 'completed', job: id, artifacts: [artifact] }))
    return { path, name: jobs.job(id)!.artifacts[0]!.downloadName }
  }
  return { home, jobs, desktopShell, copies, results, put, make }
}

test('the exported copy is what people get, the job’s own file where there is none', async () => {
  const { home, desktopShell, copies, results, put, make } = open()
  const { path, name } = make('api_1')
  const copy = put(join(home, 'exports', '1 A.mp4'))
  copies.set(`api_1/${name}`, copy)
  unwrap(await results.showInFolder({ id: name }))
  unwrap(await results.copyPath({ id: name }))
  rmSync(copy)
  unwrap(await results.showInFolder({ id: name }))
  expect(desktopShell.done).toEqual([
    ['showInFolder', copy],
    ['copy', copy],
    ['showInFolder', path],
  ])
})

test('made, deleted and made again: the new file is handed out, never the copy of the old one', async () => {
  const { home, jobs, desktopShell, copies, results, put, make } = open()
  const old = make('api_11111111')
  copies.set(`api_11111111/${old.name}`, put(join(home, 'exports', '1 A.mp4')))
  unwrap(jobs.remove('api_11111111'))
  expect(await results.showInFolder({ id: old.name })).toMatchObject({ error: { code: 'FILE_GONE' } })
  const made = make('api_22222222')
  unwrap(await results.copyPath({ id: made.name }))
  unwrap(await results.dragOut({ ids: [made.name] }))
  expect(desktopShell.done).toEqual([
    ['copy', made.path],
    ['dragOut', [made.path], `still of ${made.name}`],
  ])
})

test('several are dragged together with a still of the first; one that is gone stops them all, by its name', async () => {
  const { desktopShell, results, make } = open()
  const [one, other] = [make('api_1'), make('api_2')]
  unwrap(await results.dragOut({ ids: [other.name, one.name] }))
  expect(desktopShell.done).toEqual([['dragOut', [other.path, one.path], `still of ${other.name}`]])
  rmSync(one.path)
  const gone = { error: { code: 'FILE_GONE', facts: { name: 'api_A.mp4' } } }
  expect(await results.dragOut({ ids: [other.name, one.name] })).toMatchObject(gone)
  expect(await results.copyPath({ id: one.name })).toMatchObject(gone)
  expect(await results.copyPath({ id: 'unknown.mp4' })).toMatchObject({ error: { code: 'FILE_GONE' } })
  expect(desktopShell.done).toHaveLength(1)
})
