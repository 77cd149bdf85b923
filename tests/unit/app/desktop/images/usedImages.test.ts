import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { usedImages } from '#app/desktop/images/usedImages.ts'
import { openDrafts } from '#app/desktop/scripts/drafts.ts'
import { appError } from '#shared/errors.ts'
import { JobRequest } from '#shared/job/request.ts'
import { Look } from '#shared/look/look.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'

const digest = (letter: string) => letter.repeat(32)
const look = (background: string, music: string) =>
  Look.parse({
    background: { kind: 'picture', file: `/home/pictures/${background}.png` },
    music: { file: `C:\\home\\pictures\\${music}\\song.mp3` },
  })

function open() {
  const { home, jobs } = openTestStore()
  const folder = join(home, 'drafts')
  const drafts = openDrafts(folder, { name: 'sample.txt', script: 'A sample.' }, () => {})
  const job = (id: string, look: Look) => {
    const request = { kind: 'shorts', script: 'One.', spokenAs: { engine: 'builtin' }, look }
    unwrap(jobs.create(newJob(id, { request: JobRequest.parse(request) })))
  }
  const used = async () => [...(await usedImages(folder, jobs))].sort()
  return { folder, drafts, jobs, job, used }
}

test('drafts use pictures and music, also those that can’t be understood or were put aside', async () => {
  const { folder, drafts, used } = open()
  const { current } = drafts
  expect(await used()).toEqual([])
  const choices = { ...current.choices, look: look(digest('a'), digest('b')) }
  unwrap(await drafts.handlers.saveDraft({ ...current, choices }))
  writeFileSync(join(folder, 'x.json.broken'), `{"file":"/pictures/${digest('c')}.png`)
  mkdirSync(join(folder, 'folder'))
  expect(await used()).toEqual([digest('a'), digest('b'), digest('c')])
})

test('jobs use them until they are complete: what failed or was cancelled can be retried', async () => {
  const { jobs, job, used } = open()
  job('api_1', look(digest('a'), digest('b')))
  job('api_2', look(digest('c'), digest('d')))
  const failed = { type: 'failed' as const, error: appError('CANCELLED'), artifacts: [] }
  unwrap(jobs.record({ ...failed, job: 'api_2' }))
  expect(await used()).toEqual(['a', 'b', 'c', 'd'].map(digest))
  unwrap(jobs.record({ type: 'completed', job: 'api_1', artifacts: [] }))
  expect(await used()).toEqual(['c', 'd'].map(digest))
  unwrap(jobs.remove('api_2'))
  expect(await used()).toEqual([])
})

test('files of saved looks are used like those that were taken in', async () => {
  const { job, used } = open()
  const short = digest('f').slice(16)
  job('api_1', Look.parse({ logo: { file: `/home/looks/0123456789abcdef/logo-${short}.png` } }))
  expect(await used()).toContain(short)
})

test('a folder of drafts that can’t be read says nothing', async () => {
  const { folder, jobs } = open()
  await expect(usedImages(join(folder, 'none'), jobs)).rejects.toThrow('ENOENT')
})
