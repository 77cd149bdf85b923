import { expect, test } from 'vitest'
import { canvasSizes } from '#shared/domain.ts'
import { safeArea } from '#shared/look/safeArea.ts'

test('in portrait the safe area clears what Shorts, TikTok and Reels lay over the picture', () => {
  const safe = safeArea(canvasSizes.shorts)
  expect(safe.top).toBeGreaterThanOrEqual(288)
  expect(1920 - safe.bottom).toBeGreaterThanOrEqual(672)
  expect(1080 - safe.right).toBeGreaterThanOrEqual(192)
  expect(safe.left).toBe(1080 - safe.right)
})

test('in landscape it is title-safe', () => {
  expect(safeArea(canvasSizes.voiceover)).toEqual({ left: 96, top: 54, right: 1824, bottom: 994 })
})
