import { expect, test } from 'vitest'
import { openLatestOnly } from '#app/desktop/preview/latestOnly.ts'
import { ok } from '#shared/result.ts'

test('a later run ends an earlier one', async () => {
  const latest = openLatestOnly()
  let finish = () => {}
  const waits = new Promise<void>((resolve) => {
    finish = resolve
  })
  const seen: boolean[] = []
  const first = latest.run(async (signal) => {
    await waits
    seen.push(signal.aborted)
    return ok('first')
  })
  const second = latest.run(async () => ok('second'))
  finish()
  expect(await first).toMatchObject({ error: { code: 'CANCELLED' } })
  expect(await second).toEqual(ok('second'))
  expect(seen).toEqual([true])
})

test('stopping ends what runs, not what comes after', async () => {
  const latest = openLatestOnly()
  const stopped = latest.run(async (signal) => {
    latest.stop()
    return ok(signal.aborted)
  })
  expect(await stopped).toMatchObject({ error: { code: 'CANCELLED' } })
  expect(await latest.run(async () => ok(1))).toEqual(ok(1))
})
