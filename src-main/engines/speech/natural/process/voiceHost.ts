import { VoiceOptions } from './protocol.ts'
import { type EngineLine, serveVoice } from './serveVoice.ts'

// The program of a voice process. It is a process and no thread, because ending a thread in the middle of a run of the
// native runtime ends the whole process with it.

/** The line of Electron's utility processes, which Node's types don't have. */
interface ParentPort {
  postMessage(word: unknown): void
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
}
const { parentPort } = process as { parentPort?: ParentPort }

const line: EngineLine = parentPort
  ? {
      send: (word) => parentPort.postMessage(word),
      onOrder: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    }
  : {
      // What can't be sent because the engine is gone is of no use to anyone; `disconnect` follows.
      send: (word) => void (process.connected && process.send?.(word, undefined, undefined, () => {})),
      onOrder: (listener) => void process.on('message', listener),
    }
process.on('disconnect', () => process.exit())

serveVoice(line, VoiceOptions.parse(JSON.parse(process.argv[2] ?? '')))
