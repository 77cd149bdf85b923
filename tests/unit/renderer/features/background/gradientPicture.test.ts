import { expect, test } from 'vitest'
import { gradientPicture } from '#renderer/features/background/gradientPicture.ts'
import { lookPicture } from '#renderer/features/look/lookPicture.ts'
import { gradientNames } from '#shared/look/look.ts'
import { builtInLooks } from '#shared/look/looks.ts'

test.each(gradientNames)('the background %s can be seen before it is chosen', (name) => {
  expect(gradientPicture(name), 'run scripts/drawThumbnails.ts').toMatch(/\.webp$/)
})

test.each(builtInLooks.map(({ name }) => name))(
  'the look %s can be seen in both shapes before it is chosen',
  (name) => {
    for (const kind of ['shorts', 'voiceover'] as const)
      expect(lookPicture(name, kind), 'run scripts/drawThumbnails.ts').toMatch(/\.webp$/)
  },
)
