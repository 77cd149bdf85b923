import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { testWith } from '#tests/programs.ts'
import { editor, writeScript } from './editor.ts'
import { project, shareApp } from './launchApp.ts'

const test = testWith('chromium', 'ffmpeg')
const shared = shareApp()
const screens = join(project, 'test-results', 'screens')

/** Lightness of what a person sees of the editor, 0 to 255. */
const lightness = async (page: Page): Promise<number> => {
  const { default: sharp } = await import('sharp')
  const { channels } = await sharp(await page.screenshot())
    .greyscale()
    .stats()
  return channels[0]!.mean
}

test('both themes and both shapes, each with screenshots to look at', async () => {
  mkdirSync(screens, { recursive: true })
  const { page, call } = shared()
  await expect.poll(() => editor(page).parts().count()).toBe(4)
  const lightnessIn: Record<string, number> = {}
  for (const theme of ['light', 'dark'] as const) {
    await call('changeSettings', { theme })
    for (const shape of ['Shorts', 'Voiceover'] as const) {
      await editor(page).go('Studio')
      await page.getByRole('region', { name: 'Preview' }).getByText(shape, { exact: true }).click()
      await page.getByRole('img', { name: new RegExp(`^${shape}, captions`) }).waitFor()
      await page.screenshot({
        path: join(screens, `editor-${shape.toLowerCase()}-${theme}.png`),
        animations: 'disabled',
      })
    }
    lightnessIn[theme] = await lightness(page)
    for (const place of ['Library', 'Automation', 'Settings'] as const) {
      await editor(page).go(place)
      await page.getByRole('heading', { level: 1, name: place }).waitFor()
      await page.screenshot({ path: join(screens, `${place.toLowerCase()}-${theme}.png`), animations: 'disabled' })
    }
  }
  expect(lightnessIn.light).toBeGreaterThan(lightnessIn.dark! + 80)
})

test('a voiceover is one landscape video of the whole script', async () => {
  const { page } = shared()
  await editor(page).go('Studio')
  await writeScript(page, 'The whole text is one video.')
  await page.getByRole('region', { name: 'Preview' }).getByText('Voiceover', { exact: true }).click()
  await page.getByRole('button', { name: 'Make voiceover' }).click()
  await page.getByText('The voiceover is ready').waitFor()
  await editor(page).go('Library')
  await page.getByRole('row', { name: 'The whole text is one video.' }).click()
  const size = () =>
    page.locator('video').evaluate(({ videoWidth, videoHeight }: HTMLVideoElement) => [videoWidth, videoHeight])
  await expect.poll(size).toEqual([1920, 1080])
})
