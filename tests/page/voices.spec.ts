import { test } from 'vitest'
import { openPage, soon } from './openPage.ts'

const kokoro = { server: 'kokoro', key: 'stored' }

test('a server’s voices are searched by name and language, heard, and chosen', async () => {
  const page = await openPage(kokoro)
  const list = page.getByRole('radiogroup', { name: 'Voice' })
  // The name that every engine knows is whom this server has for it, and the best stand first.
  await soon(() => list.getByRole('radio', { checked: true }).getAttribute('value')).toBe('af_heart')
  await soon(() => list.getByRole('radio').first().getAttribute('value')).toBe('af_heart')
  await page.getByRole('searchbox', { name: 'Search voices' }).fill('siw')
  await soon(() => list.getByRole('radio').count()).toBe(1)
  await list.getByText('Siwis').click()
  await soon(() => list.getByRole('radio', { checked: true }).getAttribute('value')).toBe('ff_siwis')
  await page.getByRole('searchbox', { name: 'Search voices' }).fill('')
  await page.getByRole('button', { name: /Language/ }).click()
  await page.getByRole('option', { name: 'Spanish' }).click()
  await soon(() => list.getByRole('radio').evaluateAll((all) => all.map((each) => each.getAttribute('value')))).toEqual(
    ['ef_dora', 'em_alex', 'em_santa'],
  )
  await page.getByRole('searchbox', { name: 'Search voices' }).fill('nobody')
  await page.getByText('No voice is called that.').waitFor()
  await page.getByText('Siwis · localhost:8880').waitFor()
})

test('of a server that lists nothing a voice is named', async () => {
  const page = await openPage({ server: 'silent', key: 'stored' })
  const list = page.getByRole('radiogroup', { name: 'Voice' })
  await soon(() => list.getByRole('radio').count()).toBe(6)
  await page.getByRole('textbox', { name: 'Another voice' }).fill('tara')
  await page.getByText('tara · localhost:8880').waitFor()
  await soon(() => list.getByRole('radio', { checked: true }).count()).toBe(0)
})

test('the settings choose whom a name means, and show what the server really does', async () => {
  const page = await openPage(kokoro)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: /onyx/ }).click()
  await page.getByRole('option', { name: 'am_puck' }).click()
  await soon(() => page.getByRole('button', { name: /onyx/ }).textContent()).toContain('am_puck')
  await page.getByRole('button', { name: /onyx/ }).click()
  await page.getByRole('option', { name: 'As usual' }).click()
  await soon(() => page.getByRole('button', { name: /onyx/ }).textContent()).toContain('am_fenrir')
  await page.getByText(/Sends 3,\d+ characters in 15 requests/).waitFor()
  await page.getByRole('button', { name: 'Measure' }).click()
  const table = page.getByRole('table', { name: 'http://localhost:8880/v1' })
  await table.getByText('not heard: “a long grey cloud”').waitFor()
  await table.getByText('is really wav, 24,000 samples a second').waitFor()
})
