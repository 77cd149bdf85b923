import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { testWith } from '#tests/programs.ts'
import { openPage, part } from './openPage.ts'

const test = testWith('chromium')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds, one line each: rule, element. */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: axe })
  // What fades in is read when it is there.
  await page.waitForTimeout(300)
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const go = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true }).click()

const states: Record<string, (page: Page) => Promise<unknown>> = {
  'the desk': async () => {},
  'a part being written': (page) => part(page, 2).click(),
  looks: (page) => page.getByRole('button', { name: /^Look/ }).click(),
  backgrounds: (page) => page.getByRole('button', { name: /^Background/ }).click(),
  output: (page) => page.getByRole('button', { name: /^Output/ }).click(),
  'a menu': (page) => page.getByRole('button', { name: 'More for part 1' }).click(),
  'a voiceover': (page) => page.getByRole('region', { name: 'Preview' }).getByText('Voiceover').click(),
  'safe areas': (page) => page.keyboard.press('Control+Shift+S'),
  'videos being made': async (page) => {
    await page.getByRole('button', { name: 'Make 4 Shorts' }).click()
    await page.getByText(/^Drawing part/).waitFor()
  },
  'a part that failed': async (page) => {
    await page.getByRole('button', { name: 'Make 4 Shorts' }).click()
    await page.getByRole('button', { name: 'Try again', exact: true }).waitFor()
  },
  'the library': async (page) => {
    await go(page, 'Library')
    await page.getByRole('row').first().click()
    await page.getByText('Loudness').waitFor()
  },
  'the library while something is made': async (page) => {
    await page.getByRole('button', { name: 'Make 4 Shorts' }).click()
    await go(page, 'Library')
    await page.getByRole('button', { name: 'Cancel this job' }).waitFor()
  },
  'automation, off': (page) => go(page, 'Automation'),
  'automation, on': async (page) => {
    await go(page, 'Automation')
    await page.getByText('Listens on this computer only.').click()
    await page.getByText('/api/v1/voiceover/generate').waitFor()
    await page.getByRole('button', { name: 'Require a token' }).click()
  },
  settings: (page) => go(page, 'Settings'),
  'the list of shortcuts': (page) => page.keyboard.press('Control+/'),
}

for (const theme of ['light', 'dark'] as const)
  test.each(Object.keys(states))(`axe finds nothing in %s, ${theme}`, async (state) => {
    const page = await openPage({ theme, fail: '2', pace: state.includes('while') ? '300' : '20' })
    await states[state]!(page)
    expect(await faultsOf(page)).toEqual([])
  })

test('axe finds nothing on an empty desk and in an empty library, in German', async () => {
  const page = await openPage({ language: 'de', script: 'empty', library: 'empty', key: 'kept' })
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
  expect(await faultsOf(page)).toEqual([])
  await go(page, 'Bibliothek')
  await page.getByText('Fertige Videos landen hier').waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('everything on the desk can be reached with Tab, and the focus is always seen', async () => {
  const page = await openPage({}, { reducedMotion: 'reduce' })
  const reached: string[] = []
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    const now = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement
      if (focused === document.body) return undefined
      const name = focused.getAttribute('aria-label') ?? focused.textContent
      // A hidden input shows its focus on the label around it, a text on its card.
      const shown = [focused, focused.closest('label'), focused.closest('article')].some((element) => {
        if (!element) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        const inside = element.querySelector('[data-focus-visible]')
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || /5px/.test(boxShadow) || inside !== null
      })
      const thumb = focused.closest('[data-focus-visible], :focus-visible') !== null
      return { name: name || focused.outerHTML, shown: shown || thumb }
    })
    if (!now) break
    expect(now.shown, now.name).toBe(true)
    reached.push(now.name)
  }
  for (const name of [
    'Studio',
    'Text of part 1',
    'Move part 2',
    'Cut between parts 1 and 2',
    'Listen to Echo',
    'Make 4 Shorts',
  ])
    expect(reached).toContain(name)
})

test('with reduced motion nothing moves by itself', async () => {
  const page = await openPage({}, { reducedMotion: 'reduce' })
  await page.getByText('As it will sound').waitFor()
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0).length,
  )
  expect(moving).toBe(0)
  expect(await page.getByText(/^0:0\d \/ 0:1\d$/).textContent()).toMatch(/^0:00/)
})
