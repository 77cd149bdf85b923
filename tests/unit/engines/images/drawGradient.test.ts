import { expect, test } from 'vitest'
import { drawGradient } from '#engines/images/drawGradient.ts'

const size = { width: 108, height: 192 }
const pixelAt = (pixels: Uint8Array, x: number, y: number) => [...pixels.subarray((y * 108 + x) * 3).subarray(0, 3)]

test('the same arguments give the same pixels, opaque and of the size asked for', async () => {
  const [one, other] = [await drawGradient('dusk', size), await drawGradient('dusk', size)]
  expect(one).toHaveLength(108 * 192 * 3)
  expect(Buffer.compare(one, other)).toBe(0)
  expect(Buffer.compare(one, await drawGradient('ember', size))).not.toBe(0)
})

test('somebody’s colours take the place of its own: the first is the ground', async () => {
  const [red, green, blue] = pixelAt(await drawGradient('dusk', size, ['#000000', '#ff0000']), 54, 96) as [
    number,
    number,
    number,
  ]
  expect(red).toBeGreaterThan(4 * Math.max(green, blue))
})

test('others get their turn while it is drawn', async () => {
  let turns = 0
  let done = false
  const count = () => {
    turns++
    if (!done) setImmediate(count)
  }
  setImmediate(count)
  await drawGradient('dusk', { width: 1080, height: 1920 })
  done = true
  expect(turns).toBeGreaterThan(100)
})
