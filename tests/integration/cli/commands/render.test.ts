import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import type { Artifact } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import { JobEvent } from '#shared/job/events.ts'
import { startSpeechServer } from '#tests/fakes/api/speechServer.ts'
import { type CliOptions, runCli, startCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

let folder: string
let home: string

beforeEach(() => {
  folder = scratch()
  home = join(folder, 'home')
})

const options = (more: CliOptions = {}): CliOptions => ({
  cwd: folder,
  ...more,
  env: { PAUSECUT_HOME: home, ...more.env },
})
const cli = (args: readonly string[], more: CliOptions = {}) => runCli(args, options(more))
const eventsIn = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JobEvent.parse(JSON.parse(line)))
const videos = (artifacts: readonly Artifact[]) => artifacts.filter(({ kind }) => kind === 'video')

test('two Shorts from standard input: plain lines, named files, and a ZIP', async () => {
  const result = await cli(['render', '-'], { input: '\uFEFFApple rose today.\r\n‚Äî PAUSE ‚Äî\r\nOil fell.' })
  expect(result).toMatchObject({ code: 0, stderr: '' })
  const lines = result.stdout.split('\n')
  expect(lines[0]).toBe('2 Shorts, spoken by the built-in voice nova')
  expect(new Set(lines).size).toBeGreaterThanOrEqual(lines.filter((line) => line !== '').length)
  expect(result.stdout).toMatch(/Generating video \d of 2: (Apple rose today|Oil fell)\./)
  expect(result.stdout).not.toMatch(/\r|\bpause\b/i)
  expect(result.stdout).toContain(`2 Shorts and a ZIP, with subtitles, in ${join('pausecut-exports', 'script')}`)

  const names = readdirSync(join(folder, 'pausecut-exports', 'script')).filter((name) => /\.(mp4|zip)$/.test(name))
  expect(names.sort()).toEqual([
    'api_Apple_Rose_Today.mp4',
    'api_Oil_Fell.mp4',
    expect.stringMatching(/^api_shorts_[0-9a-f]{8}_[0-9a-f]{8}\.zip$/),
  ])
  expect(readdirSync(join(home, 'work'))).toEqual([])
})

test('--json: every line is an event, progress never goes back, the last is the result; a second run is the same', async () => {
  writeFileSync(join(folder, 'talk.txt'), 'One thing.\n\n[pause]\n\nAnother thing.')
  const args = ['render', 'talk.txt', '--json', '--out', 'out', '--voice', 'echo', '--speed', '1.5']
  const result = await cli(args)
  expect(result).toMatchObject({ code: 0, stderr: '' })
  const events = eventsIn(result.stdout)
  expect(events[0]).toMatchObject({ type: 'started', segments: 2, engine: 'builtin', folder: join(folder, 'out') })
  const progress = events.flatMap((event) => (event.type === 'progress' ? [event.progress] : []))
  expect(progress).toEqual([...progress].sort((a, b) => a - b))
  const last = events.at(-1)!
  if (last.type !== 'completed') throw new Error('The last event is no result')
  expect(last.artifacts.map(({ kind }) => kind).at(-1)).toBe('zip')
  expect(videos(last.artifacts).map(({ name }) => name)).toEqual(['api_One_Thing.mp4', 'api_Another_Thing.mp4'])
  for (const { path, size } of last.artifacts) expect(readFileSync(path)).toHaveLength(size)

  const again = eventsIn((await cli(args)).stdout).at(-1)!
  if (again.type !== 'completed') throw new Error('The second run has no result')
  expect(videos(again.artifacts)).toEqual(videos(last.artifacts))
})

test('a voiceover is one sound file of the whole text, markers unheard', async () => {
  writeFileSync(join(folder, 'talk.txt'), 'Good morning. — pause — Good night.')
  const args = ['render', 'talk.txt', '--kind', 'voiceover', '--format', 'wav', '--json', '--out', 'out']
  const last = eventsIn((await cli(args)).stdout).at(-1)!
  if (last.type !== 'completed') throw new Error('The last event is no result')
  const audio = last.artifacts.find(({ kind }) => kind === 'audio')!
  expect(audio.name).toMatch(/^good_morning_[0-9a-f]{8}\.wav$/)
  const ffmpeg = await locateFfmpeg()
  if (!ffmpeg.ok) throw new Error(englishSentence(ffmpeg.error))
  const facts = await createMediaFiles(ffmpeg.value).probe(audio.path)
  expect(facts).toMatchObject({ ok: true, value: { duration: expect.closeTo(audio.duration!, 2) } })
  expect(audio.duration).toBeLessThan(4)
})

test('a server of one’s own speaks by --base-url, and its refusals are told in words', async () => {
  const server = await startSpeechServer()
  onTestFinished(() => server.close())
  writeFileSync(join(folder, 'talk.txt'), 'Good morning.')
  const args = ['render', 'talk.txt', '--kind', 'voiceover', '--format', 'mp3', '--base-url', server.url]
  const result = await cli([...args, '--model', 'tts-1', '--out', 'out'])
  expect(result).toMatchObject({ code: 0, stderr: '' })
  expect(result.stdout).toMatch(/^1 voiceover, spoken by 127\.0\.0\.1:\d+'s tts-1, voice nova/)
  expect(server.requests.map(({ body }) => body)).toMatchObject([
    { input: 'Good morning.', model: 'tts-1', voice: 'nova' },
  ])

  server.fail({ status: 400, body: { error: { message: 'Not this text.' } } })
  const refused = await cli([...args, '--model', 'tts-1-hd', '--out', 'refused'])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/^Error: .*Not this text/)
  expect(refused.stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(readdirSync(folder).sort()).toEqual(['home', 'out', 'talk.txt'])
})

test('a reader that goes away does not end the work', async () => {
  writeFileSync(join(folder, 'talk.txt'), 'Good morning.')
  const child = startCli(['render', 'talk.txt', '--kind', 'voiceover', '--format', 'wav', '--out', 'out'], options())
  await once(createInterface({ input: child.stdout }), 'line')
  child.stdout.destroy()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  expect(readdirSync(join(folder, 'out')).some((name) => name.endsWith('.wav'))).toBe(true)
})
