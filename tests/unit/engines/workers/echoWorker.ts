import { threadId } from 'node:worker_threads'
import { serveTasks } from '#engines/workers/serveTasks.ts'
import { ok } from '#shared/result.ts'

/** Answers with its thread after some milliseconds; `never` does not answer, `crash` throws. */
serveTasks<number | 'never' | 'crash', unknown>(async (input) => {
  if (input === 'crash') throw new Error('broken on purpose')
  // A busy loop, which only the end of the thread can stop.
  while (input === 'never');
  await new Promise((resolve) => setTimeout(resolve, Number(input)))
  return { output: ok(threadId), transfer: [] }
})
