import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstPlace, fitPlace, smallest } from '#shell/window/windowPlace.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const place = { x: 100, y: 50, width: 1300, height: 900, maximized: false }

test('a window comes back where it stood', () => {
  expect(fitPlace(place, [screen])).toEqual(place)
  expect(fitPlace({ ...place, x: -200 }, [screen])).toEqual({ ...place, x: -200 })
  const second = { ...screen, x: -1920 }
  expect(fitPlace({ ...place, x: -1800 }, [screen, second]).x).toBe(-1800)
})

test('one that stood on a screen that is gone comes to the first, in its size', () => {
  expect(fitPlace({ ...place, x: 2500 }, [screen])).toEqual({ width: 1300, height: 900, maximized: false })
  expect(fitPlace({ ...place, y: -100 }, [screen])).not.toHaveProperty('y', -100)
})

test('the first start has no place', () => {
  expect(fitPlace(firstPlace, [screen])).toEqual({ width: 1280, height: 820, maximized: false })
})

test('a window is never smaller than it can be used, and its head can always be taken hold of', () => {
  const any = fc.integer({ min: -5000, max: 5000 })
  fc.assert(
    fc.property(any, any, fc.nat(4000), fc.nat(4000), fc.boolean(), (x, y, width, height, maximized) => {
      const fitted = fitPlace({ x, y, width, height, maximized }, [screen])
      expect(fitted.width).toBeGreaterThanOrEqual(smallest.width)
      expect(fitted.height).toBeGreaterThanOrEqual(smallest.height)
      if (fitted.x === undefined || fitted.y === undefined) return
      expect(fitted.x + fitted.width).toBeGreaterThan(100)
      expect(fitted.x).toBeLessThan(1920 - 100)
      expect(fitted.y).toBeGreaterThanOrEqual(-fitted.height)
      expect(fitted.y).toBeLessThan(1080)
    }),
  )
})
