import { englishSentence } from '#shared/errors.ts'
import type { JobEvent } from '#shared/job/events.ts'
import { sayPhrase } from '#shared/phrases.ts'

/** Follows one job and shows what it does. */
export interface Reporter {
  on(event: JobEvent): void
  /** Ends what redraws itself; the next line written stands on its own. */
  close(): void
}

/** One event per line, for programs; the last is the result. */
export function jsonReporter(write: (text: string) => void): Reporter {
  return { on: (event) => write(`${JSON.stringify(inWords(event))}\n`), close: () => {} }
}

/** The event as programs read it: with sentences instead of facts. */
function inWords(event: JobEvent): object {
  if ('message' in event) return { ...event, message: sayPhrase(event.message) }
  if (!('error' in event)) return event
  const { code } = event.error
  return { ...event, error: { code, message: englishSentence(event.error) } }
}
