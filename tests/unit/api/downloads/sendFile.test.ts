import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { readdir, readlink } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesFolder, jobRoot } from '#app/jobs/jobFolders.ts'
import { openTestApi } from '#tests/fakes/api/openTestApi.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'

const content = '0123456789'.repeat(10)

/** An API with one finished file of this name in its store. */
async function apiWithFile(name = 'film.mp4') {
  const store = openTestStore()
  const folder = filesFolder(store.home, 'api_1')
  const path = join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, content)
  store.jobs.create(newJob('api_1'))
  const artifact = { kind: 'video', path, name, size: content.length, duration: 1 } as const
  store.jobs.record({ type: 'completed', job: 'api_1', artifacts: [artifact] })
  const api = await openTestApi({ store })
  const url = `/download-voiceover/${encodeURIComponent(name)}`
  return { ...api, path, url }
}

test('GET gives the whole file with its type, size and version', async () => {
  const { ask, url } = await apiWithFile()
  const { status, headers, text } = await ask(url)
  expect([status, text]).toEqual([200, content])
  expect(headers).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': '100',
    'accept-ranges': 'bytes',
    'content-disposition': 'attachment; filename="film.mp4"',
    etag: expect.stringMatching(/^"[^"]+"$/),
    'last-modified': expect.stringMatching(/ GMT$/),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
})

test('HEAD gives the same headers and no body', async () => {
  const { ask, url } = await apiWithFile()
  const whole = await ask(url)
  const head = await ask(url, { method: 'HEAD' })
  const { date: _, ...headers } = head.headers
  expect([head.status, head.text]).toEqual([200, ''])
  expect(whole.headers).toMatchObject(headers)
  expect(headers['content-length']).toBe('100')
  const ranged = await ask(url, { method: 'HEAD', headers: { range: 'bytes=0-4' } })
  expect([ranged.status, ranged.headers['content-length']]).toEqual([200, '100'])
})

test('a range gives its bytes with 206, one beyond the end 416', async () => {
  const { ask, url } = await apiWithFile()
  const part = await ask(url, { headers: { range: 'bytes=10-14' } })
  expect([part.status, part.text]).toEqual([206, '01234'])
  expect(part.headers).toMatchObject({ 'content-range': 'bytes 10-14/100', 'content-length': '5' })
  const tail = await ask(url, { headers: { range: 'bytes=-3' } })
  expect([tail.status, tail.text]).toEqual([206, '789'])
  const beyond = await ask(url, { headers: { range: 'bytes=100-' } })
  expect([beyond.status, beyond.text, beyond.headers['content-range']]).toEqual([416, '', 'bytes */100'])
})

test('a version that the caller has is not sent again, and no range of another one', async () => {
  const { ask, url } = await apiWithFile()
  const etag = String((await ask(url)).headers.etag)
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const { status, text } = await ask(url, { headers: { 'if-none-match': known } })
    expect([known, status, text]).toEqual([known, 304, ''])
  }
  expect((await ask(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  const range = 'bytes=0-4'
  expect((await ask(url, { headers: { range, 'if-range': etag } })).status).toBe(206)
  for (const other of ['"other"', `W/${etag}`, 'Thu, 01 Jan 1970 00:00:00 GMT'])
    expect((await ask(url, { headers: { range, 'if-range': other } })).status).toBe(200)
})

test('a version is known by its date, too, where no tag was given', async () => {
  const { ask, url } = await apiWithFile()
  const modified = String((await ask(url)).headers['last-modified'])
  const before = new Date(Date.parse(modified) - 1_000).toUTCString()
  const statusOf = async (headers: Record<string, string>) => (await ask(url, { headers })).status
  expect(await statusOf({ 'if-modified-since': modified })).toBe(304)
  expect(await statusOf({ 'if-modified-since': before })).toBe(200)
  expect(await statusOf({ 'if-modified-since': 'yesterday' })).toBe(200)
  expect(await statusOf({ 'if-modified-since': modified, 'if-none-match': '"other"' })).toBe(200)
  expect(await statusOf({ range: 'bytes=0-4', 'if-range': modified })).toBe(206)
})

test('a name beyond ASCII is given in UTF-8, and plainly for old clients', async () => {
  const { ask, url } = await apiWithFile('api_Börse_"東京"_100%.mp4')
  expect((await ask(url)).headers['content-disposition']).toBe(
    `attachment; filename="api_Borse______100%.mp4"; filename*=UTF-8''api_B%C3%B6rse_%22%E6%9D%B1%E4%BA%AC%22_100%25.mp4`,
  )
})

test.each([
  ['a.mp3', 'audio/mpeg'],
  ['a.wav', 'audio/wav'],
  ['a.zip', 'application/zip'],
  ['a.srt', 'application/x-subrip'],
  ['a.vtt', 'text/vtt; charset=utf-8'],
  ['a.json', 'application/json'],
])('%s is %s', async (name, type) => {
  const { ask, url } = await apiWithFile(name)
  expect((await ask(url)).headers['content-type']).toBe(type)
})

test('a link in the place of a recorded file leads nowhere outside the jobs', async () => {
  const { ask, url, path, store } = await apiWithFile()
  for (const target of [join(store.home, 'jobs.sqlite'), '/etc/passwd']) {
    rmSync(path)
    symlinkSync(target, path)
    expect((await ask(url)).status).toBe(404)
  }
  // The folder above it, too.
  rmSync(path)
  rmSync(jobRoot(store.home, 'api_1'), { recursive: true })
  symlinkSync(store.home, jobRoot(store.home, 'api_1'))
  mkdirSync(join(store.home, 'files'))
  writeFileSync(join(store.home, 'files', 'film.mp4'), 'outside')
  expect((await ask(url)).status).toBe(404)
})

test('a folder in the place of a recorded file is not there', async () => {
  const { ask, url, path } = await apiWithFile()
  rmSync(path)
  mkdirSync(path)
  expect((await ask(url)).status).toBe(404)
})

test('a caller that hangs up leaves no file open', async () => {
  const { origin, url, path } = await apiWithFile()
  writeFileSync(path, Buffer.alloc(50_000_000))
  const opened = await openFiles()
  await new Promise<void>((resolve, reject) => {
    const outgoing = request(origin + url, { agent: false }, (response) => {
      response.once('data', () => outgoing.destroy())
      response.on('close', resolve)
      response.on('error', () => {})
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
  await expect.poll(openFiles).toBeLessThanOrEqual(opened)
})

/** How many descriptors of regular files this process has open. */
async function openFiles(): Promise<number> {
  const names = await readdir('/proc/self/fd').catch(() => [])
  const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')))
  return targets.filter((target) => target.endsWith('film.mp4')).length
}
