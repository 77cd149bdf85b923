import { createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App as ElectronApp } from 'electron'
import { BrowserWindow } from './browserWindow.ts'
import { Chromium } from './chromium.ts'
import { Preventable } from './preventable.ts'
import { WebContents } from './webContents.ts'

type AppMembers = Pick<
  ElectronApp,
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getPreferredSystemLanguages'
  | 'getVersion'
  | 'isPackaged'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setName'
  | 'setPath'
  | 'whenReady'
>

interface Handover {
  readonly argv: string[]
  readonly cwd: string
}

export class App extends EventEmitter implements AppMembers {
  readonly chromium: Promise<Chromium>
  readonly isPackaged = false
  readonly commandLine = { appendSwitch: () => {} }
  readonly #ready: Promise<void>
  readonly #root = process.env.STAND_IN_APP ?? process.cwd()
  #resolveChromium!: (chromium: Chromium) => void
  #resolveReady!: () => void
  #userData = join(homedir(), '.config', 'electron-stand-in')
  #lock: Server | undefined
  #handover: Promise<void> | undefined
  #quitting = false

  constructor() {
    super()
    this.chromium = new Promise((resolve) => {
      this.#resolveChromium = resolve
    })
    this.#ready = new Promise((resolve) => {
      this.#resolveReady = resolve
    })
    BrowserWindow.onCreated = (window) => this.emit('web-contents-created', {}, window.webContents)
    BrowserWindow.onAllClosed = () => {
      if (this.#quitting) return
      if (!this.emit('window-all-closed')) this.quit()
    }
  }

  /** What Electron does when the main script has run. */
  async begin(): Promise<void> {
    if (this.#quitting) return
    const profile = join(this.#userData, 'chromium')
    mkdirSync(profile, { recursive: true })
    const chromium = await Chromium.launch(profile)
    chromium.on('close', () => this.exit(1))
    process.once('exit', () => chromium.kill())
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => this.quit())
    await closeForeignPages(chromium)
    this.#resolveChromium(chromium)
    // Playwright waits for this line.
    process.stderr.write(`DevTools listening on ${chromium.url}\n`)
    this.#resolveReady()
    this.emit('ready', {}, {})
  }

  whenReady(): Promise<void> {
    return this.#ready
  }

  getVersion(): string {
    const manifest = JSON.parse(readFileSync(join(this.#root, 'package.json'), 'utf8')) as { version: string }
    return manifest.version
  }

  getAppPath(): string {
    return this.#root
  }

  getPreferredSystemLanguages(): string[] {
    return [(process.env.LANG ?? 'en_US').replace(/\..*$/, '').replace('_', '-')]
  }

  setPath(name: string, path: string): void {
    if (name === 'userData') this.#userData = path
  }

  setName(): void {}
  setAboutPanelOptions(): void {}
  setAppUserModelId(): void {}
  focus(): void {}

  /** The lock is a socket; a second start finds it taken, tells the first what it was started with, and ends. */
  requestSingleInstanceLock(): boolean {
    mkdirSync(this.#userData, { recursive: true })
    const owner = join(this.#userData, 'lock')
    const socket = join(tmpdir(), `stand-in-${createHash('sha256').update(this.#userData).digest('hex').slice(0, 16)}`)
    if (isRunning(owner)) {
      this.#handover = handOver(socket, { argv: process.argv, cwd: process.cwd() })
      return false
    }
    writeFileSync(owner, String(process.pid))
    rmSync(socket, { force: true })
    this.#lock = createServer(async (connection) => {
      const { argv, cwd } = JSON.parse(Buffer.concat(await connection.toArray()).toString()) as Handover
      this.emit('second-instance', {}, argv, cwd)
    })
    this.#lock.listen(socket).unref()
    process.once('exit', () => {
      rmSync(owner, { force: true })
      rmSync(socket, { force: true })
    })
    return true
  }

  quit(): void {
    if (this.#quitting || this.#isRefused('before-quit')) return
    for (const window of BrowserWindow.getAllWindows()) {
      window.close()
      if (!window.isDestroyed()) return
    }
    if (this.#isRefused('will-quit')) return
    void this.exit(0)
  }

  async exit(code = 0): Promise<void> {
    if (this.#quitting) return
    this.#quitting = true
    this.emit('quit', {}, code)
    await this.#handover
    if (this.#handover === undefined) await (await this.chromium).close()
    // Playwright lets go of the inspector when it reads this.
    process.stderr.write('Waiting for the debugger to disconnect...\n')
    process.exit(code)
  }

  #isRefused(name: string): boolean {
    const event = new Preventable()
    this.emit(name, event)
    return event.defaultPrevented
  }
}

/** Electron denies a page its own windows; Chromium opens them, and here they are closed at once. */
async function closeForeignPages({ browser }: Chromium): Promise<void> {
  browser.on('Target.targetCreated', ({ targetInfo: { type, targetId, openerId } }) => {
    if (type !== 'page' || (openerId === undefined && !WebContents.isForeign(targetId))) return
    void browser.send('Target.closeTarget', { targetId }).catch(() => {})
  })
  await browser.send('Target.setDiscoverTargets', { discover: true })
}

function isRunning(owner: string): boolean {
  try {
    return process.kill(Number(readFileSync(owner, 'utf8')), 0)
  } catch {
    return false
  }
}

function handOver(socket: string, handover: Handover): Promise<void> {
  return new Promise((done) => {
    const connection = connect(socket, () => connection.end(JSON.stringify(handover)))
    connection.on('close', () => done())
    connection.on('error', () => done())
  })
}
