import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { ShortsRequest } from '#api/wire/requests.ts'
import { exampleOf } from '#renderer/features/automation/exampleOf.ts'

const call = {
  url: 'http://127.0.0.1:4711',
  token: true,
  script: 'It’s "quoted" — pause — it\'s $HOME',
  voice: 'nova',
  speed: 1,
}

test('the curl call reaches the program as it was meant, quotes and all', () => {
  const { stdout } = spawnSync('sh', ['-c', exampleOf('curl', call).replace(/^curl/, 'printf "%s\\n"')], {
    env: { PAUSECUT_TOKEN: 'secret' },
    encoding: 'utf8',
  })
  const args = stdout.trim().split('\n')
  expect(args[0]).toBe('http://127.0.0.1:4711/api/v1/generate-shorts')
  expect(args[2]).toBe('Authorization: Bearer secret')
  const body = JSON.parse(args.at(-1)!)
  expect(ShortsRequest.parse(body).script).toBe(call.script)
})

test('the token is asked of the environment, never shown', () => {
  expect(exampleOf('python', call)).toContain("os.environ['PAUSECUT_TOKEN']")
  expect(exampleOf('python', { ...call, token: false })).not.toContain('Bearer')
})

const python = spawnSync('python3', ['--version']).status === 0
if (!python) console.warn('SKIPPED: whether the Python example is Python, because there is no python3 here.')
test.skipIf(!python)('the Python example is Python', () => {
  for (const token of [true, false]) {
    const { status, stderr } = spawnSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], {
      input: exampleOf('python', { ...call, token }),
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  }
})
