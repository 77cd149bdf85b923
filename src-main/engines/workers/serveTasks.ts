import { parentPort } from 'node:worker_threads'

/** A task's answer and the buffers that may move to the other thread instead of being copied. */
export interface Answer<Output> {
  readonly output: Output
  readonly transfer: ArrayBuffer[]
}

/**
 * The worker's side of `createWorkerPool`: answers one task after the other. What `handle` throws ends the worker and
 * reaches the caller of `run`.
 */
export function serveTasks<Input, Output>(handle: (input: Input) => Promise<Answer<Output>>): void {
  parentPort?.on('message', async (input: Input) => {
    const { output, transfer } = await handle(input)
    parentPort?.postMessage(output, transfer)
  })
}
