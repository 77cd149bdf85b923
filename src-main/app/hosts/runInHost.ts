import type { Artifact } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { RunSpec, RunWatch } from '../run/jobRunner.ts'
import { type HostOrder, HostWord } from './protocol.ts'

/** A process that renders, seen from the service. */
export interface RenderHost {
  send(order: HostOrder): void
  /** Calls `listener` with what the host says; it takes the place of the one before. */
  hear(listener: (word: unknown) => void): void
  /** Resolves when the process is gone, with how that came in words. */
  readonly gone: Promise<string>
  kill(): void
}

/** How long a host that was told to stop may take before it is killed. */
const stopMs = 5_000

/**
 * Runs one job in a host. Fails as the job does, or with UNEXPECTED when the host dies under it; rejects, and
 * ends the host, with what its listener throws.
 */
export function runInHost(
  host: RenderHost,
  spec: RunSpec,
  { signal, emit, onUnderWay, done = new Map() }: RunWatch,
  cores: number,
): Promise<Result<readonly Artifact[]>> {
  return new Promise((resolve, reject) => {
    let deadline: NodeJS.Timeout | undefined
    const stop = () => {
      host.send({ type: 'stop' })
      deadline = setTimeout(() => host.kill(), stopMs)
    }
    const end = (result: Result<readonly Artifact[]>) => {
      signal.removeEventListener('abort', stop)
      clearTimeout(deadline)
      resolve(result)
    }
    const broke = (error: unknown) => {
      host.kill()
      signal.removeEventListener('abort', stop)
      clearTimeout(deadline)
      reject(error)
    }
    host.hear((message) => {
      try {
        hear(message)
      } catch (error) {
        broke(error)
      }
    })
    const hear = (message: unknown) => {
      const word = HostWord.parse(message)
      switch (word.type) {
        case 'event':
          return emit(word.event)
        case 'under-way':
          return onUnderWay?.(word.parts)
        case 'completed':
          return end(ok(word.artifacts))
        case 'failed':
          return end(fail(word.error))
      }
    }
    host.gone.then((how) => end(fail(signal.aborted ? appError('CANCELLED') : appError('UNEXPECTED', {}, how))), reject)
    signal.addEventListener('abort', stop)
    host.send({ type: 'run', spec, done: [...done].map(([segment, artifacts]) => [segment, [...artifacts]]), cores })
    if (signal.aborted) stop()
  })
}
