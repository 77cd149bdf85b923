import { workerData } from 'node:worker_threads'
import { serveSteps } from '#engines/workers/serveSteps.ts'

let steps = 0

/** Takes that many steps and answers with all it ever took; `endless` never ends by itself, `crash` throws. */
serveSteps<number | 'endless' | 'crash', { steps: number; data: unknown }>(function* (input) {
  if (input === 'crash') throw new Error('broken on purpose')
  for (let step = 0; input === 'endless' || step < input; step++) {
    steps++
    yield
  }
  return { steps, data: workerData }
})
