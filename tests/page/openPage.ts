import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, expect, inject, onTestFinished } from 'vitest'
import { executablePath } from './executablePath.ts'

/** Milliseconds that a state may take to come: for a machine that has much else to do. */
const patience = 60_000

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

/**
 * Opens the page in a window of its own. `params` go into its address and say what the double should have
 * (double/state.ts). A test in which the page throws, or writes an error to its console, fails.
 */
export async function openPage(
  params: Record<string, string> = {},
  options: BrowserContextOptions = {},
): Promise<Page> {
  browser ??= chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const context = await (await browser).newContext({ viewport: { width: 1280, height: 820 }, ...options })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  onTestFinished(async () => {
    await context.close()
    expect(faults).toEqual([])
  })
  await page.goto(`${inject('pageUrl')}?${new URLSearchParams(params)}`)
  await page.locator('textarea').first().waitFor()
  return page
}

/** The text of a part, counted from 1. */
export const part = (page: Page, index: number) =>
  page.getByRole('textbox', { name: `Text of part ${index}`, exact: true })

/** `expect.poll` with patience. */
export const soon = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: patience })

/** The texts of all parts that are drawn. */
export const textsOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('textbox', { name: /^Text of part/ })
    .evaluateAll((fields) =>
      (fields as HTMLTextAreaElement[])
        .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map(({ value }) => value),
    )

/** Puts the caret into a part, behind that many characters. */
export async function placeCaret(page: Page, index: number, offset: number): Promise<void> {
  await part(page, index).focus()
  await part(page, index).evaluate((field, at) => (field as HTMLTextAreaElement).setSelectionRange(at, at), offset)
  // The page learns of it with the next event.
  await page.evaluate(() => new Promise(requestAnimationFrame))
}
