import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { RenderHost } from '#app/hosts/runInHost.ts'
import { lowerPriority } from './lowerPriority.ts'
import type { HostOptions } from './renderHost.ts'

const program = fileURLToPath(new URL('./renderHost.ts', import.meta.url))

const ownGroup = process.platform !== 'win32'

/** Starts a render host as a child process. It renders behind what the person is doing, and behind the service. */
export function forkHost(options: HostOptions): RenderHost {
  const args = [JSON.stringify(options)]
  // A process group of its own: Ctrl-C in the terminal ends no job that the service may still finish, and the programs
  // that a job has started are ended with their host.
  const child = fork(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [], detached: ownGroup })
  let listener: (word: unknown) => void = () => {}
  child.on('message', (word) => listener(word))
  if (child.pid !== undefined) lowerPriority(child.pid)
  const gone = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`The render host could not be started or reached: ${error.message}`))
    child.on('exit', (code, signal) => resolve(`The render host ended (${signal ?? `exit code ${code}`})`))
  })
  return {
    gone,
    // What can not be sent because it is gone is answered by its exit.
    send: (order) => void (child.connected && child.send(order, () => {})),
    hear: (more) => {
      listener = more
    },
    kill: () => kill(child),
  }
}

function kill(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  if (!ownGroup) {
    child.kill()
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // It ended in this very moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
