import { rm } from 'node:fs/promises'
import createCommand from 'fluent-ffmpeg'
import { appError } from '#shared/errors.ts'
import type { FfmpegStep } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { explainFfmpeg } from './explainFfmpeg.ts'
import { type FfmpegInput, inputOptions } from './ffmpegInput.ts'
import type { Ffmpeg } from './locateFfmpeg.ts'

export interface FfmpegJob {
  readonly inputs: readonly FfmpegInput[]
  /** Filter graph over all inputs; its outputs are mapped in `options`. */
  readonly graph?: string
  /** Options of the output: maps, codecs, container. */
  readonly options: readonly string[]
  /** The file to write, or null when only what ffmpeg says is wanted. */
  readonly out: string | null
  /** Completes "ffmpeg stopped while …". */
  readonly doing: FfmpegStep
  /** Called with the number of frames written so far. */
  readonly onFrames?: (done: number) => void
}

/**
 * Runs ffmpeg once. The value is what it printed. The process is killed when the signal aborts (CANCELLED), and a
 * half-written output is removed on every failure. Fails with FFMPEG_FAILED, DISK_FULL, FOLDER_READ_ONLY.
 */
export async function runFfmpeg(ffmpeg: Ffmpeg, job: FfmpegJob, signal: AbortSignal): Promise<Result<string>> {
  if (signal.aborted) return fail(appError('CANCELLED'))
  const outcome = await start(ffmpeg, job, signal)
  if (!outcome.ok && job.out) await rm(job.out, { force: true })
  return outcome
}

function start(ffmpeg: Ffmpeg, job: FfmpegJob, signal: AbortSignal): Promise<Result<string>> {
  return new Promise((resolve) => {
    const command = trusting(createCommand({ stdoutLines: 200 }).setFfmpegPath(ffmpeg.path))
    for (const input of job.inputs) {
      command.input(input.from)
      command.inputOptions(inputOptions(input))
    }
    // One -filter_complex as it is: fluent-ffmpeg's own builder would quote what is already quoted.
    const graph = job.graph === undefined ? [] : ['-filter_complex', job.graph]
    command.outputOptions(['-hide_banner', ...graph, ...job.options])

    const kill = () => command.kill('SIGKILL')
    const settle = (result: Result<string>) => {
      for (const { from } of job.inputs) if (typeof from !== 'string') from.destroy()
      signal.removeEventListener('abort', kill)
      resolve(signal.aborted ? fail(appError('CANCELLED')) : result)
    }
    command.on('start', () => {
      // fluent-ffmpeg starts it a little later; an abort until then found nothing to kill.
      if (signal.aborted) kill()
    })
    // Not fluent-ffmpeg's 'progress': for that it starts an ffprobe, which outlives the command and is not always there.
    command.on('stderr', (line: string) => {
      const frameCount = /^frame= *(\d+)/.exec(line)?.[1]
      if (frameCount) job.onFrames?.(Number(frameCount))
    })
    command.on('end', (_stdout, stderr) => settle(ok(stderr ?? '')))
    command.on('error', (error, _stdout, stderr) =>
      settle(fail(explainFfmpeg(stderr || error.message, job.doing, job.out ?? ffmpeg.path))),
    )
    signal.addEventListener('abort', kill, { once: true })
    if (job.out) command.save(job.out)
    else command.format('null').save('-')
  })
}

/**
 * Without fluent-ffmpeg's own question, before the first command, for all formats and encoders: two more starts of
 * ffmpeg that the first video would wait for. What is needed was looked for when ffmpeg was located, and what is missing
 * all the same, ffmpeg says itself. The method is private, of a library that does not change any more.
 */
const trusting = <Command extends object>(command: Command): Command =>
  Object.assign(command, { _checkCapabilities: (done: () => void) => done() })
