import { expect, test } from 'vitest'
import { runProgram } from '#engines/speech/system/runProgram.ts'

const never = new AbortController().signal
const node = (script: string, more: { input?: string; limit?: number; env?: Record<string, string> } = {}) =>
  runProgram({ command: process.execPath, args: ['-e', script], limit: 60_000, ...more }, never)

test('gives what a program wrote, which has its input and environment', async () => {
  const echo = 'process.stdin.on("data", (data) => process.stdout.write(process.env.MARK + data))'
  expect(await node(echo, { input: 'größer', env: { MARK: '>' } })).toEqual({ ok: true, value: '>größer' })
  const deaf = 'process.stdout.write("done")'
  expect(await node(deaf, { input: 'x'.repeat(1 << 20) })).toEqual({ ok: true, value: 'done' })
})

test('what a program complains of is told, and a program that is not there is', async () => {
  const complained = await node('console.error("no such voice\\nat line 3"); process.exit(2)')
  expect(complained).toMatchObject({
    error: { code: 'SYSTEM_VOICE_FAILED', facts: { reason: { facts: { text: 'no such voice' } } } },
  })
  const silent = await node('process.exit(3)')
  expect(silent).toMatchObject({ error: { facts: { reason: { code: 'PROGRAM_ENDED', facts: { status: '3' } } } } })
  const missing = await runProgram({ command: 'no-such-voice-program', args: [], limit: 1000 }, never)
  expect(missing).toMatchObject({ error: { code: 'SYSTEM_VOICES_MISSING' } })
})

test('a program that does not end is ended, at its limit or when nobody waits any more', async () => {
  const late = await node('setInterval(() => {}, 1000)', { limit: 300 })
  expect(late).toMatchObject({ error: { code: 'SYSTEM_VOICE_FAILED', facts: { reason: { code: 'PROGRAM_SLOW' } } } })
  const controller = new AbortController()
  const run = runProgram(
    { command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], limit: 60_000 },
    controller.signal,
  )
  controller.abort()
  expect(await run).toMatchObject({ error: { code: 'CANCELLED' } })
})
