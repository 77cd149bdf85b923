import { createProgram } from './program.ts'
import { ignoreClosedReader, openScreen } from './terminal/screen.ts'
import { usageExitCode } from './terminal/usage.ts'

ignoreClosedReader(process.stdout)
ignoreClosedReader(process.stderr)
process.on('uncaughtException', unexpected)

/** Ends although workers may still wait for work, once everything that was written has gone out. */
function exit(code: number): void {
  process.exitCode = code
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
}

/** A mistake in the program: its one sentence, and its stack where that was asked for. */
async function unexpected(error: unknown): Promise<void> {
  const { printUnexpected } = await import('./terminal/printError.ts')
  printUnexpected(error, openScreen(process.stderr), process.argv.includes('--verbose'))
  exit(1)
}

await createProgram(exit)
  .parseAsync()
  .catch((error: unknown) => {
    const code = usageExitCode(error)
    if (code === undefined) return unexpected(error)
    process.exitCode = code
  })
