import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { engines } from '#shared/speech/engines.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { isGood, summarise, VoiceReport } from '../../scripts/voiceReport.ts'

const script = fileURLToPath(new URL('../../scripts/verifyVoice.ts', import.meta.url))

async function verify(args: readonly string[], home: string) {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, PAUSECUT_HOME: home } })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, stdout, stderr }
}

test('with the made model every voice speaks, and the report says so and what it is worth', async () => {
  const [home, out] = [scratch(), scratch()]
  const { code, stdout, stderr } = await verify(['kokoro', '--made', '--out', out], home)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('this shows that the script works, and nothing of the voice')
  const report = VoiceReport.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')))
  expect(new Set(report.spoken.map(({ voice }) => voice))).toEqual(new Set(engines.natural.voices.map(({ id }) => id)))
  for (const { file, words, text } of report.spoken) {
    expect(existsSync(join(out, `${file}.wav`)), file).toBe(true)
    expect(words).toHaveLength(text.split(' ').length)
  }
  expect(report.spoken.some(({ difference }) => difference)).toBe(true)
  expect(readFileSync(join(out, 'report.txt'), 'utf8')).toBe(summarise(report))
  // It may not touch the pack that somebody has.
  expect(existsSync(join(home, 'voices'))).toBe(false)

  const [one, ...others] = report.spoken
  const broken = { ...report, spoken: [{ ...one!, problems: ['it is next to silent'] }, ...others] }
  expect(isGood(broken)).toBe(false)
  expect(summarise(broken)).toMatch(/Problems:\n.*next to silent\nSomething is wrong/)
  // What the aligner hears nothing of is no proof of a real voice.
  expect(isGood({ ...report, made: false })).toBe(false)
})

test('files that are not the pack are refused before anything is spoken', async () => {
  const [home, from] = [scratch(), scratch()]
  const { code, stderr } = await verify(['kokoro', '--from', from], home)
  expect(code).toBe(2)
  expect(stderr).toMatch(/does not hold the voice pack kokoro \(onnx\/model\.onnx is not in it/)
  expect((await verify(['supertonic'], home)).stderr).toMatch(/There is no voice pack supertonic/)
})
