import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { WordTiming } from '#shared/domain.ts'
import { runCli } from '#tests/fakes/service/runCli.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { addMadePack } from '#tests/fakes/voice/madePack.ts'
import { ffmpegs } from '#tests/ffmpegs.ts'
import { describeFile } from '#tests/probes.ts'

// From a script to a film with a voice pack, whose model is made for this, and what is said where there is none.

const script = 'An apple and the pear have run. I have read it in 2019.\n'
const pack = (home: string) => join(home, 'voices', 'kokoro')

function prepare() {
  const home = scratch()
  const path = join(home, 'talk.txt')
  writeFileSync(path, script)
  const out = join(home, 'out')
  const run = (...flags: string[]) =>
    runCli(['render', path, '--out', out, ...flags], { env: { PAUSECUT_HOME: join(home, 'data') } })
  return { home: join(home, 'data'), out, run }
}

test('a pack that is there speaks without being asked for, with its own word times', async () => {
  const { home, out, run } = prepare()
  addMadePack(home)
  const { code, stdout, stderr } = await run('--receipt')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('spoken by the natural voice')
  expect(stdout).toMatch(/Word times +exact, from the voice itself/)
  const files = readdirSync(out)
  const video = join(out, files.find((name) => name.endsWith('.mp4'))!)
  const [first] = await ffmpegs()
  expect(describeFile(first![1].path, video)).toMatch(/Video: h264.*1080x1920[\s\S]*Audio: aac/)
  const times = JSON.parse(readFileSync(join(out, files.find((name) => name.endsWith('.json'))!), 'utf8'))
  const words = z.object({ words: z.array(WordTiming) }).parse(times).words
  expect(words.map(({ text }) => text)).toEqual(script.trim().split(' '))
  expect(words.every(({ start, end }, at) => start < end && start >= (words[at - 1]?.end ?? 0))).toBe(true)
})

test('a voice of the pack’s by its own name needs the pack, and says how to get it', async () => {
  for (const flags of [
    ['--voice', 'af_heart'],
    ['--engine', 'natural'],
  ]) {
    const { code, stderr } = await prepare().run(...flags)
    expect(code).toBe(1)
    expect(stderr).toContain('`pausecut voices add kokoro`')
  }
})

test('a pack that lacks something is told, and no other voice speaks in its place', async () => {
  const { home, run } = prepare()
  addMadePack(home)
  rmSync(join(pack(home), 'voices', 'af_heart.bin'))
  const lacking = await run()
  expect(lacking.code).toBe(1)
  expect(lacking.stderr).toMatch(/voices\/af_heart\.bin.*`pausecut voices add kokoro`/)
})

test('a model that is whole by its size and none inside is told as damaged', async () => {
  const { home, run } = prepare()
  addMadePack(home)
  const model = join(pack(home), 'onnx', 'model.onnx')
  const { length } = readFileSync(model)
  truncateSync(model, 100)
  truncateSync(model, length)
  const broken = await run()
  expect(broken.code).toBe(1)
  expect(broken.stderr).toContain('`pausecut voices add kokoro`')
})
