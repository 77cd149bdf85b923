import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { WebContents as ElectronContents, WebPreferences } from 'electron'
import type { BrowserWindow } from './browserWindow.ts'
import type { Chromium, DevTools } from './chromium.ts'
import type { CustomSchemes } from './customSchemes.ts'
import type { IpcMain } from './ipcMain.ts'
import { connectWorlds } from './page/connectWorlds.ts'
import { type PreloadSetup, preloadModules } from './page/preloadModules.ts'
import { createWire } from './page/wire.ts'
import { Preventable } from './preventable.ts'
import type { Session } from './session.ts'

const isolatedWorld = 'Electron Isolated Context'
/** Pixels of height that headless Chromium reserves for bars that it does not show. */
const ownBars = 87
const secret = () => `x${randomBytes(12).toString('hex')}`
const wire = createWire()

export interface StandInParts {
  readonly chromium: Promise<Chromium>
  readonly schemes: CustomSchemes
  readonly ipc: IpcMain
  readonly session: Session
}

type Frame = Pick<Electron.WebFrameMain, 'url' | 'origin' | 'parent'>
type OpenHandler = Parameters<ElectronContents['setWindowOpenHandler']>[0]
type Paused = { callFrames: { callFrameId: string; functionName: string }[] }
type RequestPaused = {
  requestId: string
  resourceType: string
  frameId: string
  request: { url: string; method: string; headers: Record<string, string> }
}

