import type { ElectronApplication } from 'playwright'

/** What the main process would have shown the person. */
export interface Noted {
  readonly notifications: string[]
  readonly shown: string[]
  readonly dragged: string[][]
  readonly copied: string[]
  /** Shares of the taskbar's progress. */
  readonly bar: number[]
}

/** Puts notes in the place of what would leave the app for the desktop; the function returned reads them. */
export async function noteDesktop(electron: ElectronApplication): Promise<() => Promise<Noted>> {
  await electron.evaluate(({ BrowserWindow, clipboard, Notification, shell }) => {
    const noted: Noted = { notifications: [], shown: [], dragged: [], copied: [], bar: [] }
    Object.assign(globalThis, { noted })
    Notification.prototype.show = function (this: { title?: string; options?: { title?: string } }) {
      noted.notifications.push(this.title ?? this.options?.title ?? '')
    }
    shell.showItemInFolder = (path: string) => void noted.shown.push(path)
    clipboard.writeText = async (text: string) => void noted.copied.push(text)
    const window = BrowserWindow.getAllWindows()[0]!
    // Nobody is looking, so notifications are due.
    window.isFocused = () => false
    window.setProgressBar = (share: number) => void noted.bar.push(share)
    window.webContents.startDrag = ({ file, files }) => void noted.dragged.push([...(files ?? [file])])
  })
  return () => electron.evaluate(() => (globalThis as unknown as { noted: Noted }).noted)
}
