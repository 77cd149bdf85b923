import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { fliteDigest } from '#engines/flite/fliteModule.ts'
import { cutText } from '#engines/speech/cutText.ts'
import { createWorkerPool } from '#engines/workers/createWorkerPool.ts'
import type { Speech, SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { engines } from '#shared/speech/engines.ts'
import { builtinVoices } from './voices.ts'

/**
 * Raise it whenever a text is given to Flite in another form than before (see `readWords` and `fliteForms`), or something
 * else is made of what Flite says.
 */
const formRevision = 4

/** Changes with the wasm, the voice table, the spoken forms and what is made of the sound. */
function version(): string {
  const parts = JSON.stringify([fliteDigest, builtinVoices, formRevision])
  return `flite-${createHash('sha256').update(parts).digest('hex').slice(0, 12)}`
}

/**
 * The voice that needs no key, no network and no display: Flite as WebAssembly in worker threads, with exact word
 * times. Nothing is loaded before `wake` or the first piece.
 */
export function createBuiltinSpeech(): SpeechEngine {
  const workers = createWorkerPool<SpeechRequest, Speech>(
    new URL('./speechWorker.ts', import.meta.url),
    availableParallelism(),
  )
  return {
    facts: engines.builtin,
    version: version(),
    // A paragraph is a piece of its own, so that the rest before it is a paragraph's.
    cut: (text) => text.split(/\n\s*\n/u).flatMap((paragraph) => cutText(paragraph, engines.builtin.budget)),
    wake: () => workers.wake(),
    speak: (request, signal) => workers.run(request, signal),
    close: () => workers.close(),
  }
}
