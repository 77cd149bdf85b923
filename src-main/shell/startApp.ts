import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron'
import { dataFolder, looksFolder } from '#app/data/dataFolder.ts'
import { makeDataFolder } from '#app/data/makeDataFolder.ts'
import { openEventLine } from '#app/desktop/eventLine.ts'
import { openSettings } from '#app/desktop/settings/settings.ts'
import type { Command } from '#shared/desktop/shortcuts.ts'
import { appError } from '#shared/errors.ts'
import { fail, type Result } from '#shared/result.ts'
import { errorIn } from '#shared/strings/errors.ts'
import { scriptsIn } from './openedFiles.ts'
import { appScheme, createAppProtocol } from './page/appProtocol.ts'
import { guardPages } from './page/guards.ts'
import { answerCalls, sendEvent } from './page/ipc.ts'
import type { Backend, BackendParts, Machine } from './service/openBackend.ts'
import { openLog } from './service/openLog.ts'
import { checkShippedFfmpeg } from './service/shippedFfmpeg.ts'
import { createDesktopShell } from './window/desktopShell.ts'
import { watchJobs } from './window/jobWatch.ts'
import { menuTemplate } from './window/menu.ts'
import { openWindow } from './window/openWindow.ts'
import { openQuitting } from './window/quitting.ts'
import { shellTexts } from './window/texts.ts'

/** Starts the app, or hands what it was started with to the one that runs already. */
export function startApp(machine: Machine): void {
  const home = dataFolder()
  makeDataFolder(home)
  app.setName('Pausecut')
  app.setAppUserModelId('app.pausecut')
  app.setPath('userData', join(home, 'browser'))
  // Before anything is ready: afterwards a scheme is what it is.
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const files = scriptsIn(process.argv, process.cwd())
  const early = (event: { preventDefault(): void }, path: string) => {
    event.preventDefault()
    files.push(path)
  }
  app.on('open-file', early)
  const running = app.whenReady().then(() => {
    app.off('open-file', early)
    run(home, machine, files)
  })
  running.catch((error: unknown) => {
    // Electron itself only warns of it, and would stay without a window for ever.
    dialog.showErrorBox('Pausecut', stackOf(error))
    app.exit(1)
  })
}

function run(home: string, machine: Machine, files: readonly string[]): void {
  const log = openLog(home)
  const line = openEventLine()
  const root = app.getAppPath()
  const icon = join(root, 'assets', 'icons', 'pausecut.png')
  let window: BrowserWindow | undefined
  const logFault = (what: string, error: unknown) => log(what, { error: stackOf(error) })

  const desktopShell = createDesktopShell({ window: () => window, language: () => settings.language, icon })
  const settings = openSettings(home, app.getPreferredSystemLanguages(), desktopShell, line.publish)
  const texts = () => shellTexts[settings.language]
  const command = (name: Command) => {
    show()
    line.publish({ type: 'command', command: name })
  }
  const watch = watchJobs({
    window: () => window,
    texts,
    notifies: () => settings.value.notifications,
    open: () => command('library'),
  })
  const backend = openBackendOrExit({
    home,
    machine,
    line,
    settings,
    desktopShell,
    log,
    looksFolder: looksFolder(home),
    fonts: join(unpacked(root), 'assets', 'fonts'),
    checkFfmpeg: () => checkShippedFfmpeg(root, process.resourcesPath),
    info: { name: 'Pausecut', version: app.getVersion(), platform: platformName() },
    sample: { name: '', script: readFileSync(join(root, 'assets', 'scripts', 'market-update.txt'), 'utf8') },
    onJobEnd: (job) => {
      watch.onEnd(job)
      quitting.onIdle()
    },
  })
  const quitting = openQuitting({
    window: () => window,
    texts,
    icon,
    log,
    reopen: () => show(),
    underWay: () => watch.underWay,
    alwaysFinishes: () => settings.value.finishInTray,
    close: () => backend.then((opened) => opened.close()).catch((error: unknown) => logFault('close broke', error)),
  })

  function show(): void {
    if (window === undefined || window.isDestroyed()) {
      window = openWindow(home, join(root, 'dist', 'preload', 'preload.cjs'), icon, log)
      quitting.guard(window)
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
  /** What nobody expected is logged, and told to the person: the app goes on without what broke. */
  const tellFault = (what: string) => (error: unknown) => {
    logFault(what, error)
    void backend.then(({ tellTrouble }) => tellTrouble(appError('UNEXPECTED')))
  }
  const showMenu = () => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(texts(), process.platform, command)))
  }
  const openFiles = (paths: readonly string[]) => {
    const opening = backend.then(async ({ openFile }) => {
      for (const path of paths) await openFile(path)
    })
    opening.catch(tellFault('file not opened'))
  }

  guardPages(app, session.defaultSession, shell, log)
  protocol.handle(
    appScheme,
    createAppProtocol(join(root, 'dist', 'page'), async (pathname) => (await backend).findMedia(pathname)),
  )
  const handlers = backend.then((opened) => opened.handlers)
  answerCalls(ipcMain, handlers, { isOwn: (contents) => contents === window?.webContents }, log)
  line.follow((event, at) => {
    if (window && !window.isDestroyed()) sendEvent(window.webContents, event, at)
    if (event.type === 'settings') showMenu()
  })
  line.follow(watch.follower)
  app.on('second-instance', (_event, argv, cwd) => {
    show()
    openFiles(scriptsIn(argv, cwd))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    show()
    openFiles([path])
  })
  app.on('activate', show)
  showMenu()
  show()
  openFiles(files)
  backend.then((opened) => opened.start()).catch(tellFault('start broke'))
}

/** Everything behind the window, loaded while the window shows its first picture. Without it nothing can be done. */
async function openBackendOrExit(parts: BackendParts): Promise<Backend> {
  const opened = await openDeskOrLog(parts)
  if (opened.ok) return opened.value
  dialog.showErrorBox('Pausecut', errorIn(parts.settings.language, opened.error))
  app.exit(1)
  return new Promise(() => {})
}

async function openDeskOrLog(parts: BackendParts): Promise<Result<Backend>> {
  try {
    const { openBackend } = await import('./service/openBackend.ts')
    return await openBackend(parts)
  } catch (error) {
    parts.log('app not opened', { error: stackOf(error) })
    return fail(appError('UNEXPECTED'))
  }
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Where programs of the outside, such as ffmpeg, find what lies in the app's archive. */
const unpacked = (root: string) => root.replace(/app\.asar$/, 'app.asar.unpacked')

const platformName = () =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : ('linux' as const)
