import { type AppError, englishSentence } from '#shared/errors.ts'
import type { Screen } from './screen.ts'

/** Prints a failure as its one sentence, after the part that failed; what lies behind it only for --verbose. */
export function printError(error: AppError, screen: Screen, verbose = false, part?: number): void {
  const where = part === undefined ? '' : `Part ${part}: `
  screen.write(`${screen.paint('red', 'Error:')} ${where}${englishSentence(error)}\n`)
  if (verbose && error.detail) screen.write(`${screen.paint('dim', error.detail)}\n`)
}

/** Prints what nobody expected. The stack is for whoever mends it. */
export function printUnexpected(error: unknown, screen: Screen, verbose: boolean): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const advice = verbose ? 'please report this.' : 'run it again with --verbose, and report what it says.'
  screen.write(`${screen.paint('red', 'Error:')} Something unexpected went wrong (${message}); ${advice}\n`)
  if (verbose && stack) screen.write(`${screen.paint('dim', stack)}\n`)
}
