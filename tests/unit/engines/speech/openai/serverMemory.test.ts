import { expect, test } from 'vitest'
import { openServerMemory } from '#engines/speech/openai/serverMemory.ts'

const never = new AbortController().signal

test('no more work is under way than there are places, and each has its turn', async () => {
  const { inPlace } = openServerMemory(2)
  let under = 0
  let most = 0
  const done: number[] = []
  const work = (index: number) => async () => {
    most = Math.max(most, ++under)
    await new Promise((resolve) => setImmediate(resolve))
    under--
    done.push(index)
    if (index === 3) throw new Error('broken')
  }
  await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map((index) => inPlace(work(index), never)))
  expect(most).toBe(2)
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('who waits and is told to stop leaves the line, and holds up nobody', async () => {
  const { inPlace } = openServerMemory(1)
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const first = inPlace(() => held, never)
  const stop = new AbortController()
  const second = inPlace(async () => 'second', stop.signal)
  const third = inPlace(async () => 'third', never)
  stop.abort(new Error('stopped'))
  await expect(second).rejects.toThrow('stopped')
  letGo()
  await first
  expect(await third).toBe('third')
})
