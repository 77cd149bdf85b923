import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export interface CliOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** What is piped in; absent: nothing. */
  readonly input?: string | Uint8Array
  /** The user it runs as, where root may choose. */
  readonly uid?: number
}

export interface CliResult {
  /** The exit code; null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export const cliPath = fileURLToPath(new URL('../../../src-main/cli/pausecut.js', import.meta.url))

/** Starts `pausecut` as a process of its own, without a key, a keychain and the person's own data folder. */
export function startCli(args: readonly string[], { env, cwd, uid }: CliOptions): ChildProcessWithoutNullStreams {
  const { PATH, LANG } = process.env
  return spawn(process.execPath, [cliPath, ...args], {
    env: { PATH, LANG, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
}

/** Runs `pausecut` to its end. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const child = startCli(args, options)
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, stdout, stderr }
}
