import { expect, test } from 'vitest'
import type { JobSummary } from '#shared/job/job.ts'
import { taskbarShare } from '#shell/window/taskbarShare.ts'

const job = (state: JobSummary['state'], progress: number) => ({ state, progress }) as JobSummary

test('the taskbar shows the share of what is under way, and nothing when nothing is', () => {
  expect(taskbarShare([])).toBe(-1)
  expect(taskbarShare([job('completed', 100), job('failed', 20)])).toBe(-1)
  expect(taskbarShare([job('running', 50), job('waiting', 0), job('completed', 100)])).toBe(0.25)
})
