import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import type { Ffmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'

/** What figures belong to: the day and the machine, and how busy it was, in one line. */
export function describeMachine(ffmpeg: Ffmpeg): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const programs = `Node ${process.versions.node}, ffmpeg ${ffmpeg.version} (${ffmpeg.source})`
  const load = loadavg()[0]!.toFixed(1)
  const day = new Date().toISOString().slice(0, 10)
  return `${day}; ${availableParallelism()} cores (${model}), ${memory}, ${platform()} ${release()}; ${programs}; load before ${load}`
}
