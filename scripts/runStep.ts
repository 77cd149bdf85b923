import { spawnSync } from 'node:child_process'

/** A program of a check, which says itself what it found. */
export interface Step {
  /** What it checks, in words. */
  readonly what: string
  readonly command: string
  readonly args: readonly string[]
}

/** Runs a program to its end in the foreground. Where it fails, the process ends with its exit code, after naming it. */
export function runStep({ what, command, args }: Step): void {
  console.log(`\n${what}`)
  const run = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.status === 0) return
  console.error(`\n${what}: failed.`)
  process.exit(run.status ?? 1)
}
