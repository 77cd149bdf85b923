import { parentPort } from 'node:worker_threads'
import type { StepAnswer, StepTask } from './openStepWorker.ts'

/**
 * The worker's side of `openStepWorker`: runs one task after the other, and asks after every step whether somebody still
 * waits for it. What a step throws ends the worker and reaches the caller of `run`.
 */
export function serveSteps<Input, Output>(begin: (input: Input) => Generator<void, Output>): void {
  parentPort?.on('message', ({ input, stop }: StepTask<Input>) => {
    parentPort?.postMessage(answerOf(begin(input), stop))
  })
}

function answerOf<Output>(steps: Generator<void, Output>, stop: Int32Array): StepAnswer<Output> {
  while (Atomics.load(stop, 0) === 0) {
    const step = steps.next()
    if (step.done) return { output: step.value }
  }
  return {}
}
