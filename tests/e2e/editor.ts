import type { Locator, Page } from 'playwright'

/** The page's parts, by the names that a person (or a screen reader) knows them by. */
export const editor = (page: Page) => ({
  part: (index: number): Locator => page.getByRole('textbox', { name: `Text of part ${index}`, exact: true }),
  parts: (): Locator => page.getByRole('article', { name: /^Part \d+/ }),
  make: (): Locator => page.getByRole('button', { name: /^Make / }),
  go: (place: 'Studio' | 'Library' | 'Automation' | 'Settings') =>
    page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click(),
  messages: (): Locator => page.getByRole('region', { name: 'Messages' }),
})

/** Begins a new script and types it in; markers in it cut it. */
export async function writeScript(page: Page, script: string): Promise<void> {
  await editor(page).part(1).waitFor() // the keys are heard once the editor is there
  await page.keyboard.press('ControlOrMeta+n')
  const first = editor(page).part(1)
  await first.and(page.locator(':text-is("")')).waitFor()
  await first.fill(script)
}

/** Drops files or folders of this machine on the window, as a file manager does. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devTools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  await devTools.detach()
}
