import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { Updates } from '#app/desktop/controls.ts'
import type { Publish } from '#app/desktop/handlers.ts'
import type { Log } from '#app/log.ts'
import type { UpdateState } from '#shared/desktop/desktop.ts'
import { appError } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'

/** Between two looks for a new version. */
const everyMs = 6 * 60 * 60 * 1000

/**
 * Keeps the app up to date by electron-updater, which checks what it loads against the publisher's signature. Only a
 * packaged app that was built with a feed (app-update.yml) ever asks anybody.
 */
export function openUpdates(publish: Publish, log: Log): Updates & { start(): Promise<void> } {
  const hasFeed = app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml'))
  let state: UpdateState = hasFeed ? { state: 'current' } : { state: 'off' }
  const set = (next: UpdateState) => {
    state = next
    publish({ type: 'updates', updates: next })
  }
  const updater = async () => (await import('electron-updater')).default.autoUpdater

  async function check(): Promise<void> {
    if (!hasFeed || state.state === 'downloading' || state.state === 'ready') return
    set({ state: 'checking' })
    await (await updater()).checkForUpdates().catch(() => {})
  }

  return {
    get state() {
      return state
    },
    async start() {
      if (!hasFeed) return
      const autoUpdater = await updater()
      autoUpdater.logger = null
      autoUpdater.autoInstallOnAppQuit = true
      let version = ''
      autoUpdater.on('update-available', (update) => {
        version = update.version
        set({ state: 'downloading', version, percent: 0 })
      })
      autoUpdater.on('update-not-available', () => set({ state: 'current' }))
      autoUpdater.on('download-progress', ({ percent }) => set({ state: 'downloading', version, percent }))
      autoUpdater.on('update-downloaded', (update) => set({ state: 'ready', version: update.version }))
      autoUpdater.on('error', (error) => {
        log('update failed', { error: String(error) })
        set({ state: 'failed', error: appError('UPDATE_FAILED') })
      })
      await check()
      const checkOrLog = () => check().catch((error: unknown) => log('update failed', { error: String(error) }))
      setInterval(checkOrLog, everyMs).unref()
    },
    handlers: {
      checkForUpdates: async () => {
        await check()
        return ok(state)
      },
      installUpdate: async () => {
        if (state.state === 'ready') (await updater()).quitAndInstall()
        return ok({})
      },
    },
  }
}
