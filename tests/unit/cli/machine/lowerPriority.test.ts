import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { lowerPriority } from '#cli/machine/lowerPriority.ts'

test('a process and its session are put behind the others', () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const pid = child.pid ?? expect.fail('It did not start')
  lowerPriority(pid)
  expect(getPriority(pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL)
  const session = `/proc/${pid}/autogroup`
  if (existsSync(session)) expect(readFileSync(session, 'utf8')).toMatch(/ nice 10$/m)
})
