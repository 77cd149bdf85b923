import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, Rectangle } from 'electron'
import { Preventable } from './preventable.ts'
import { type StandInParts, WebContents } from './webContents.ts'

type WindowMembers = Pick<
  ElectronWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'hide'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
> &
  Pick<
    ElectronWindow,
    'getNormalBounds' | 'maximize' | 'restore' | 'setBounds' | 'setProgressBar' | 'setTitle' | 'show'
  >

/** A window without a screen: its place, size and states are stored, nothing is shown. */
export class BrowserWindow extends EventEmitter implements WindowMembers {
  static readonly #all = new Set<BrowserWindow>()
  /** Set once, when the app begins. */
  static parts: StandInParts
  static onAllClosed: () => void = () => {}
  static onCreated: (window: BrowserWindow) => void = () => {}

  readonly webContents: WebContents
  readonly #bounds: Rectangle
  #title = ''
  #visible: boolean
  #maximized = false
  #minimized = false
  #destroyed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options
    this.#bounds = { x, y, width, height }
    this.#visible = show
    this.webContents = new WebContents(this, { width, height }, webPreferences, BrowserWindow.parts)
    BrowserWindow.#all.add(this)
    BrowserWindow.onCreated(this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all]
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return contents?.window ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...BrowserWindow.#all].at(-1) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  close(): void {
    if (this.#destroyed) return
    const event = new Preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    BrowserWindow.#all.delete(this)
    this.webContents.destroy()
    this.emit('closed')
    if (BrowserWindow.#all.size === 0) BrowserWindow.onAllClosed()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  show(): void {
    this.#visible = true
    this.emit('show')
  }

  hide(): void {
    this.#visible = false
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.#visible
  }

  isFocused(): boolean {
    return this.#visible && !this.#minimized
  }

  focus(): void {
    this.emit('focus')
  }

  maximize(): void {
    this.#maximized = true
    this.emit('resize')
  }

  isMaximized(): boolean {
    return this.#maximized
  }

  minimize(): void {
    this.#minimized = true
  }

  isMinimized(): boolean {
    return this.#minimized
  }

  restore(): void {
    this.#minimized = false
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    Object.assign(this.#bounds, bounds)
    this.emit('resize')
  }

  setTitle(title: string): void {
    this.#title = title
  }

  getTitle(): string {
    return this.#title
  }

  setProgressBar(): void {}
}
