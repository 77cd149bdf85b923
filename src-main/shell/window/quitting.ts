import { app, type BrowserWindow, dialog, Menu, Tray } from 'electron'
import type { Log } from '#app/log.ts'
import type { ShellTexts } from './texts.ts'

export interface QuittingParts {
  readonly window: () => BrowserWindow | undefined
  readonly texts: () => ShellTexts
  /** Jobs that are being made or wait. */
  readonly underWay: () => number
  /** Finishes in the tray without asking. */
  readonly alwaysFinishes: () => boolean
  readonly icon: string
  /** Opens the window again. */
  readonly reopen: () => void
  readonly log: Log
  /** Ends the app's work; what is not finished is kept for the next start. Never rejects. */
  readonly close: () => Promise<void>
}

export interface Quitting {
  /** Watches a window: closing it while something is being made asks first. */
  guard(window: BrowserWindow): void
  /** The last job has ended: an app that only stayed for that goes now. */
  onIdle(): void
}

/** Quit while rendering asks, and can finish in the tray. */
export function openQuitting(parts: QuittingParts): Quitting {
  const { window, texts, underWay, alwaysFinishes, icon, reopen, close, log } = parts
  let decided = false
  let work: 'open' | 'closing' | 'closed' = 'open'
  let tray: Tray | undefined

  function finishInTray(): void {
    if (!tray) {
      tray = new Tray(icon)
      tray.setToolTip(texts().tray.tip)
      const { open, quit } = texts().tray
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { id: 'open', label: open, click: reopen },
          { id: 'quit', label: quit, click: leave },
        ]),
      )
      tray.on('click', reopen)
    }
    window()?.hide()
  }

  function leave(): void {
    decided = true
    app.quit()
  }

  async function ask(owner: BrowserWindow): Promise<void> {
    if (alwaysFinishes()) return finishInTray()
    const { question, detail, goOn, stop, cancel } = texts().quit
    const { response } = await dialog.showMessageBox(owner, {
      type: 'question',
      message: question(underWay()),
      detail,
      buttons: [goOn, stop, cancel],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    })
    if (response === 0) finishInTray()
    if (response === 1) leave()
  }

  app.on('window-all-closed', () => app.quit())
  // The work is ended once, and only when nobody has anything against it any more.
  app.on('will-quit', (event) => {
    if (work === 'closed') return
    event.preventDefault()
    if (work === 'closing') return
    work = 'closing'
    void close().finally(() => {
      work = 'closed'
      tray?.destroy()
      app.quit()
    })
  })

  return {
    guard(guarded) {
      guarded.on('close', (event) => {
        if (decided || underWay() === 0) return
        event.preventDefault()
        ask(guarded).catch((error: unknown) => log('question not asked', { error: String(error) }))
      })
      guarded.on('show', () => {
        tray?.destroy()
        tray = undefined
      })
    },
    onIdle() {
      if (tray && underWay() === 0) leave()
    },
  }
}
