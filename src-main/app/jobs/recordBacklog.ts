import type { JobStore } from '#ports/JobStore.ts'
import { ok, type Result } from '#shared/result.ts'

export type RecordedEvent = Parameters<JobStore['record']>[0]

/** Milliseconds for which a locked database is left alone: each try makes the whole process wait a little. */
const restMs = 500

/**
 * Keeps events in their order: those that a locked database (STORE_BUSY) did not take wait here and go first next time;
 * of a job's progress only the newest waits. An end is tried whenever it comes. What fails otherwise is dropped, and all
 * that waited with it.
 */
export function openBacklog(record: (event: RecordedEvent) => Result<void>): {
  keep(event: RecordedEvent): Result<void>
} {
  let waiting: RecordedEvent[] = []
  let refused: { readonly at: number; readonly result: Result<void> } | undefined

  return {
    keep(event) {
      waiting = [...waiting.filter((earlier) => !replaces(event, earlier)), event]
      if (refused && !isEnd(event) && Date.now() - refused.at < restMs) return refused.result
      refused = undefined
      while (waiting.length > 0) {
        const result = record(waiting[0]!)
        if (!result.ok) {
          if (result.error.code === 'STORE_BUSY') refused = { at: Date.now(), result }
          else waiting = []
          return result
        }
        waiting = waiting.slice(1)
      }
      return ok(undefined)
    },
  }
}

const isEnd = ({ type }: RecordedEvent) => type === 'completed' || type === 'failed' || type === 'queued'

/** An end that is tried again, or has become another, is there once; so is progress. */
const replaces = (event: RecordedEvent, earlier: RecordedEvent) =>
  (event.type === 'progress' && earlier.type === 'progress') || (isEnd(event) && isEnd(earlier))
