import { expect, test } from 'vitest'
import { openJobLog } from '#cli/terminal/jobLog.ts'
import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'

const artifact: Artifact = { kind: 'video', path: '/a.mp4', name: 'a.mp4', size: 1, segment: 1, duration: 1 }
const full = appError('DISK_FULL', { path: '/out' }, 'ENOSPC')
const mute = appError('SPEECH_NOTHING_TO_SAY', { text: '…' })
const part = (segment: number, error = full) => ({ type: 'segment-failed' as const, job: 'j', segment, error })

test('keeps what the end needs', () => {
  const log = openJobLog()
  log.on({ type: 'started', job: 'j', segments: 2, engine: 'builtin', folder: '/out' })
  log.on({ type: 'segment-done', job: 'j', segment: 1, artifact })
  expect([log.job(), log.engine(), log.artifacts()]).toEqual(['j', 'builtin', [artifact]])
  log.on({ type: 'completed', job: 'j', artifacts: [artifact, { ...artifact, segment: 2 }] })
  expect(log.artifacts()).toHaveLength(2)
})

test('a failure that all failed parts share is told once, else each part’s own is told', () => {
  const log = openJobLog()
  expect(log.failures(full)).toEqual([{ error: full }])
  log.on(part(3))
  log.on(part(1))
  expect(log.failures(full)).toEqual([{ error: full }])
  log.on(part(4, mute))
  expect(log.failures(full)).toEqual([
    { part: 1, error: full },
    { part: 3, error: full },
    { part: 4, error: mute },
  ])
})