/** One page. Sandboxed and isolated always: a window that asks for less is refused. */
export class WebContents
  extends EventEmitter
  implements Pick<ElectronContents, 'id' | 'isDestroyed' | 'loadURL' | 'reload' | 'send' | 'setWindowOpenHandler'>
{
  static #last = 0
  static readonly all = new Set<WebContents>()
  readonly id = ++WebContents.#last
  readonly window: BrowserWindow
  readonly session: Session
  readonly #parts: StandInParts
  readonly #ready: Promise<DevTools>
  readonly #preferences: WebPreferences
  readonly #names = { toMain: secret(), fromMain: secret(), pathFunction: secret() }
  #targetId = ''
  #frameId = ''
  #world: number | undefined
  #url = ''
  /** The address that the main process loads; every other navigation is the page's own. */
  #requestedUrl = ''
  #openHandler: OpenHandler = () => ({ action: 'deny' })
  #destroyed = false

  constructor(
    window: BrowserWindow,
    size: { width: number; height: number },
    preferences: WebPreferences,
    parts: StandInParts,
  ) {
    super()
    const { nodeIntegration, contextIsolation, sandbox, webSecurity, webviewTag, preload } = preferences
    if (nodeIntegration || contextIsolation === false || sandbox === false || webSecurity === false || webviewTag)
      throw new Error('The stand-in has sandboxed, isolated windows only')
    this.#preferences = preferences
    this.window = window
    this.session = parts.session
    this.#parts = parts
    this.#ready = this.#begin(size, preload)
    WebContents.all.add(this)
  }

  static fromTarget(targetId: string): WebContents | undefined {
    return [...WebContents.all].find((contents) => contents.#targetId === targetId)
  }

  /** Whether a page is none of ours; false for all while one of ours is being created and has no id yet. */
  static isForeign(targetId: string): boolean {
    const names = [...WebContents.all].map((contents) => contents.#targetId)
    return !names.includes('') && !names.includes(targetId)
  }

  get mainFrame(): Frame {
    const { protocol, host } = URL.canParse(this.#url) ? new URL(this.#url) : { protocol: '', host: '' }
    return { url: this.#url, origin: host ? `${protocol}//${host}` : 'null', parent: null }
  }

  getLastWebPreferences(): WebPreferences {
    return this.#preferences
  }

  getURL(): string {
    return this.#url
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#ready
    this.#requestedUrl = this.#parts.schemes.toChromium(url)
    await this.session.applyPermissions(this, new URL(this.#requestedUrl).origin)
    const loaded = once(this, 'did-finish-load')
    const { errorText } = await page.send('Page.navigate', { url: this.#requestedUrl })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  reload(): void {
    this.#requestedUrl = this.#parts.schemes.toChromium(this.#url)
    void this.#ready.then((page) => page.send('Page.reload'))
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const page = await this.#ready
    const { result } = await page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    })
    return result.value
  }

  forcefullyCrashRenderer(): void {
    // The command gets no answer from a page that is gone.
    void this.#ready.then((page) => page.send('Page.crash')).catch(ignoreWhenGone)
  }

  send(channel: string, ...input: unknown[]): void {
    this.#deliver({ channel, input })
  }

  startDrag(_item: Electron.Item): void {}

  close(): void {
    this.window.close()
  }

  destroy(): void {
    this.#destroyed = true
    WebContents.all.delete(this)
    this.emit('destroyed')
    void this.#ready
      .then(async () => (await this.#parts.chromium).browser.send('Target.closeTarget', { targetId: this.#targetId }))
      .catch(() => {})
  }

  async #begin(size: { width: number; height: number }, preload: string | undefined): Promise<DevTools> {
    const chromium = await this.#parts.chromium
    const { width, height } = size
    const outer = { width, height: height + ownBars }
    const created = await chromium.browser.send('Target.createTarget', { url: 'about:blank', ...outer })
    this.#targetId = created.targetId
    const page = await chromium.attach(this.#targetId)
    this.#follow(page)
    await Promise.all([
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      page.send('Debugger.enable'),
      page.send('Inspector.enable'),
      page.send('Runtime.addBinding', { name: this.#names.toMain, executionContextName: isolatedWorld }),
      page.send('Fetch.enable', {
        patterns: [{ urlPattern: this.#parts.schemes.pattern }, { resourceType: 'Document' }],
      }),
    ])
    this.#frameId = (await page.send('Page.getFrameTree')).frameTree.frame.id
    const scripts = scriptsFor(preload, { ...this.#names, platform: process.platform })
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page })
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: isolatedWorld })
    return page
  }

  #follow(page: DevTools): void {
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const data = context.auxData as { frameId?: string } | undefined
      if (context.name === isolatedWorld && data?.frameId === this.#frameId) this.#world = context.id
    })
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#world) this.#world = undefined
    })
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.#names.toMain && executionContextId === this.#world) void this.#receive(payload)
    })
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return
      this.#url = this.#parts.schemes.fromChromium(frame.url)
      this.emit('did-navigate', {}, this.#url)
    })
    page.on('Page.domContentEventFired', () => this.window.emit('ready-to-show'))
    page.on('Page.loadEventFired', () => this.emit('did-finish-load'))
    page.on('Page.windowOpen', ({ url }) => this.#askToOpen(url))
    page.on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    page.on('Fetch.requestPaused', (paused) => void this.#answerRequest(page, paused).catch(ignoreWhenGone))
    page.on('Debugger.paused', (paused) => void this.#tellPath(page, paused).catch(ignoreWhenGone))
  }

  #askToOpen(url: string): void {
    const details = { url: this.#parts.schemes.fromChromium(url) } as Electron.HandlerDetails
    if (this.#openHandler(details).action === 'allow') throw new Error('The stand-in opens no windows for pages')
  }

  /** A call of the preload's ipcRenderer.invoke. */
  async #receive(payload: string): Promise<void> {
    const { id, channel, input } = wire.decode(payload) as { id: number; channel: string; input: unknown[] }
    const frame = this.mainFrame
    try {
      const event = { sender: this, senderFrame: { ...frame, top: frame } }
      this.#deliver({ id, value: await this.#parts.ipc.invoke(channel, event, input) })
    } catch (error) {
      this.#deliver({ id, error: `Error invoking remote method '${channel}': ${error}` })
    }
  }

  #deliver(message: unknown): void {
    const executionContextId = this.#world
    if (executionContextId === undefined || this.#destroyed) return
    const functionDeclaration = `function (message) { globalThis.${this.#names.fromMain}(message) }`
    const call = { functionDeclaration, executionContextId, arguments: [{ value: wire.encode(message) }] }
    void this.#ready.then((page) => page.send('Runtime.callFunctionOn', call)).catch(ignoreWhenGone)
  }

  async #answerRequest(page: DevTools, { requestId, resourceType, frameId, request }: RequestPaused): Promise<void> {
    const isNavigation = resourceType === 'Document' && frameId === this.#frameId
    if (isNavigation && request.url !== this.#requestedUrl) {
      const event = new Preventable()
      this.emit('will-navigate', event, this.#parts.schemes.fromChromium(request.url))
      if (event.defaultPrevented) {
        await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        return
      }
    }
    const answer = await this.#parts.schemes.answer(request.url, request.method, request.headers)
    if (!answer) {
      await page.send('Fetch.continueRequest', { requestId })
      return
    }
    const responseHeaders = [...answer.headers].map(([name, value]) => ({ name, value }))
    const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
    await page.send('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders, body })
  }

  /** webUtils.getPathForFile has stopped at its debugger statement: looks up the file's path and resumes the page. */
  async #tellPath(page: DevTools, { callFrames: [frame] }: Paused): Promise<void> {
    if (frame?.functionName === this.#names.pathFunction) {
      const { callFrameId } = frame
      const { result } = await page.send('Debugger.evaluateOnCallFrame', { callFrameId, expression: 'box.file' })
      const info = await page.send('DOM.getFileInfo', { objectId: result.objectId! }).catch(() => ({ path: '' }))
      const expression = `box.path = ${JSON.stringify(info.path)}`
      await page.send('Debugger.evaluateOnCallFrame', { callFrameId, expression })
    }
    await page.send('Debugger.resume')
  }
}

/** What runs in both worlds before any script of the page; never in a frame of it. */
function scriptsFor(preload: string | undefined, setup: PreloadSetup): { page: string; preload: string } {
  const key = JSON.stringify(secret())
  const guarded = (script: string) => `if (window.top === window) { ${script} }`
  const code = preload === undefined ? '' : readFileSync(preload, 'utf8')
  return {
    page: guarded(`(${connectWorlds})('page', ${key})`),
    preload: guarded(`
      const expose = (${connectWorlds})('preload', ${key})
      const require = (${preloadModules})(${JSON.stringify(setup)}, (${createWire})(), expose)
      ;(function (require, module, exports) {\n${code}\n})(require, { exports: {} }, {})
    `),
  }
}

/** An error of a command to a page that has closed meanwhile is no fault. */
function ignoreWhenGone(error: unknown): void {
  if (!/closed|not found|Invalid InterceptionId|Cannot find context|Session/i.test(String(error))) console.error(error)
}
