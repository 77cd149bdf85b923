import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { AppInput, AppOutput } from '#shared/desktop/appContract.ts'
import type { Bridge } from '#shared/desktop/bridge.ts'
import type { AppOperation } from '#shared/desktop/operations.ts'
import type { Result } from '#shared/result.ts'

export const project = fileURLToPath(new URL('../..', import.meta.url))
const standIn = join(project, 'tests', 'electron-stand-in')

// Electron's real binary is there where somebody has fetched it (`npx install-electron`).
export const hasElectron = existsSync(join(dirname(createRequire(import.meta.url).resolve('electron')), 'path.txt'))
if (!hasElectron) process.env.ELECTRON_OVERRIDE_DIST_PATH ??= standIn

/** Milliseconds that a state may take to come: for a machine that has much else to do. */
const patience = 100_000

export interface App {
  readonly electron: ElectronApplication
  readonly page: Page
  /** The data folder. */
  readonly home: string
  /** An action of the preload's bridge, as the page calls it. */
  call<Name extends Exclude<AppOperation, 'useExportFolder'>>(
    name: Name,
    input: AppInput<Name>,
  ): Promise<Result<AppOutput<Name>>>
  close(): Promise<void>
}

export interface Launch {
  /** The app's folder; absent: this project's. */
  readonly root?: string
  /** A data folder that another start has used; absent: a new one. */
  readonly home?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

declare global {
  // The page's own, for functions that run in it.
  var pausecut: Bridge
}

/** One app for all tests of a file, which then go on where the one before stopped; closed, and its data folder gone, after them. */
export function shareApp(): () => App {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(async () => {
    await app.close()
    removeHome(app.home)
  })
  return () => app
}

/** Starts the built app; it is closed, and its data folder gone, when the test ends. */
export async function launchApp(options: Launch = {}): Promise<App> {
  const app = await startApp(options)
  onTestFinished(async () => {
    await app.close()
    if (options.home === undefined) removeHome(app.home)
  })
  return app
}

/** Starts the built app, on Electron where it is and on the stand-in elsewhere. Whoever starts it closes it. */
async function startApp({ root = project, home = newHome(), args = [], env = {} }: Launch = {}): Promise<App> {
  const { OPENAI_API_KEY: _, ...own } = process.env
  const electron = await _electron.launch({
    args: [root, ...args],
    timeout: patience,
    cwd: project,
    // As the app itself has it.
    colorScheme: null,
    env: {
      ...(own as Record<string, string>),
      LANG: 'en_US.UTF-8',
      PAUSECUT_HOME: home,
      ...env,
    },
  })
  let open = true
  const close = async () => {
    if (open) await electron.close()
    open = false
  }
  electron.on('close', () => {
    open = false
  })
  const page = await electron.firstWindow({ timeout: patience })
  page.setDefaultTimeout(patience)
  // The page is drawn when the main process has told it everything.
  await page.getByRole('navigation').waitFor()
  return {
    electron,
    page,
    home,
    close,
    call: (name, input) =>
      page.evaluate(
        ([action, value]) => (pausecut[action as 'snapshot'] as (input: unknown) => Promise<never>)(value),
        [name, input] as const,
      ),
  }
}

/** A new data folder that goes when the test ends. */
export function tempHome(): string {
  const home = newHome()
  onTestFinished(() => removeHome(home))
  return home
}

export const newHome = () => mkdtempSync(join(tmpdir(), 'pausecut-app-'))
const removeHome = (home: string) => rmSync(home, { recursive: true, force: true, maxRetries: 5 })
