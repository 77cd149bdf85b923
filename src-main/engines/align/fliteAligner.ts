import { availableParallelism } from 'node:os'
import { fliteDigest } from '#engines/flite/fliteModule.ts'
import { createWorkerPool } from '#engines/workers/createWorkerPool.ts'
import type { Aligner, Alignment } from '#ports/Aligner.ts'
import type { Task } from './alignWords.ts'

/** Raise it whenever the same recording would give other word times than before, or another verdict. */
const revision = 5

/**
 * Aligns without a network: the recording is compared with what the built-in voice makes of the same text. Half of the
 * cores at most are used, since frames are encoded meanwhile; nothing is loaded before the first request.
 */
export function createFliteAligner(): Aligner {
  const workers = createWorkerPool<Task, Alignment>(
    new URL('./alignWorker.ts', import.meta.url),
    Math.max(1, availableParallelism() >> 1),
  )
  return {
    version: `flite-${fliteDigest.slice(0, 12)}-${revision}`,
    align: (text, { samples, sampleRate }, signal, language) =>
      workers.run({ text, sound: { samples, sampleRate }, language }, signal),
    close: () => workers.close(),
  }
}
