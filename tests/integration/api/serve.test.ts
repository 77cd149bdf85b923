import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { filesFolder } from '#app/jobs/jobFolders.ts'
import { serve, settled } from '#tests/fakes/api/serve.ts'
import { startSpeechServer } from '#tests/fakes/api/speechServer.ts'
import { newJob, openTestStore } from '#tests/fakes/service/openTestStore.ts'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const script = 'One thing happened today. — pause — Another thing follows it. — pause — A third one ends the day.'

async function start({ ask }: Awaited<ReturnType<typeof serve>>, body: object = { script }): Promise<string> {
  const { json } = await ask('/api/v1/generate-shorts', { body })
  return String(json.session_id)
}

/** Videos that are in place, with what would change if they were made again. */
function videosIn(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.mp4') && !name.startsWith('.'))
  return Object.fromEntries(names.map((name) => [name, statSync(join(folder, name)).mtimeMs]))
}

/** How many spoken pieces the cache holds. */
function spokenIn(folder: string): number {
  const entries = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  return entries.filter((name) => 'wav' in JSON.parse(readFileSync(join(folder, name), 'utf8'))).length
}

test('killed in the middle of a job, it goes on by itself: nothing is bought or rendered twice', async () => {
  const home = scratch()
  const voice = await startSpeechServer()
  onTestFinished(() => voice.close())
  const args = ['--engine', 'openai', '--base-url', voice.url]
  const first = await serve(home, args)
  const id = await start(first)
  const folder = filesFolder(home, id)
  await expect.poll(() => Object.keys(videosIn(folder)).length, { timeout: 120_000 }).toBeGreaterThan(0)
  // All speech is bought by now and kept; what is under way is the pictures of the last segments.
  await expect.poll(() => spokenIn(join(home, 'cache', 'speech')), { timeout: 60_000 }).toBe(3)
  const before = (await first.ask(`/api/v1/jobs/${id}`)).json
  expect(await first.end('SIGKILL')).toBeNull()
  const finished = (before.files as { download_name: string; kind: string }[]).filter(({ kind }) => kind === 'video')
  const videos = videosIn(folder)

  const second = await serve(home, args)
  const after = await settled(second, id)
  expect(after).toMatchObject({ status: 'completed', progress: 100, session_id: id })
  for (const { download_name: name } of finished) {
    expect(videosIn(folder)[name]).toBe(videos[name])
    expect((await second.ask(`/download-voiceover/${name}`, { method: 'HEAD' })).status).toBe(200)
  }
  const texts = voice.requests.map(({ body }) => body.input)
  expect(texts).toHaveLength(new Set(texts).size)
  expect((await second.ask(`/api/v1/shorts-status/${id}`)).json).toMatchObject({ count: 3, status: 'completed' })
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

test('SIGTERM lets a short job end, keeps the rest for the next start, and exits 0', async () => {
  const home = scratch()
  const first = await serve(home, ['--concurrency', '1', '--engine', 'builtin'])
  const speak = async (script: string) =>
    (await first.ask('/api/v1/voiceover/generate', { body: { script, format: 'wav' } })).json
  // What the render host needs once has been loaded by the time of the signal; the rest takes a moment anywhere.
  await settled(first, String((await speak('The first word.')).session_id))
  const sound = await speak('A word.')
  const later = await start(first)
  expect(await first.end('SIGTERM')).toBe(0)
  const second = await serve(home, ['--engine', 'builtin'])
  const voiceover = (await second.ask(`/api/v1/voiceover/status/${sound.session_id}`)).json
  expect(voiceover.status).toBe('completed')
  expect(await settled(second, later)).toMatchObject({ status: 'completed', total_segments: 3 })
})

test.skipIf(process.platform === 'win32')(
  'nothing in the data folder can be read by anybody else, made by whichever process',
  async () => {
    const home = scratch()
    const first = await serve(home, ['--engine', 'builtin'])
    const { json } = await first.ask('/api/v1/voiceover/generate', { body: { script: 'A word.', format: 'mp3' } })
    expect((await settled(first, String(json.session_id))).status).toBe('completed')
    const open = readdirSync(home, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => (statSync(path).mode & 0o077) !== 0)
    expect(open).toEqual([])
    expect(readdirSync(filesFolder(home, String(json.session_id)))).toHaveLength(1)
    expect(statSync(home).mode & 0o777).toBe(0o700)
  },
)

test('one data folder is for one server; the port says when it is taken', async () => {
  const home = scratch()
  const { origin } = await serve(home)
  const env = { PAUSECUT_HOME: home }
  const second = await runCli(['serve', '--port', '0'], { env })
  expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(/^Error: Another Pausecut is at work in /)])
  const elsewhere = await runCli(['serve', '--port', new URL(origin).port], { env: { PAUSECUT_HOME: scratch() } })
  expect([elsewhere.code, elsewhere.stderr]).toEqual([1, expect.stringContaining('is taken or may not be used')])
})

test.each([
  [['--host', '0.0.0.0'], 1, 'Others can reach 0.0.0.0, so a token is needed'],
  [['--host', '203.0.113.7', '--token', 'secret'], 1, 'This machine has no address 203.0.113.7'],
  [['--port', 'abc'], 2, "'abc' is no port"],
  [['--retention', 'long'], 2, '--retention takes a time'],
  [['--token-from-keychain'], 1, 'keychain'],
])('%j is refused in words', async (args, code, words) => {
  const refused = await runCli(['serve', ...args], { env: { PAUSECUT_HOME: scratch() } })
  expect([refused.code, refused.stderr]).toEqual([code, expect.stringContaining(words)])
  expect(refused.stderr).not.toMatch(/\n\s+at /)
})

test('a database from a newer version is refused in words', async () => {
  const home = scratch()
  const store = openTestStore(home)
  store.jobs.create(newJob('api_1'))
  store.close()
  const database = new DatabaseSync(join(home, 'jobs.sqlite'))
  database.exec('PRAGMA user_version = 999')
  database.close()
  const refused = await runCli(['serve', '--port', '0'], { env: { PAUSECUT_HOME: home } })
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining('was written by a newer Pausecut (version 999'),
  ])
})

test('neither key nor token is in any answer or in the log, and text is never taken for a command', async () => {
  const home = scratch()
  const env = { OPENAI_API_KEY: 'sk-very-secret-key', PAUSECUT_WEBHOOK_SECRET: 'whsec-very-secret' }
  const served = await serve(home, ['--token', 'tok-very-secret', '--verbose', '--engine', 'builtin'], env)
  const headers = { authorization: 'Bearer tok-very-secret' }
  const nasty = `$(touch ${home}/owned) '; touch ${home}/owned; ' [in] %{pts} \\: ,drawtext=text=x {\\b1} | & "`
  const asking = { body: { script: `Say this ${nasty}`, format: 'mp4' }, headers }
  const { json } = await served.ask('/api/v1/voiceover/generate', asking)
  const job = await settled({ ask: (path) => served.ask(path, { headers }) }, String(json.session_id))
  expect(job.status).toBe('completed')
  expect(readdirSync(home)).not.toContain('owned')
  const failing = await served.ask('/api/v1/voiceover/generate', {
    ...asking,
    body: { ...asking.body, engine: 'siri' },
  })
  const said = [JSON.stringify(job), failing.text, (await served.ask('/')).text, served.log()]
  expect(await served.end('SIGTERM')).toBe(0)
  expect(served.log()).toContain('"what":"answered"')
  for (const text of [...said, served.log()]) expect(text).not.toContain('very-secret')
})
