import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type CliOptions, cliPath, runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

let folder: string
let home: string

beforeEach(() => {
  folder = scratch()
  home = join(folder, 'home')
})

const file = (name: string, content: string | Uint8Array = 'A few words.') => {
  writeFileSync(join(folder, name), content)
  return name
}
const cli = (args: readonly string[], options: CliOptions = {}) =>
  runCli(args, { cwd: folder, ...options, env: { PAUSECUT_HOME: home, ...options.env } })

/** Nothing of the results' folder, no stack trace, one line that says what to do. */
const expectOneSentence = (result: { stdout: string; stderr: string }, sentence: RegExp) => {
  expect(result.stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(result.stderr).toMatch(sentence)
  expect(result.stderr).not.toMatch(/\bat .+:\d+:\d+|node:internal/)
  expect(existsSync(join(folder, 'pausecut-exports'))).toBe(false)
}

test.each<[string, string[], RegExp]>([
  ['an unknown command', ['rendr', 'talk.txt'], /^Unknown command 'rendr'; did you mean render\?$/m],
  ['an unknown option', ['render', 'talk.txt', '--voic', 'nova'], /did you mean --voice\?/],
  ['no script', ['render'], /Missing required argument 'script'; see pausecut render --help\./],
  ['two scripts', ['render', 'a.txt', 'b.txt'], /Too many arguments/],
  [
    'an unknown voice',
    ['render', 'talk.txt', '--voice', 'bob'],
    /Available voices: nova, alloy, echo, fable, onyx, sh/,
  ],
  ['a speed out of range', ['render', 'talk.txt', '--speed', '5'], /Speed must be between 0\.25 and 4\.0/],
  ['Shorts as mp3', ['render', 'talk.txt', '--format', 'mp3'], /Shorts are always mp4; .*--kind voiceover/],
  ['an unknown format', ['render', 'talk.txt', '--format', 'avi'], /Use: mp3, wav, mp4/],
  ['an unknown engine', ['render', 'talk.txt', '--engine', 'x'], /use system, builtin, natural, or openai/],
  ['a key on the command line', ['key', 'set', 'sk-secret'], /does not belong on the command line/],
])('wrong use: %s', async (_, args, sentence) => {
  file('talk.txt')
  const result = await cli(args)
  expect(result.code).toBe(2)
  expectOneSentence(result, sentence)
  expect(result.stdout + result.stderr).not.toContain('sk-secret')
  expect(existsSync(home)).toBe(false)
})

test('a Node that reads no TypeScript is told which one it takes', () => {
  const old = spawnSync(process.execPath, ['--no-strip-types', cliPath, '--version'], { encoding: 'utf8' })
  expect(old).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Error: Pausecut needs Node 24.*\n$/),
  })
})

