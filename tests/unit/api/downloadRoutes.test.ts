import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesFolder } from '#app/jobs/jobFolders.ts'
import { openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { script, shorts, voiceover } from '#tests/fakes/api/startJobs.ts'
import { fakeRunner } from '#tests/fakes/service/fakeRunner.ts'
import { ended, unwrap } from '#tests/fakes/service/openTestJobService.ts'

test('download errors have the guide’s bodies', async () => {
  const api = await openTestApi({ runner: fakeRunner({ held: true }) })
  const id = await voiceover(api)
  const download = async (path: string) => {
    const { status, json } = await api.ask(path)
    return [status, json]
  }
  expect(await download('/api/v1/voiceover/download/api_voiceover_none')).toEqual([404, { error: 'Session not found' }])
  expect(await download(`/api/v1/voiceover/download/${id}`)).toEqual([400, { error: 'Generation not completed yet' }])
  expect(await download('/download-voiceover/none.mp4')).toEqual([404, { error: 'Generated file not found' }])
  api.runner.held = false
  await ended(api.service, id)
  const file = join(filesFolder(api.store.home, id), `voiceover_${id.slice(14, 22)}.mp4`)
  rmSync(file)
  expect(await download(`/api/v1/voiceover/download/${id}`)).toEqual([404, { error: 'Generated file not found' }])
  const lines = api.log.map((line) => JSON.parse(line))
  expect(lines).toContainEqual(expect.objectContaining({ what: 'download refused', code: 'FILE_NOT_FOUND' }))
  const missing = { what: 'file missing', job: id, file: `voiceover_${id.slice(14, 22)}.mp4`, available: '' }
  expect(lines).toContainEqual(expect.objectContaining(missing))
})

test('the address of a film that was deleted never leads to another film of the same name', async () => {
  const api = await openTestApi()
  const finish = async () => {
    const id = await shorts(api)
    await ended(api.service, id)
    const { artifacts } = unwrap(await api.service.job({ id }))
    return { id, addresses: artifacts.map(({ downloadName }) => `/download-voiceover/${downloadName}`) }
  }
  const first = await finish()
  unwrap(await api.service.deleteJob({ id: first.id }))
  const second = await finish()
  for (const address of first.addresses) expect((await api.ask(address)).status).toBe(404)
  for (const address of second.addresses) expect((await api.ask(address)).status).toBe(200)
  expect(second.addresses[0]).toBe(`/download-voiceover/api_Part_1_${second.id.slice(4, 12)}.mp4`)
})

test('where a file is missing, the log lists those that there are', async () => {
  const api = await openTestApi()
  const id = await shorts(api)
  await ended(api.service, id)
  rmSync(join(filesFolder(api.store.home, id), 'api_Part_2.mp4'))
  expect((await api.ask('/download-voiceover/api_Part_2.mp4')).status).toBe(404)
  const line = api.log.map((each) => JSON.parse(each)).find(({ what }) => what === 'file missing')
  expect(line.available).toMatch(/^api_Part_1\.mp4, api_Part_3\.mp4, api_shorts_/)
})

test('a finished file is downloaded by its session and by its stored address in every form', async () => {
  const api = await openTestApi()
  const id = await voiceover(api, { format: 'mp3' })
  await ended(api.service, id)
  const name = `voiceover_${id.slice(14, 22)}.mp3`
  for (const path of [
    `/api/v1/voiceover/download/${id}`,
    `/download-voiceover/${name}`,
    `/api/v1/voiceover/download/${name}`,
    `/api/v1/voiceover/download/download-voiceover/${name}`,
    `/api/v1/voiceover/download//download-voiceover/${name}`,
    `/api/v1/voiceover/download/${encodeURIComponent(`/download-voiceover/${name}`)}`,
    `/api/v1/voiceover/download/${encodeURIComponent(`http://your-domain.com/download-voiceover/${name}`)}`,
    `/api/v1/voiceover/download/${encodeURIComponent(`/api/v1/voiceover/download/${id}`)}`,
    `/api/v1/voiceover/download/${encodeURIComponent(encodeURIComponent(`/download-voiceover/${name}`))}`,
    `/api/v1/voiceover/download/${encodeURIComponent(`\\\\download-voiceover\\${name}?token=1#x`)}`,
    `/download-voiceover/${encodeURIComponent(`/download-voiceover/${name}`)}`,
    `/download-voiceover/${id}`,
  ]) {
    const { status, headers, text } = await api.ask(path)
    expect([path, status]).toEqual([path, 200])
    expect(text).toContain('Welcome to today')
    expect(headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-disposition': `attachment; filename="${name}"`,
    })
  }
})

test('two jobs with the same words have addresses of their own', async () => {
  const api = await openTestApi()
  const ids = [await shorts(api), await shorts(api, { script: `${script} again` })]
  const texts: string[] = []
  for (const id of ids) {
    await ended(api.service, id)
    const { json } = await api.ask(`/api/v1/shorts-status/${id}`)
    const videos = json.videos as { file_url: string; download_name: string }[]
    for (const video of videos) expect(video.file_url).toBe(`/download-voiceover/${video.download_name}`)
    texts.push((await api.ask(videos.at(-1)!.file_url)).text)
  }
  expect(texts).toEqual(['Looking ahead', 'Looking ahead again'])
})

test('what lies beside the files is not downloaded', async () => {
  const api = await openTestApi()
  const id = await shorts(api)
  await ended(api.service, id)
  writeFileSync(join(filesFolder(api.store.home, id), 'unrecorded.mp4'), 'secret')
  for (const name of [
    'unrecorded.mp4',
    '../../../jobs.sqlite',
    '%2e%2e%2fjobs.sqlite',
    '..%5cjobs.sqlite',
    '%00',
    '.',
    '',
  ]) {
    const { status, text } = await api.ask(`/download-voiceover/${name}`)
    expect([name, status]).toEqual([name, 404])
    expect(text).not.toContain('secret')
  }
})
