import { expect, test } from 'vitest'
import { gradientImage } from '#renderer/features/background/gradientImage.ts'
import { lookImage } from '#renderer/features/look/lookImage.ts'
import { gradientNames } from '#shared/look/look.ts'
import { builtInLooks } from '#shared/look/looks.ts'

test.each(gradientNames)('the background %s can be seen before it is chosen', (name) => {
  expect(gradientImage(name), 'run scripts/drawThumbnails.ts').toMatch(/\.webp$/)
})

test.each(builtInLooks.map(({ name }) => name))(
  'the look %s can be seen in both shapes before it is chosen',
  (name) => {
    for (const kind of ['shorts', 'voiceover'] as const)
      expect(lookImage(name, kind), 'run scripts/drawThumbnails.ts').toMatch(/\.webp$/)
  },
)