test('--help, --version and voices need nothing and say what they should', async () => {
  expect(await cli(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  expect(await cli(['render', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--background') })
  expect((await cli(['voices'])).stdout).toMatch(/^ {2}nova +English; Clear, professional/m)
  expect(await cli([])).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage: pausecut') })
  expect(existsSync(home)).toBe(false)
})

test.each<[string, string[], RegExp]>([
  [
    'a missing script',
    ['missing.txt'],
    /There is no file missing\.txt; check the name, or use - to read standard input/,
  ],
  ['a folder as the script', ['.'], /\. is a folder; name the script file in it/],
  ['a 0-byte script', ['empty.txt'], /empty\.txt holds no words to speak/],
  ['nothing on standard input', ['-'], /Standard input holds no words/],
  ['a script of markers only', ['markers.txt'], /holds no words to speak/],
  ['a picture as the script', ['picture.png'], /is not a text file; save the script as plain text/],
  ['a corrupt background', ['talk.txt', '--background', 'picture.png'], /picture\.png could not be read as a picture/],
  ['a missing background', ['talk.txt', '--background', 'no.png'], /There is no picture .*no\.png; check its name/],
  ['a file as the folder for results', ['talk.txt', '--out', 'talk.txt'], /talk\.txt is a file; choose a folder/],
  ['OpenAI without a key', ['talk.txt', '--engine', 'openai'], /key|keychain/],
])('work that can not begin: %s', async (_, args, sentence) => {
  file('talk.txt')
  file('empty.txt', '')
  file('markers.txt', '— pause —\n[pause]\n')
  file('picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  const result = await cli(['render', ...args])
  expect(result.code).toBe(1)
  expectOneSentence(result, sentence)

  const events = (await cli(['render', ...args, '--json'])).stdout.trimEnd().split('\n')
  const last: unknown = JSON.parse(events.at(-1)!)
  expect(last).toMatchObject({ type: 'failed', error: { message: expect.stringMatching(sentence) }, artifacts: [] })
})

test('a broken FFMPEG_PATH is said before anything is spoken, by render and doctor alike', async () => {
  file('talk.txt')
  writeFileSync(join(folder, 'ffmpeg'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  for (const path of [join(folder, 'ffmpeg'), join(folder, 'missing')]) {
    const result = await cli(['render', 'talk.txt'], { env: { FFMPEG_PATH: path } })
    expect(result.code).toBe(1)
    expectOneSentence(result, /The ffmpeg at .* can not be used \(.*\); install a full one, or set FFMPEG_PATH to it/)
    const doctor = await cli(['doctor'], { env: { FFMPEG_PATH: path } })
    expect(doctor).toMatchObject({ code: 1, stdout: expect.stringMatching(/✗ ffmpeg .*Not ready to render/s) })
  }
})

test('doctor says what was found, and never the key', async () => {
  const doctor = await cli(['doctor'], { env: { OPENAI_API_KEY: 'sk-secret' } })
  expect(doctor.code).toBe(0)
  expect(doctor.stdout).toMatch(/ffmpeg .*version.*libx264.*alphamerge.*nova, alloy.*OPENAI_API_KEY.*home/s)
  expect(doctor.stdout + doctor.stderr).not.toContain('sk-secret')
})

const posix = process.platform !== 'win32'

test.runIf(posix)('a folder that can not be written to', async () => {
  file('talk.txt')
  mkdirSync(join(folder, 'locked'))
  chmodSync(join(folder, 'locked'), 0o555)
  onTestFinished(() => chmodSync(join(folder, 'locked'), 0o755))
  // Root may write everywhere, so it becomes nobody.
  const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {}
  chmodSync(folder, 0o755)
  mkdirSync(home, { mode: 0o777 })
  chmodSync(home, 0o777)
  for (const out of ['locked', 'locked/deeper']) {
    const result = await cli(['render', 'talk.txt', '--out', out], nobody)
    expect(result.code).toBe(1)
    expectOneSentence(result, /locked.* can not be written to; choose another folder with --out/)
  }
  expect(readdirSync(join(folder, 'locked'))).toEqual([])
})

test('a full disk is said, wherever it fills up, and leaves nothing', async (context) => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'pausecut-test', disk])
  if (mounted.status !== 0) {
    console.warn('SKIPPED: a full disk, which takes a small tmpfs; mounting one is not allowed here.')
    context.skip()
  }
  onTestFinished(() => void spawnSync('umount', [disk]))
  file('talk.txt', 'Words enough for a video that is larger than the disk. '.repeat(3))
  const full = /The disk is full at .*disk.*; free some space and try again/

  const results = await cli(['render', 'talk.txt', '--out', 'disk/out'])
  expect(results.code).toBe(1)
  expectOneSentence(results, full)
  expect(readdirSync(disk)).toEqual([])

  const work = await cli(['render', 'talk.txt'], { env: { PAUSECUT_HOME: join(disk, 'home') } })
  expect(work.code).toBe(1)
  expectOneSentence(work, full)
  expect(readdirSync(join(disk, 'home', 'work'))).toEqual([])
})
