import type { ElectronApplication } from 'playwright'

/** What the main process would have shown the person. */
export interface DesktopCalls {
  readonly notifications: string[]
  readonly shown: string[]
  readonly dragged: string[][]
  readonly copied: string[]
  /** Shares of the taskbar's progress. */
  readonly bar: number[]
}

/** Records what the app would hand to the desktop, in place of doing it; the function returned reads the record. */
export async function recordDesktop(electron: ElectronApplication): Promise<() => Promise<DesktopCalls>> {
  await electron.evaluate(({ BrowserWindow, clipboard, Notification, shell }) => {
    const desktopCalls: DesktopCalls = { notifications: [], shown: [], dragged: [], copied: [], bar: [] }
    Object.assign(globalThis, { desktopCalls })
    Notification.prototype.show = function (this: { title?: string; options?: { title?: string } }) {
      desktopCalls.notifications.push(this.title ?? this.options?.title ?? '')
    }
    shell.showItemInFolder = (path: string) => void desktopCalls.shown.push(path)
    clipboard.writeText = async (text: string) => void desktopCalls.copied.push(text)
    const window = BrowserWindow.getAllWindows()[0]!
    // Nobody is looking, so notifications are due.
    window.isFocused = () => false
    window.setProgressBar = (share: number) => void desktopCalls.bar.push(share)
    window.webContents.startDrag = ({ file, files }) => void desktopCalls.dragged.push([...(files ?? [file])])
  })
  return () => electron.evaluate(() => (globalThis as unknown as { desktopCalls: DesktopCalls }).desktopCalls)
}
