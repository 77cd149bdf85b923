import { homedir } from 'node:os'
import { isAbsolute, join, posix, resolve, win32 } from 'node:path'

/**
 * Where everything is kept that outlives a job (cache, jobs, settings): PAUSECUT_HOME, else the platform's own place
 * for an application's data (XDG Base Directory on Linux, Application Support on macOS, LOCALAPPDATA on Windows).
 */
export function dataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (env.PAUSECUT_HOME) return resolve(env.PAUSECUT_HOME)
  switch (platform) {
    case 'win32':
      return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'Pausecut')
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Pausecut')
    default: {
      // A relative XDG_DATA_HOME is invalid and must be ignored, says the specification.
      const xdg = env.XDG_DATA_HOME
      return posix.join(xdg && isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'pausecut')
    }
  }
}

/** Where the looks are that people saved. */
export const looksFolder = (home: string) => join(home, 'looks')

/** Where voice packs are, each in a folder of its name. */
export const voicesFolder = (home: string) => join(home, 'voices')
