import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type {
  Dialog,
  Display,
  MenuItemConstructorOptions,
  NativeTheme,
  NotificationConstructorOptions,
  Shell,
} from 'electron'
import { BrowserWindow } from './browserWindow.ts'

/*
 * Dialogs, shell, clipboard, menus and what else a desktop has around a window. Nobody is there to answer, so dialogs are
 * closed without a choice, and nothing is shown; a spec replaces one of these functions by its own, as it would with
 * Electron.
 */
export const dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'> = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async (...input: unknown[]) => {
    const { cancelId = 0 } = input.at(-1) as Electron.MessageBoxOptions
    return { response: cancelId, checkboxChecked: false }
  },
  showErrorBox: (title, content) => console.error(`${title}: ${content}`),
}

export const shell: Pick<Shell, 'openExternal' | 'showItemInFolder'> = {
  openExternal: async () => {},
  showItemInFolder: () => {},
}

export const clipboard = {
  text: '',
  async writeText(text: string) {
    this.text = text
  },
  async readText() {
    return this.text
  },
}

const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as Display
export const screen = { getDisplayMatching: () => display, getAllDisplays: () => [display] }

export const nativeImage = {
  createFromPath: (path: string) => ({
    isEmpty: () => !existsSync(path),
    resize: () => nativeImage.createFromPath(path),
  }),
}

/** The system is light. */
export const nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'> = {
  themeSource: 'system',
  get shouldUseDarkColors() {
    return this.themeSource === 'dark'
  },
}

export class Notification extends EventEmitter {
  readonly options: NotificationConstructorOptions

  constructor(options: NotificationConstructorOptions) {
    super()
    this.options = options
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {}
}

export class Tray extends EventEmitter {
  setToolTip(): void {}
  setContextMenu(): void {}
  destroy(): void {}
}

class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly accelerator: string | undefined
  readonly role: string | undefined
  readonly submenu: Menu | undefined
  readonly enabled: boolean
  readonly click: () => void

  constructor(options: MenuItemConstructorOptions) {
    const { id, label = '', accelerator, role, submenu, enabled = true, click } = options
    this.id = id
    this.label = label
    this.accelerator = accelerator ?? undefined
    this.role = role
    this.enabled = enabled
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined
    this.click = () =>
      (click as ((...input: unknown[]) => void) | undefined)?.(this, BrowserWindow.getFocusedWindow(), {})
  }
}

export class Menu {
  static #application: Menu | null = null
  readonly items: readonly MenuItem[]

  private constructor(items: readonly MenuItem[]) {
    this.items = items
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    return new Menu(template.map((options) => new MenuItem(options)))
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const match = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (match) return match
    }
    return null
  }

  popup(): void {}
}
