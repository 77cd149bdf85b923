import { expect, test } from 'vitest'
import { openBoundedCache } from '#engines/type/boundedCache.ts'

function open(most: number) {
  const made: string[] = []
  const cache = openBoundedCache<string>(most, (value) => value.length)
  const use = (key: string) =>
    cache.remember(key, () => {
      made.push(key)
      return key
    })
  return { cache, made, use }
}

test('what was used last stays, what was used longest ago goes', () => {
  const { made, use } = open(6)
  for (const key of ['aa', 'bb', 'cc', 'aa', 'dd']) expect(use(key)).toBe(key)
  expect(made).toEqual(['aa', 'bb', 'cc', 'dd'])
  for (const key of ['aa', 'cc', 'dd', 'bb']) use(key)
  expect(made).toEqual(['aa', 'bb', 'cc', 'dd', 'bb'])
})

test('filled far beyond its bound it never weighs more', () => {
  const { cache, made, use } = open(1000)
  for (let word = 0; word < 20_000; word++) {
    use(`half typed ${word}`)
    expect(cache.weight).toBeLessThanOrEqual(1000)
  }
  expect(cache.weight).toBeGreaterThan(900)
  expect(made).toHaveLength(20_000)
})

test('what weighs more than all may is made each time, and drives nothing out', () => {
  const { made, use } = open(5)
  for (const key of ['aa', 'much too long', 'aa', 'much too long']) expect(use(key)).toBe(key)
  expect(made).toEqual(['aa', 'much too long', 'much too long'])
})
