import { expect, test } from 'vitest'
import { openBacklog, type RecordedEvent } from '#app/jobs/recordBacklog.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok } from '#shared/result.ts'

const progress = (share: number): RecordedEvent => ({
  type: 'progress',
  job: 'api_1',
  progress: share,
  message: words('working'),
  segment: 1,
})
const warning = (message: string): RecordedEvent => ({ type: 'warning', job: 'api_1', message: words(message) })
const completed: RecordedEvent = { type: 'completed', job: 'api_1', artifacts: [] }
const again: RecordedEvent = { type: 'queued', job: 'api_1' }

/** A store that refuses with `refusal.error` while there is one. */
function store() {
  const refusal: { error?: AppError } = {}
  const recorded: RecordedEvent[] = []
  let tries = 0
  const { keep } = openBacklog((event) => {
    tries++
    if (refusal.error) return fail(refusal.error)
    recorded.push(event)
    return ok(undefined)
  })
  return { refusal, recorded, keep, tries: () => tries }
}

test('what a locked database did not take goes first when it does, in order, of progress the newest alone', () => {
  const { refusal, recorded, keep } = store()
  expect(keep(progress(1)).ok).toBe(true)
  refusal.error = appError('STORE_BUSY')
  for (const event of [progress(2), warning('a'), progress(3), warning('b'), progress(4)])
    expect(keep(event)).toMatchObject({ error: { code: 'STORE_BUSY' } })
  expect(keep(completed)).toMatchObject({ error: { code: 'STORE_BUSY' } })
  delete refusal.error
  // As whoever records an end does until it is kept; meanwhile the service began to close.
  expect(keep(again).ok).toBe(true)
  expect(recorded).toEqual([progress(1), warning('a'), warning('b'), progress(4), again])
})

test('a locked database is not tried for every event', () => {
  const { refusal, keep, tries } = store()
  refusal.error = appError('STORE_BUSY')
  for (let n = 0; n < 100; n++) keep(warning(String(n)))
  expect(tries()).toBeLessThan(10)
})

test('any other failure is told, and what it was about is dropped', () => {
  const { refusal, recorded, keep } = store()
  refusal.error = appError('DISK_FULL', { path: '/' })
  expect(keep(warning('a'))).toMatchObject({ error: { code: 'DISK_FULL' } })
  delete refusal.error
  keep(completed)
  expect(recorded).toEqual([completed])
})
