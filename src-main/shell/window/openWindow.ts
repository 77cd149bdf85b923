import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { Log } from '#app/log.ts'
import { openJsonFile } from '#files/jsonFile.ts'
import { englishSentence } from '#shared/errors.ts'
import { appOrigin } from '../page/appProtocol.ts'
import { firstPlace, fitPlace, smallest, WindowPlace } from './windowPlace.ts'

/** The page's own ground (see its tokens), so that nothing flashes before it is painted. */
const grounds = { light: '#faf8f5', dark: '#1b1917' }

/** Milliseconds between two crashes of a page within which it is not loaded again. */
const crashLoop = 5000

/** Opens the app's window where it stood last. It shows itself when its page is painted. */
export function openWindow(home: string, preload: string, icon: string, log: Log): BrowserWindow {
  const place = openJsonFile(join(home, 'window.json'), WindowPlace, firstPlace)
  if (place.problem) log('window place lost', { error: englishSentence(place.problem) })
  const { maximized, x, y, width, height } = fitPlace(
    place.value,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    ...(x !== undefined && y !== undefined && { x, y }),
    width,
    height,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Pausecut',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())

  const remember = () => {
    void place.change({ ...place.value, ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  window.on('resize', remember)
  window.on('move', remember)
  // The title names the script, which the page says by an action of its own.
  window.on('page-title-updated', (event) => event.preventDefault())

  let crashed = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('page gone', { reason })
    const again = Date.now() - crashed > crashLoop
    crashed = Date.now()
    // Nothing is lost: the main process holds everything, and the page asks for it anew.
    if (again && !window.isDestroyed()) window.webContents.reload()
    else app.quit()
  })
  window.loadURL(`${appOrigin}/index.html`).catch((error: unknown) => log('page not loaded', { error: String(error) }))
  return window
}
