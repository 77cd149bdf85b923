import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { VoiceOptions, VoiceOrder } from './protocol.ts'

/** A process that speaks, seen from the engine. */
export interface VoiceProcess {
  send(order: VoiceOrder): void
  /** Calls `listener` with all that the process says. */
  hear(listener: (word: unknown) => void): void
  /** Resolves when the process is gone: the signal's name, else how it ended in words. */
  readonly gone: Promise<string>
  kill(): void
  /** Whether this process waits for it before it ends by itself. */
  hold(on: boolean): void
}

/** Starts a voice process: as a child here, in the app as a utility process of Electron's. */
export type StartVoice = (options: VoiceOptions) => VoiceProcess

/** The program of a voice process (see voiceHost). */
export const voiceProgram = new URL('./voiceHost.ts', import.meta.url)

/**
 * Starts a voice process as a child of this one.
 * @param execArgv options of Node's for the child
 */
export function forkVoice(options: VoiceOptions, execArgv: readonly string[] = []): VoiceProcess {
  const child = fork(fileURLToPath(voiceProgram), [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...execArgv],
    // Samples travel as they are.
    serialization: 'advanced',
  })
  const gone = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  return {
    gone,
    // What can't be sent because it is gone is answered by its exit.
    send: (order) => void (child.connected && child.send(order, () => {})),
    hear: (listener) => void child.on('message', listener),
    kill: () => void child.kill('SIGKILL'),
    hold: (on) => {
      if (on) {
        child.ref()
        child.channel?.ref()
      } else {
        child.unref()
        child.channel?.unref()
      }
    },
  }
}
