import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const others = 0o077

/**
 * Makes the data folder, for its owner alone: scripts, films, looks and what webhooks are told lie in it. One that is
 * there and ours, and that others may look into, is closed to them. What can't be made or closed is left: whoever works
 * in the folder next says what is wrong with it. Windows keeps other people out of the place where it lies by itself.
 */
export function makeDataFolder(home: string): void {
  try {
    make(home)
    const { mode, uid } = statSync(home)
    if (process.platform !== 'win32' && uid === process.getuid?.() && (mode & others) !== 0) chmodSync(home, 0o700)
  } catch {
    // Said by the next step.
  }
}

/** Not mkdir's own `recursive`, which never ends in some places (see makeFolder). */
function make(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    make(dirname(folder))
    mkdirSync(folder, { mode: 0o700 })
  }
}
