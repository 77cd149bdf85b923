import { type Format, fps, frames, type JobKind, type Receipt } from './domain.ts'

/** LUFS and dBTP that every finished sound keeps to. */
export const loudnessTarget = { integrated: -14, tolerance: 0.5, truePeak: -1 } as const

/** Sound shorter than this can have no integrated loudness of its own (BS.1770's block is 0.4 s), so none is asked of it. */
const shortestMeasured = 0.4

/** What of the specification a file misses, in words; empty when it keeps to all of it. */
export function missesOf(receipt: Receipt, kind: JobKind, format: Format): string[] {
  const misses: string[] = []
  const { loudness, truePeak, picture } = receipt
  const audible = truePeak !== null && receipt.duration >= shortestMeasured
  if (audible && Math.abs(loudness - loudnessTarget.integrated) > loudnessTarget.tolerance)
    misses.push(`a loudness of ${loudness} LUFS`)
  if (truePeak !== null && truePeak > loudnessTarget.truePeak) misses.push(`a true peak of ${truePeak} dBTP`)
  if (format !== 'mp4') return misses
  if (!picture) return [...misses, 'no picture']
  const { width, height } = frames[kind]
  if (picture.width !== width || picture.height !== height) misses.push(`${picture.width}x${picture.height} pixels`)
  if (Math.abs(picture.rate - fps) > 0.001) misses.push(`${picture.rate} pictures a second`)
  if (Math.abs(picture.outlasts) > 1 / fps) misses.push(`picture and sound ${picture.outlasts.toFixed(3)} s apart`)
  return misses
}
