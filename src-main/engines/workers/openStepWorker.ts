import { Worker } from 'node:worker_threads'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/** What goes to the worker: the task, and a flag that says that nobody waits for it any more. */
export interface StepTask<Input> {
  readonly input: Input
  /** One number in shared memory; 1: stop. */
  readonly stop: Int32Array
}

/** What comes back; absent: the task was stopped. */
export interface StepAnswer<Output> {
  readonly output?: Output
}

export interface StepWorker<Input, Output> {
  /** Starts the worker before there is work, so that the first task need not wait for it to load. */
  wake(): void
  /**
   * Runs one task after those that came before. When the signal aborts, the result is CANCELLED at once and the worker
   * stops after the step that it is at. Rejects when the worker crashes; the next task gets a new one.
   */
  run(input: Input, signal: AbortSignal): Promise<Result<Output>>
  /** Ends the worker; tasks that wait or run come back as CANCELLED. */
  close(): Promise<void>
}

interface Waiting<Output> {
  readonly answer: (answer: StepAnswer<Output>) => void
  readonly crash: (error: unknown) => void
}

/**
 * One worker thread that runs `script` (see `serveSteps`). Unlike a pool's it outlives a cancelled task, with all that
 * it has loaded and remembers: for tasks that come and are given up many times a second. It does not keep the process
 * alive while it has nothing to do.
 *
 * @param data what the script finds as `workerData`
 * @param megabytes what its heap may grow to; a task that needs more crashes
 */
export function openStepWorker<Input, Output>(
  script: URL,
  data: unknown,
  megabytes: number,
): StepWorker<Input, Output> {
  let worker: Worker | undefined
  /** In the order of their tasks, which is that of the answers. */
  let waiting: Waiting<Output>[] = []

  function open(): Worker {
    const own = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    const leave = () => {
      if (worker !== own) return []
      worker = undefined
      return waiting.splice(0)
    }
    own.unref()
    own.on('message', (answer: StepAnswer<Output>) => {
      const task = worker === own ? waiting.shift() : undefined
      if (waiting.length === 0) own.unref()
      task?.answer(answer)
    })
    own.on('error', (error) => {
      for (const task of leave()) task.crash(error)
    })
    own.on('exit', () => {
      for (const task of leave()) task.answer({})
    })
    return own
  }

  return {
    wake() {
      worker ??= open()
    },
    run(input, signal) {
      const cancelled = () => fail(appError('CANCELLED'))
      if (signal.aborted) return Promise.resolve(cancelled())
      return new Promise((resolve, reject) => {
        const stop = new Int32Array(new SharedArrayBuffer(4))
        const onAbort = () => {
          Atomics.store(stop, 0, 1)
          resolve(cancelled())
        }
        const settled = () => signal.removeEventListener('abort', onAbort)
        signal.addEventListener('abort', onAbort, { once: true })
        waiting.push({
          answer({ output }) {
            settled()
            resolve(output === undefined ? cancelled() : ok(output))
          },
          crash(error) {
            settled()
            reject(error)
          },
        })
        worker ??= open()
        worker.ref()
        worker.postMessage({ input, stop } satisfies StepTask<Input>)
      })
    },
    async close() {
      const own = worker
      worker = undefined
      const open = waiting
      waiting = []
      for (const task of open) task.answer({})
      await own?.terminate()
    },
  }
}
