import { type Browser, chromium, type Page } from 'playwright'
import { executablePath } from '../page/executablePath.ts'
import { servePage } from '../page/serve.ts'

// How quickly the page answers: `node tests/bench/page.ts`. A script of 300 parts and more than 100,000 characters is
// typed into, walked through and scrolled in Chromium. Prints figures; nothing here passes or fails.
//
// INP (web.dev/inp): of all keys and clicks, the time from the press to the picture that shows its effect.

const served = await servePage('built')
const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 820 } })
  console.log(`first paint ${await firstPaint(page)} ms after navigation (sample script)`)
  await page.goto(`${served.url}?script=long&library=empty`)
  await page.getByRole('textbox', { name: 'Text of part 1' }).waitFor()
  await report(page, 'typing 200 letters into part 1', () => type(page, 1))
  await walkTo(page, 150)
  await report(page, 'typing 200 letters into part 150', () => type(page, 150))
  await report(page, 'walking through 60 parts', async () => {
    for (let step = 0; step < 60; step++) await page.keyboard.press('Alt+ArrowDown')
  })
  await report(page, 'splitting and joining 20 times', async () => {
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Alt+Enter')
      await page.keyboard.press('Backspace')
    }
  })
  await report(page, 'undoing 20 times', async () => {
    for (let step = 0; step < 20; step++) await page.keyboard.press('Control+z')
  })
  await scroll(page)
} finally {
  await browser.close()
  await served.close()
  process.exit()
}

async function firstPaint(page: Page): Promise<number> {
  await page.goto(served.url)
  await page.getByRole('textbox', { name: 'Text of part 1' }).waitFor()
  const paints = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  return Math.round(paints)
}

async function type(page: Page, part: number): Promise<void> {
  await page.getByRole('textbox', { name: `Text of part ${part}`, exact: true }).click()
  for (let letter = 0; letter < 200; letter++) await page.keyboard.press(letter % 6 === 5 ? 'Space' : 'a')
}

async function walkTo(page: Page, part: number): Promise<void> {
  for (let at = 1; at < part; at++) await page.keyboard.press('Alt+ArrowDown')
}

async function report(page: Page, what: string, act: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(globalThis, { seen })
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId) seen.push(entry.duration)
    })
    observer.observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
    Object.assign(globalThis, { observer })
  })
  await act()
  await page.waitForTimeout(500)
  const durations = await page.evaluate(() => {
    const { seen, observer } = globalThis as unknown as { seen: number[]; observer: PerformanceObserver }
    observer.disconnect()
    return seen
  })
  const sorted = durations.sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? '< 16'
  console.log(
    `${what}: INP ${at(0.98)} ms, median ${at(0.5)} ms, worst ${at(1)} ms (${sorted.length} of 16 ms and more)`,
  )
}

/** Frames while the wheel turns as fast as a hand does. */
async function scroll(page: Page): Promise<void> {
  await page.mouse.move(400, 400)
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const tick = (now: number) => {
      frames.push(now - last)
      last = now
      if (frames.length < 2000) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { frames })
  })
  for (let turn = 0; turn < 120; turn++) {
    await page.mouse.wheel(0, turn < 60 ? 400 : -400)
    await page.waitForTimeout(12)
  }
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames.slice(2))
  const sorted = frames.sort((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]!)
  const long = frames.filter((frame) => frame > 50).length
  console.log(
    `scrolling: frame ${at(0.5)} ms at the median, ${at(0.99)} ms at the 99th percentile, ${long} of ${frames.length} over 50 ms`,
  )
}
