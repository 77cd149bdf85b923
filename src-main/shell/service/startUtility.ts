import { fileURLToPath } from 'node:url'
import { utilityProcess } from 'electron'

/** A process beside the main one, seen from it. */
export interface UtilityChild {
  /** Takes what structured cloning takes. */
  send(message: object): void
  /** Calls `listener` with all that the process says. */
  hear(listener: (word: unknown) => void): void
  /** Resolves when the process is gone, with how it ended in words. */
  readonly gone: Promise<string>
  kill(): void
  /** The app lives by its windows, and waits for no process of this kind. */
  hold(on: boolean): void
}

/** Starts a program of the app's own as a utility process of Electron's: the app can't be run as Node. */
export function startUtility(program: URL, argument: string): UtilityChild {
  const child = utilityProcess.fork(fileURLToPath(program), [argument], {
    stdio: 'ignore',
    serviceName: 'Pausecut voice',
  })
  const gone = new Promise<string>((resolve) => child.once('exit', (code) => resolve(`exit code ${code}`)))
  return {
    gone,
    send: (message) => child.postMessage(message),
    hear: (listener) => void child.on('message', listener),
    kill: () => end(child),
    hold: () => {},
  }
}

/** At once: Electron's own way asks the process, which may be in the middle of a long computation. */
function end(child: Electron.UtilityProcess): void {
  if (child.pid === undefined) {
    child.kill()
    return
  }
  try {
    process.kill(child.pid, 'SIGKILL')
  } catch (error) {
    // It ended in this very moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
