import type { Page } from 'playwright'
import { expect } from 'vitest'
import { testWith } from '#tests/programs.ts'
import { openPage, soon } from './openPage.ts'

const test = testWith('chromium')

const card = (page: Page) => page.getByRole('region', { name: 'Natural voice, English' })
const press = (page: Page, name: string) => card(page).getByRole('button', { name }).click()
const words = (page: Page) => card(page).innerText()

test('a natural voice is fetched, paused, gone on with, and removed after a question', async () => {
  const page = await openPage({ pack: 'held' })
  expect(await words(page)).toContain(
    '338 MB once, then offline. Licence Apache-2.0. Not yet tested with the real model.',
  )
  await press(page, 'Download')
  const bar = page.getByRole('progressbar', { name: 'Download of the natural voice' })
  await soon(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(5)
  await press(page, 'Pause')
  await card(page)
    .getByText(/^\d+ MB of 338 MB are here\.$/)
    .waitFor()
  expect(await bar.count()).toBe(0)
  await press(page, 'Go on')
  await card(page).getByText('On this machine, 338 MB.').waitFor()

  await press(page, 'Remove')
  await press(page, 'Keep')
  await press(page, 'Remove')
  await card(page).getByText('Remove its 338 MB?').waitFor()
  await press(page, 'Remove')
  await card(page).getByRole('button', { name: 'Download' }).waitFor()
})

test('a download that fails says why in a sentence, and is tried again', async () => {
  const page = await openPage({ pack: 'fails' })
  await press(page, 'Download')
  await soon(() => card(page).getByRole('alert').innerText()).toBe(
    'github.com could not be reached (no network leads there); check the network and try again.',
  )
  expect(await words(page)).toMatch(/\d+ MB of 338 MB are here/)
  await press(page, 'Try again')
  await card(page).getByText('On this machine, 338 MB.').waitFor()
  expect(await card(page).getByRole('alert').count()).toBe(0)
})

test('cancelling leaves nothing; the smaller voice can be had instead', async () => {
  const page = await openPage({ pack: 'begun' })
  await press(page, 'Cancel')
  await press(page, 'Smaller: 104 MB')
  await card(page).getByText('On this machine, 104 MB.').waitFor()
})

test('the first start offers it in a line, which leads to the card and does not come back', async () => {
  const page = await openPage({ offer: 'yes' })
  const offer = page.getByText('Natural voice, English: 338 MB once, then offline.')
  await page.getByRole('button', { name: 'Have a look' }).click()
  await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Download')
  expect(await offer.count()).toBe(0)

  const refused = await openPage({ offer: 'yes' })
  await refused.getByRole('button', { name: 'Dismiss' }).click()
  await soon(() => refused.getByText('Natural voice, English: 338 MB').count()).toBe(0)
})
