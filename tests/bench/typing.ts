import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { Bridge } from '#shared/desktop/bridge.ts'
import { buildApp } from '../../scripts/buildApp.ts'
import { watchMemory } from './watchMemory.ts'

// What typing costs the app's main process: `node tests/bench/typing.ts`. 200 letters are typed into one part of so many
// characters in the built app (on Electron where it is fetched, else on its stand-in). Nothing here passes or fails; to
// be kept: main under 600 MB, its loop never blocked longer than 50 ms, an answer under 200 kB.

const project = join(import.meta.dirname, '../..')
const sentence = 'Apple reported strong earnings today, and the market went up by two percent before noon. '
const hasElectron = existsSync(join(dirname(createRequire(import.meta.url).resolve('electron')), 'path.txt'))
if (!hasElectron) process.env.ELECTRON_OVERRIDE_DIST_PATH ??= join(project, 'tests', 'electron-stand-in')

await buildApp()
for (const [kind, characters] of [
  ['shorts', 300],
  ['voiceover', 10_000],
  ['shorts', 100_000],
  ['voiceover', 100_000],
] as const)
  await measure(kind, characters)
process.exit()

async function measure(kind: 'shorts' | 'voiceover', characters: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'pausecut-typing-'))
  const { OPENAI_API_KEY: _, ...env } = process.env
  const electron = await _electron.launch({
    args: [project],
    cwd: project,
    timeout: 100_000,
    env: { ...(env as Record<string, string>), LANG: 'en_US.UTF-8', PAUSECUT_HOME: home },
  })
  try {
    const page = await electron.firstWindow()
    const part = page.getByRole('textbox', { name: 'Text of part 1', exact: true })
    await part.waitFor()
    await page
      .getByRole('radio', { name: kind === 'shorts' ? 'Shorts' : 'Voiceover', exact: true })
      .check({ force: true })
    await page.keyboard.press('ControlOrMeta+n')
    await part.and(page.locator(':text-is("")')).waitFor()
    const memory = watchMemory(electron.process().pid!)
    await watchLoop(electron)
    await part.fill(sentence.repeat(Math.ceil(characters / sentence.length)).slice(0, characters))
    await page.waitForTimeout(3000)
    const pasted = await readLoop(electron)
    await watchLoop(electron)
    for (let letter = 0; letter < 200; letter++) await page.keyboard.press(letter % 6 === 5 ? 'Space' : 'a')
    await page.waitForTimeout(3000)
    const typed = await readLoop(electron)
    const { bytes, took } = await askWindow(page)
    const { main } = memory.stop()
    console.log(
      `${kind}, ${characters} characters: loop blocked at most ${say(pasted)} after a paste, ${say(typed)} while 200 letters are typed; ` +
        `main at most ${main} MB; a window ${Math.round(bytes / 1000)} kB in ${took} ms`,
    )
  } finally {
    await electron.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What held up the main process's loop: milliseconds of the clock, and of its own thread's work. */
interface Blocked {
  readonly clock: number
  readonly work: number
}

/**
 * Begins to watch the loop: how late its timers are, and how much its thread works between two of them. On a machine that
 * has much else to do, timers are late without any work.
 */
function watchLoop(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const histogram = monitorEventLoopDelay({ resolution: 5 })
    histogram.enable()
    const watch = { histogram, work: 0, timer: undefined as NodeJS.Timeout | undefined }
    let before = process.threadCpuUsage()
    watch.timer = setInterval(() => {
      const { user, system } = process.threadCpuUsage(before)
      before = process.threadCpuUsage()
      watch.work = Math.max(watch.work, (user + system) / 1000)
    }, 5)
    Object.assign(globalThis, { watch })
  })
}

/** The longest of both since. */
function readLoop(electron: ElectronApplication): Promise<Blocked> {
  return electron.evaluate(() => {
    const { watch } = globalThis as unknown as {
      watch: { histogram: { max: number; disable(): void }; work: number; timer: NodeJS.Timeout }
    }
    watch.histogram.disable()
    clearInterval(watch.timer)
    return { clock: Math.round(watch.histogram.max / 1e6), work: Math.round(watch.work) }
  })
}

/** Bytes of a window in the middle of the part, and the milliseconds that it takes to come where the text is known. */
function askWindow(page: Page): Promise<{ bytes: number; took: number }> {
  return page.evaluate(async () => {
    const { pausecut } = globalThis as unknown as { pausecut: Bridge }
    const taken = await pausecut.snapshot({})
    if (!taken.ok) throw new Error(taken.error.code)
    const { script: text, choices } = taken.value.draft
    const { look, kind, spokenAs } = choices
    const ask = (at: number) => pausecut.previewCaptions({ text, look, kind, speed: spokenAs.speed, at })
    await ask(0)
    const began = performance.now()
    const window = await ask(3000)
    if (!window.ok) throw new Error(window.error.code)
    return { bytes: JSON.stringify(window.value).length, took: Math.round(performance.now() - began) }
  })
}

function say({ clock, work }: Blocked): string {
  return `${clock} ms (${work} ms of work)`
}
