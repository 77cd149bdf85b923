import type { Result } from '#shared/result.ts'
import { printError } from './printError.ts'
import { openScreen } from './screen.ts'
import { exitCodes } from './usage.ts'

const out = openScreen(process.stdout)
const err = openScreen(process.stderr)

/** Prints what a command has to say of its result as one line, or why it failed. The value is the exit code. */
export function printResult<T>(result: Result<T>, say: (value: T) => string): number {
  if (!result.ok) {
    printError(result.error, err)
    return exitCodes.failed
  }
  out.write(`${say(result.value)}\n`)
  return exitCodes.done
}
