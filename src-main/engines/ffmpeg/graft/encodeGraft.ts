import { open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type BandSource, graft } from '#engines/h264/graft.ts'
import { UnsupportedStream } from '#engines/h264/syntax/unsupportedStream.ts'
import type { EncodeReport } from '#ports/VideoEncoder.ts'
import { fps } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { fileError } from '#shared/fileError.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Ffmpeg } from '../process/locateFfmpeg.ts'
import { pipeFfmpeg } from '../process/pipeFfmpeg.ts'
import type { EncodeRequest } from '../scene/encodeRequest.ts'
import { bandJobs } from './bandJobs.ts'
import { codedPictures, type GraftPlan, idrPeriod, planGraft } from './planGraft.ts'
import { writeMp4 } from './writeMp4.ts'

/** The scene can't be rendered by strip graft, and why, in words for the receipt. */
export interface Refusal {
  readonly refused: string
}

/**
 * Draws a scene by strip graft (see h264/graft.ts): bands are encoded apart while one stream is made of them. Refuses
 * what moves as a whole, and streams that aren't as they should be. Fails as VideoEncoder does; whatever comes of it,
 * no process and, but for a success, no file is left.
 */
export async function encodeGraft(
  ffmpeg: Ffmpeg,
  request: EncodeRequest,
  signal: AbortSignal,
): Promise<Result<EncodeReport | Refusal>> {
  const { scene, out } = request
  if (scene.motion) return ok({ refused: 'the background moves' })
  if (scene.changes) return ok({ refused: 'the background changes' })
  if (signal.aborted) return fail(appError('CANCELLED'))
  try {
    const plan = await planGraft(scene, scene.captions && linesOf(scene.captions.ass))
    const done = await run(ffmpeg, request, plan, signal)
    if (!done.ok || 'refused' in done.value) await rm(out, { force: true })
    return done
  } catch (error) {
    await rm(out, { force: true })
    return fail(fileError(error, out))
  }
}

async function run(
  ffmpeg: Ffmpeg,
  { scene, out, options }: EncodeRequest,
  plan: GraftPlan,
  signal: AbortSignal,
): Promise<Result<EncodeReport | Refusal>> {
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const jobs = bandJobs(scene, plan, options.threads)
  const runs = jobs.map((job) => pipeFfmpeg(ffmpeg, job, either))
  const streams = new Map<unknown, Readable>()
  jobs.forEach((job, i) => {
    for (const [j, planned] of job.bands.entries()) streams.set(planned, runs[i]!.outputs[j]!)
  })
  const sources = plan.bands.map((planned): BandSource => {
    const coded = codedPictures(planned, plan)
    return { band: planned.band, stream: streams.get(planned)!, codes: (n) => coded?.has(n) ?? true }
  })
  let wrong: unknown
  try {
    const { width, height, frameCount } = scene
    const units = graft({ width, height, pictures: frameCount, idrPeriod, rate: fps }, sources)
    await writeMp4(units, out, scene, (done) => options.onFrames?.(done))
  } catch (error) {
    wrong = error
    // One that failed by itself says more than a stream that ended early; it is given the time to say it.
    await Promise.race([Promise.all(runs.map(({ ended }) => ended)), wait(200)])
    stop.abort()
  }
  for (const stream of streams.values()) stream.destroy()
  const ends = await Promise.all(runs.map(({ ended }) => ended))
  if (signal.aborted) return fail(appError('CANCELLED'))
  const failed = ends.find((end) => !end.ok && end.error.code !== 'CANCELLED')
  if (failed && !failed.ok) return failed
  if (wrong instanceof UnsupportedStream) return ok({ refused: wrong.message })
  if (wrong) throw wrong
  return ok({ encoder: 'x264 strip graft' })
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const handle = await open(file)
  try {
    yield* handle.readLines()
  } finally {
    await handle.close()
  }
}
