import { expect, test } from 'vitest'
import { sideBySide } from '#app/run/sideBySide.ts'

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('results stand in the items’ order, whichever was ready first', async () => {
  const results = await sideBySide([30, 1, 10], 3, async (wait, position) => {
    await soon(wait)
    return `${position}:${wait}`
  })
  expect(results).toEqual(['0:30', '1:1', '2:10'])
})

test('never more than the given number at once, and every item is done', async () => {
  let now = 0
  let most = 0
  const results = await sideBySide([...Array(9).keys()], 2, async (item) => {
    most = Math.max(most, ++now)
    await soon(2)
    now--
    return item
  })
  expect(most).toBe(2)
  expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
})

test('a crash is not swallowed, and those under way end first', async () => {
  let ended = false
  const crash = sideBySide([0, 1], 2, async (item) => {
    if (item === 0) throw new Error('a fault of the program')
    await soon(20)
    ended = true
  })
  await expect(crash).rejects.toThrow('a fault of the program')
  expect(ended).toBe(true)
})

test('after a crash nothing new is begun', async () => {
  const begun: number[] = []
  const others = Promise.withResolvers<void>()
  const crash = sideBySide([...Array(10).keys()], 3, async (item) => {
    begun.push(item)
    if (item === 0) throw new Error('a fault of the program')
    await others.promise
  })
  others.resolve()
  await expect(crash).rejects.toThrow('a fault of the program')
  expect(begun).toEqual([0, 1, 2])
})
