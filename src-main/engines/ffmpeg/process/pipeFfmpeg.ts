import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { appError } from '#shared/errors.ts'
import { type FfmpegStep, phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { explainFfmpeg } from './explainFfmpeg.ts'
import type { Ffmpeg } from './locateFfmpeg.ts'

export interface PipeJob {
  /** Everything behind the program's name; may read `pipe:0` where there is an `input`, and writes each of `outputs`. */
  readonly args: readonly string[]
  /** Pieces that are asked for while ffmpeg takes the one before; the one before that is not needed any more. */
  readonly input?: Iterable<Uint8Array>
  /** How many outputs; `outputPipe` names them. */
  readonly outputs: number
  /** Completes "ffmpeg stopped while …". */
  readonly doing: FfmpegStep
}

export interface PipedFfmpeg {
  /** What ffmpeg writes. It waits while nobody reads. */
  readonly outputs: readonly Readable[]
  /** Settles when the process has ended. Fails with FFMPEG_*, DISK_FULL or CANCELLED. */
  readonly ended: Promise<Result<void>>
}

/** What ffmpeg calls its output of this index. The first is standard output; 2 is taken by what it prints. */
export const outputPipe = (index: number): string => `pipe:${index === 0 ? 1 : index + 2}`

/** Characters of ffmpeg's last words that are kept. */
const lastWords = 4000

/** Starts an ffmpeg whose outputs are read while it works. It is killed when the signal aborts. */
export function pipeFfmpeg(ffmpeg: Ffmpeg, job: PipeJob, signal: AbortSignal): PipedFfmpeg {
  const stdin = job.input ? 'pipe' : 'ignore'
  const extra = Array.from({ length: Math.max(0, job.outputs - 1) }, () => 'pipe' as const)
  const child = spawn(ffmpeg.path, ['-hide_banner', '-v', 'error', '-nostats', '-y', ...job.args], {
    stdio: [stdin, 'pipe', 'pipe', ...extra],
    signal,
    killSignal: 'SIGKILL',
    windowsHide: true,
  })
  const [input, ...pipes] = child.stdio as [Writable | null, ...Readable[]]
  const [first, stderr, ...others] = pipes as [Readable, Readable, ...Readable[]]
  // An ffmpeg that has what it needs, or has failed, stops reading: its exit code says which.
  if (input && job.input) feed(job.input, input).catch(() => {})
  let said = ''
  stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-lastWords)
  })
  const ended = new Promise<Result<void>>((resolve) => {
    child.on('error', (error) => {
      if (signal.aborted) resolve(fail(appError('CANCELLED')))
      else
        resolve(fail(appError('FFMPEG_BROKEN', { path: ffmpeg.path, reason: phrase('DOES_NOT_START') }, error.message)))
    })
    child.on('close', (code) => {
      if (signal.aborted) resolve(fail(appError('CANCELLED')))
      else if (code === 0) resolve(ok(undefined))
      else resolve(fail(explainFfmpeg(said, job.doing, ffmpeg.path)))
    })
  })
  return { outputs: [first, ...others], ended }
}

async function feed(pieces: Iterable<Uint8Array>, to: Writable): Promise<void> {
  // What goes wrong is said by the write under way.
  to.on('error', () => {})
  let sent = Promise.resolve()
  for (const piece of pieces) {
    await sent
    sent = send(piece, to)
  }
  await sent
  to.end()
}

const send = (piece: Uint8Array, to: Writable) =>
  new Promise<void>((resolve, reject) => {
    to.write(piece, (error) => (error ? reject(error) : resolve()))
  })
