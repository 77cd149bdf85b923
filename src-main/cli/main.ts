#!/usr/bin/env node
import { createProgram } from './program.ts'
import { ignoreClosedReader } from './screen.ts'
import { usageExitCode } from './usage.ts'

ignoreClosedReader(process.stdout)
ignoreClosedReader(process.stderr)

/** Ends although workers may still wait for work, once everything that was written has gone out. */
function exit(code: number): void {
  process.exitCode = code
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
}

const program = createProgram(exit)
await program.parseAsync().catch((error: unknown) => {
  process.exitCode = usageExitCode(error)
})
