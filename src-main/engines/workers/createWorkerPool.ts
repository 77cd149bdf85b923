import { Worker } from 'node:worker_threads'
import { appError } from '#shared/errors.ts'
import { fail, type Result } from '#shared/result.ts'

export interface WorkerPool<Input, Output> {
  /** Starts a worker before there is work, so that the first task need not wait for it to load. */
  wake(): void
  /**
   * Runs one task as soon as a worker is free. When the signal aborts, its worker is ended at once and the result is
   * CANCELLED; other tasks go on. Rejects when the worker crashes.
   */
  run(input: Input, signal: AbortSignal): Promise<Result<Output>>
  /** Ends all workers; tasks that wait or run come back as CANCELLED. */
  close(): Promise<void>
}

interface Task<Input, Output> {
  readonly input: Input
  readonly settle: (result: Result<Output>) => void
  readonly crash: (error: unknown) => void
}

/** What a task leaves behind is collected before it piles up: many small workers, not many large ones. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 }

const cancelled = () => fail(appError('CANCELLED'))

/**
 * Up to `size` worker threads that run `script` (see `serveTasks`), each made when there is work that no other one can
 * take, each with one task at a time. Idle workers do not keep the process alive.
 */
export function createWorkerPool<Input, Output>(script: URL, size: number): WorkerPool<Input, Output> {
  const waiting: Task<Input, Output>[] = []
  const idle: Worker[] = []
  const running = new Map<Worker, Task<Input, Output>>()

  function addWorker(): Worker {
    const worker = new Worker(script, { resourceLimits })
    worker.on('message', (result: Result<Output>) => {
      const task = running.get(worker)
      running.delete(worker)
      worker.unref()
      idle.push(worker)
      task?.settle(result)
      startNext()
    })
    worker.on('error', (error) => {
      const task = running.get(worker)
      running.delete(worker)
      remove(idle, worker)
      task?.crash(error)
      startNext()
    })
    return worker
  }

  function startNext(): void {
    if (waiting.length === 0 || (idle.length === 0 && running.size >= size)) return
    const task = waiting.shift()!
    const worker = idle.pop() ?? addWorker()
    running.set(worker, task)
    worker.ref()
    worker.postMessage(task.input)
  }

  function cancel(task: Task<Input, Output>): void {
    remove(waiting, task)
    for (const [worker, its] of running) {
      if (its !== task) continue
      running.delete(worker)
      void worker.terminate()
    }
    task.settle(cancelled())
    startNext()
  }

  return {
    wake() {
      if (idle.length + running.size >= size) return
      const worker = addWorker()
      worker.unref()
      idle.push(worker)
    },
    run(input, signal) {
      if (signal.aborted) return Promise.resolve(cancelled())
      return new Promise((resolve, reject) => {
        const onAbort = () => cancel(task)
        const task: Task<Input, Output> = {
          input,
          settle(result) {
            signal.removeEventListener('abort', onAbort)
            resolve(result)
          },
          crash(error) {
            signal.removeEventListener('abort', onAbort)
            reject(error)
          },
        }
        signal.addEventListener('abort', onAbort, { once: true })
        waiting.push(task)
        startNext()
      })
    },
    async close() {
      const workers = [...idle, ...running.keys()]
      const open = [...waiting, ...running.values()]
      waiting.length = 0
      idle.length = 0
      running.clear()
      for (const task of open) task.settle(cancelled())
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function remove<T>(list: T[], entry: T): void {
  const at = list.indexOf(entry)
  if (at >= 0) list.splice(at, 1)
}
