import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { commands } from '#shared/desktop/shortcuts.ts'
import { testWith } from '#tests/programs.ts'
import { openPage, part, soon } from './openPage.ts'

const test = testWith('chromium')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds, one line each: rule, element. The colours are looked at in both themes, the rest is the same in them. */
async function faultsOf(page: Page): Promise<string[]> {
  const inLight = await ask(page, 'light')
  const inDark = await ask(page, 'dark', ['color-contrast', 'link-in-text-block'])
  return [...inLight, ...inDark]
}

async function ask(page: Page, theme: 'light' | 'dark', rules?: string[]): Promise<string[]> {
  const result = await page.evaluate(
    async ([theme, rules]) => {
      document.documentElement.dataset.theme = theme
      // Colours are read when animations have ended.
      const moving = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      await Promise.allSettled(moving.map(({ finished }) => finished))
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
      return axe.run(rules ? { runOnly: rules } : {})
    },
    [theme, rules] as const,
  )
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${theme}, ${id}: ${target.join(' ')}`))
}

type Walk = readonly (readonly [state: string, reach: (page: Page) => Promise<unknown>])[]

/** Goes from state to state and asks axe in each; the faults by state. */
async function walk(page: Page, states: Walk): Promise<Record<string, string[]>> {
  await page.addScriptTag({ path: axe })
  const faults: Record<string, string[]> = {}
  for (const [state, reach] of states) {
    await reach(page)
    const list = await faultsOf(page)
    if (list.length > 0) faults[state] = list
  }
  return faults
}

const go = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
const section = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
const kind = (page: Page, name: string) => page.getByRole('region', { name: 'Preview' }).getByText(name).click()

const quiet: Walk = [
  ['the editor', async () => {}],
  ['a part being written', (page) => part(page, 2).click()],
  ['a menu', (page) => page.getByRole('button', { name: 'More for part 1' }).click()],
  [
    'marks in a part, and their menu',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
      await part(page, 1).fill('[title: A] **Big** news [pause 1s] from [Nguyen](say: win). [SFX: door]')
      await page.keyboard.press('Control+k')
      await page.getByRole('menu', { name: 'Insert a mark in part 1' }).waitFor()
    },
  ],
  [
    'how a word is said',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
      await part(page, 1).fill('It cost $5.2M')
      await page.keyboard.press('Control+k')
      await page.getByRole('menuitem', { name: 'Say it as…' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'safe areas, and the list of them',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('Control+Shift+S')
      await page.getByRole('button', { name: 'Safe areas: Shorts' }).click()
    },
  ],
  [
    'looks',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
      await section(page, 'Look')
      await page.getByText('Title card', { exact: true }).click()
    },
  ],
  ['backgrounds', (page) => section(page, 'Background')],
  ['a voiceover', (page) => kind(page, 'Voiceover')],
  [
    'output, sound only',
    async (page) => {
      await section(page, 'Output')
      await page.getByText('MP3', { exact: true }).click()
    },
  ],
  [
    'the list of shortcuts',
    async (page) => {
      await page.keyboard.press('Control+/')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'a part that failed, others with their videos',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await kind(page, 'Shorts')
      await page.getByRole('button', { name: 'Make 4 Shorts' }).click()
      await page.getByRole('button', { name: 'Try again', exact: true }).waitFor()
    },
  ],
  [
    'the library, with what failed',
    async (page) => {
      await go(page, 'Library')
      await page.getByRole('row').first().click()
      await page.getByText('Loudness').waitFor()
    },
  ],
  ['automation, off', (page) => go(page, 'Automation')],
  [
    'automation, on',
    async (page) => {
      await page.getByText('Listens on this computer only.').click()
      await page.getByText('/api/v1/voiceover/generate').waitFor()
      await page.getByRole('button', { name: 'Require a token' }).click()
      await page.getByText('Callers must send the token.').waitFor()
    },
  ],
  ['settings', (page) => go(page, 'Settings')],
]

test('axe finds nothing in any state, in either theme', async () => {
  expect(await walk(await openPage({ fail: '2', pace: '5' }), quiet)).toEqual({})
})

const busy: Walk = [
  [
    'videos being made',
    async (page) => {
      await page.getByRole('button', { name: 'Make 4 Shorts' }).click()
      await page.getByText(/^(Speaking|Drawing) part/).waitFor()
    },
  ],
  [
    'the library while something is made',
    async (page) => {
      await go(page, 'Library')
      await page.getByRole('button', { name: 'Cancel this job' }).waitFor()
    },
  ],
]

test('axe finds nothing while videos are made, in either theme', async () => {
  expect(await walk(await openPage({ pace: '2000' }), busy)).toEqual({})
})

const natural: Walk = [
  ['a natural voice that is offered', (page) => page.getByRole('button', { name: 'Have a look' }).waitFor()],
  [
    'a download that failed',
    async (page) => {
      await page.getByRole('button', { name: 'Download', exact: true }).click()
      await page.getByRole('button', { name: 'Try again', exact: true }).waitFor()
    },
  ],
  [
    'the question whether a voice is to be removed',
    async (page) => {
      await page.getByRole('button', { name: 'Try again', exact: true }).click()
      await page.getByRole('button', { name: 'Remove', exact: true }).click()
      await page.getByText('Remove its 338 MB?').waitFor()
    },
  ],
]

test('axe finds nothing where a natural voice is fetched, in either theme', async () => {
  expect(await walk(await openPage({ offer: 'yes', pack: 'fails' }), natural)).toEqual({})
})

const empty: Walk = [
  ['the empty editor', async () => {}],
  [
    'the empty library',
    async (page) => {
      await go(page, 'Bibliothek')
      await page.getByText('Fertige Videos landen hier').waitFor()
    },
  ],
]

test('axe finds nothing in an empty editor and in an empty library, in German', async () => {
  const page = await openPage({ language: 'de', script: 'empty', library: 'empty', key: 'stored' })
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
  expect(await walk(page, empty)).toEqual({})
})

test('the list of shortcuts names every command', async () => {
  const page = await openPage()
  await page.keyboard.press('Control+/')
  await soon(() => page.getByRole('dialog').getByRole('term').count()).toBe(commands.length)
})

test('everything in the editor can be reached with Tab, and the focus is always seen', async () => {
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
