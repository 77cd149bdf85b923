import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Sees to it that Electron's program is there: npm brings its launcher only, the program is fetched when it is wanted
 * first. False where that can't be done.
 */
export function fetchElectron(): boolean {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return true
  const installer = join(dirname(createRequire(import.meta.url).resolve('electron')), 'install.js')
  return spawnSync(process.execPath, [installer], { stdio: 'ignore' }).status === 0
}
