import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openExporter } from '#app/desktop/library/exporter.ts'
import { filesFolder } from '#app/jobs/jobFolders.ts'
import type { Artifact } from '#shared/domain.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'

function open() {
  const store = openTestStore()
  const { home, jobs } = store
  const target: { folder: string | undefined } = { folder: join(home, 'exports') }
  mkdirSync(join(home, 'exports'))
  const openAgain = () => openExporter({ home, folder: () => target.folder, template: () => '{index} {keywords}' })
  const put = (id: string, name: string, own: object, content: string): Artifact => {
    const path = join(filesFolder(home, id), name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
    return { kind: 'video', path, name, size: content.length, duration: 1, ...own } as Artifact
  }
  /** A job with one video, its subtitles and a ZIP. */
  const make = (id: string, content = `video of ${id}`) => {
    jobs.create(newJob(id))
    const artifacts = [
      put(id, 'api_Apple.mp4', { segment: 1 }, content),
      put(id, 'api_Apple.srt', { segment: 1, kind: 'subtitles' }, 'words'),
      put(id, 'all.zip', { kind: 'zip' }, 'PK'),
    ]
    unwrap(jobs.record({ type: 'completed', job: id, artifacts }))
    return jobs.job(id)!
  }
  const exports = () => readdirSync(join(home, 'exports')).sort()
  const keys = () => Object.keys(JSON.parse(readFileSync(join(home, 'exports.json'), 'utf8')))
  return { store, home, jobs, target, exporter: openAgain(), openAgain, make, exports, keys }
}

test('videos and subtitles are copied once, under the names of the template; ZIPs are not', async () => {
  const { home, exporter, openAgain, make, exports } = open()
  const job = make('api_11111111')
  unwrap(await exporter.exportJob(job))
  expect(exports()).toEqual(['1 Apple.mp4', '1 Apple.srt'])
  const path = join(home, 'exports', '1 Apple.mp4')
  expect(readFileSync(path, 'utf8')).toBe('video of api_11111111')
  expect(exporter.exported(job.id, 'api_Apple.mp4')).toBe(path)
  expect(exporter.exported(job.id, 'all.zip')).toBeUndefined()
  expect(exporter.exported('api_22222222', 'api_Apple.mp4')).toBeUndefined()
  // A copy that somebody removed is not made again.
  rmSync(path)
  unwrap(await openAgain().exportJob(job))
  expect(existsSync(path)).toBe(false)
})

test('made, deleted and made again: the new video is exported beside the old one', async () => {
  const { jobs, exporter, make, exports, home } = open()
  unwrap(await exporter.exportJob(make('api_11111111')))
  unwrap(jobs.remove('api_11111111'))
  unwrap(await exporter.exportJob(make('api_22222222')))
  expect(exports()).toEqual(['1 Apple (2).mp4', '1 Apple (2).srt', '1 Apple.mp4', '1 Apple.srt'])
  expect(readFileSync(join(home, 'exports', '1 Apple (2).mp4'), 'utf8')).toBe('video of api_22222222')
})

test('the same name of another job is another file, even where the store has forgotten the first', async () => {
  const { exporter, make, exports } = open()
  const first = make('api_11111111')
  unwrap(await exporter.exportJob(first))
  unwrap(await exporter.exportJob({ ...first, id: 'api_22222222' }))
  expect(exports()).toContain('1 Apple (2).mp4')
})

test('without a folder nothing is copied; a failure is told and tried again with the next change', async () => {
  const { target, exporter, make, exports } = open()
  const job = make('api_11111111')
  const { folder } = target
  target.folder = undefined
  unwrap(await exporter.exportJob(job))
  target.folder = job.artifacts[0]!.path
  expect(await exporter.exportJob(job)).toMatchObject({ error: { code: 'FOLDER_IS_FILE' } })
  expect(exports()).toEqual([])
  target.folder = folder
  unwrap(await exporter.exportJob(job))
  expect(exports()).toHaveLength(2)
})

test('where files were copied to is forgotten with their job, and the copies stay', async () => {
  const { jobs, exporter, openAgain, make, exports, keys } = open()
  const ids = ['api_11111111', 'api_22222222', 'api_33333333']
  for (const id of ids) unwrap(await exporter.exportJob(make(id)))
  expect(keys()).toHaveLength(6)
  unwrap(await exporter.forget(ids[0]!))
  expect(keys().every((key) => !key.startsWith(ids[0]!))).toBe(true)
  expect(keys()).toHaveLength(4)
  // Removed while the app was not there.
  unwrap(jobs.remove(ids[1]!))
  const later = openAgain()
  unwrap(await later.forgetUnknown(jobs))
  expect(keys()).toEqual([`${ids[2]}/api_Apple_33333333.mp4`, `${ids[2]}/api_Apple_33333333.srt`])
  expect(later.exported(ids[2]!, 'api_Apple_33333333.mp4')).toBeDefined()
  expect(exports()).toHaveLength(6)
})

test('what an older version kept by download name alone is taken over where it is surely this job’s', async () => {
  const { home, jobs, openAgain, make } = open()
  const job = make('api_11111111')
  const stale = make('api_22222222')
  const write = (name: string, content: string) => {
    writeFileSync(join(home, 'exports', name), content)
    return join(home, 'exports', name)
  }
  const own = write('mine.mp4', 'video of api_11111111')
  writeFileSync(
    join(home, 'exports.json'),
    JSON.stringify({
      'api_Apple.mp4': own,
      'api_Apple_22222222.mp4': write('old.mp4', 'an older film'),
      'api_Gone.mp4': write('gone.mp4', 'a film whose job is gone'),
    }),
  )
  const exporter = openAgain()
  unwrap(await exporter.forgetUnknown(jobs))
  expect(exporter.exported(job.id, 'api_Apple.mp4')).toBe(own)
  expect(exporter.exported(stale.id, 'api_Apple_22222222.mp4')).toBeUndefined()
  expect(Object.keys(JSON.parse(readFileSync(join(home, 'exports.json'), 'utf8')))).toHaveLength(1)
})
