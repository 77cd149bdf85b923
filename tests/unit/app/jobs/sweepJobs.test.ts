import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expiredJobs } from '#app/jobs/sweepJobs.ts'

const now = new Date('2025-02-01T00:00:00.000Z')
const day = 24 * 60 * 60 * 1000
const job = (id: string, days: number, size: number) => ({
  id,
  size,
  updatedAt: new Date(now.getTime() - days * day).toISOString(),
})

test('jobs go when they are too old', () => {
  const finished = [job('old', 31, 1), job('edge', 30, 1), job('new', 1, 1)]
  expect(expiredJobs(finished, { age: 30 * day, size: Infinity }, now)).toEqual(['old'])
})

test('jobs go by size, the longest untouched first, until the rest fits', () => {
  const finished = [job('a', 3, 40), job('b', 2, 40), job('c', 1, 40)]
  expect(expiredJobs(finished, { age: Infinity, size: 80 }, now)).toEqual(['a'])
  expect(expiredJobs(finished, { age: Infinity, size: 79 }, now)).toEqual(['a', 'b'])
  expect(expiredJobs(finished, { age: Infinity, size: 120 }, now)).toEqual([])
})

test('what stays always fits and is young enough', () => {
  const jobs = fc.array(fc.record({ days: fc.nat(60), size: fc.nat(100) }), { maxLength: 12 })
  fc.assert(
    fc.property(jobs, fc.nat(400), (kept, size) => {
      const finished = kept
        .sort((first, second) => second.days - first.days)
        .map((made, index) => job(String(index), made.days, made.size))
      const expired = new Set(expiredJobs(finished, { age: 30 * day, size }, now))
      const left = finished.filter(({ id }) => !expired.has(id))
      expect(left.reduce((sum, { size: bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(size)
      expect(left.every(({ updatedAt }) => now.getTime() - Date.parse(updatedAt) <= 30 * day)).toBe(true)
    }),
  )
})
