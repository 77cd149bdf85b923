import { App } from './app.ts'
import { BrowserWindow } from './browserWindow.ts'
import { CustomSchemes } from './customSchemes.ts'
import { IpcMain } from './ipcMain.ts'
import { Session } from './session.ts'
import { WebContents } from './webContents.ts'

/*
 * The part of Electron's main-process module that the app uses, by its real names. What is not here is not used; using
 * it fails at once.
 */
export const app = new App()
export const ipcMain = new IpcMain()
export const protocol = new CustomSchemes()
const defaultSession = new Session(app.chromium)
export const session = { defaultSession }
export const webContents = {
  fromDevToolsTargetId: WebContents.fromTarget,
  getAllWebContents: () => [...WebContents.all],
}

export { clipboard, dialog, Menu, Notification, nativeImage, nativeTheme, screen, shell, Tray } from './desktop.ts'
export { utilityProcess } from './utilityProcess.ts'
export { BrowserWindow }

BrowserWindow.parts = { chromium: app.chromium, schemes: protocol, ipc: ipcMain, session: defaultSession }
