import { expect, test } from 'vitest'
import { patiently } from '#app/patiently.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'

const busy = appError('STORE_BUSY')

/** Fails with these errors in turn, then works; counts its tries. */
function attempts(...errors: AppError[]) {
  let tries = 0
  const attempt = () => {
    const error = errors[tries++]
    return error ? fail(error) : ok('done')
  }
  return { attempt, tries: () => tries }
}

test('a locked database is tried again until it works', async () => {
  const { attempt, tries } = attempts(busy, busy)
  expect(await patiently(attempt)).toEqual(ok('done'))
  expect(tries()).toBe(3)
})

test('the patience ends', async () => {
  const { attempt } = attempts(...Array<AppError>(9).fill(busy))
  expect(await patiently(attempt, 0)).toMatchObject({ error: { code: 'STORE_BUSY' } })
})

test('what no waiting mends is not tried again', async () => {
  const { attempt, tries } = attempts(appError('DISK_FULL', { path: '/' }))
  expect(await patiently(attempt)).toMatchObject({ error: { code: 'DISK_FULL' } })
  expect(tries()).toBe(1)
})
