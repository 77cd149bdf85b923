import { execFile } from 'node:child_process'
import { appError } from '#shared/errors.ts'
import { phrase, words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Call } from './programs/systemProgram.ts'

interface Run extends Call {
  readonly command: string
  /** What it reads; nothing where absent. */
  readonly input?: string
  /** Milliseconds after which it is ended. */
  readonly limit: number
}

/**
 * Runs a program to its end and gives what it wrote, at most 4 MB. Fails with SYSTEM_VOICES_MISSING where there is no
 * such program, SYSTEM_VOICE_FAILED where it fails or does not end, CANCELLED when the signal aborts.
 */
export function runProgram({ command, args, env, input, limit }: Run, signal: AbortSignal): Promise<Result<string>> {
  return new Promise((done) => {
    const options = {
      env: { ...process.env, ...env },
      timeout: limit,
      killSignal: 'SIGKILL',
      maxBuffer: 4 << 20,
      windowsHide: true,
      signal,
    } as const
    const child = execFile(command, args, options, (error, output, complaint) => {
      if (!error) return done(ok(output))
      if (signal.aborted) return done(fail(appError('CANCELLED')))
      if (error.code === 'ENOENT') return done(fail(appError('SYSTEM_VOICES_MISSING')))
      const said = (complaint.trim().split('\n')[0] ?? '').slice(0, 200)
      const reason = error.killed
        ? phrase('PROGRAM_SLOW', { seconds: limit / 1000 })
        : said
          ? words(said)
          : phrase('PROGRAM_ENDED', { status: String(error.code ?? error.signal) })
      done(fail(appError('SYSTEM_VOICE_FAILED', { reason })))
    })
    // A program that ends before it has read everything says so itself.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input ?? '')
  })
}
