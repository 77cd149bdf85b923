import { EventEmitter } from 'node:events'
import type { Session as ElectronSession } from 'electron'
import type { Chromium } from './chromium.ts'
import type { WebContents } from './webContents.ts'

type RequestHandler = (contents: WebContents, permission: string, answer: (granted: boolean) => void) => void
type CheckHandler = (contents: WebContents, permission: string, origin: string) => boolean

/** Chromium's names of permissions, and Electron's. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  microphone: 'media',
  camera: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
} as const

export class Session extends EventEmitter implements Pick<ElectronSession, 'clearStorageData'> {
  readonly #chromium: Promise<Chromium>
  #request: RequestHandler = (_contents, _permission, answer) => answer(true)
  #check: CheckHandler = () => true

  constructor(chromium: Promise<Chromium>) {
    super()
    this.#chromium = chromium
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler
  }

  async clearStorageData(): Promise<void> {}

  /** Chromium can't ask, so each permission is settled before the page is there. */
  async applyPermissions(contents: WebContents, origin: string): Promise<void> {
    const { browser } = await this.#chromium
    for (const [name, permission] of Object.entries(permissions)) {
      const granted =
        this.#check(contents, permission, origin) &&
        (await new Promise<boolean>((answer) => this.#request(contents, permission, answer)))
      const setting = granted ? 'granted' : 'denied'
      await browser.send('Browser.setPermission', { permission: { name }, setting, origin })
    }
  }
}
