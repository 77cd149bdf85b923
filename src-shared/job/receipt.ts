import { canvasSizes, type Format, fps, type JobKind, type Receipt } from '../domain.ts'
import { type Phrase, phrase } from '../phrases.ts'

/** LUFS and dBTP that every finished sound keeps to. */
export const loudnessTarget = { integrated: -14, tolerance: 0.5, truePeak: -1 } as const

/** Sound shorter than this can have no integrated loudness of its own (BS.1770's block is 0.4 s), so none is asked of it. */
const shortestMeasured = 0.4

/** What of the specification a file misses, in words; empty when it keeps to all of it. */
export function missesOf(receipt: Receipt, kind: JobKind, format: Format): Phrase[] {
  const misses: Phrase[] = []
  const { loudness, truePeak, picture } = receipt
  const audible = truePeak !== null && receipt.duration >= shortestMeasured
  if (audible && Math.abs(loudness - loudnessTarget.integrated) > loudnessTarget.tolerance)
    misses.push(phrase('MISSED_LOUDNESS', { loudness }))
  if (truePeak !== null && truePeak > loudnessTarget.truePeak) misses.push(phrase('MISSED_PEAK', { peak: truePeak }))
  if (format !== 'mp4') return misses
  if (!picture) return [...misses, phrase('MISSED_PICTURE')]
  const { width, height } = canvasSizes[kind]
  if (picture.width !== width || picture.height !== height)
    misses.push(phrase('MISSED_SIZE', { width: picture.width, height: picture.height }))
  if (Math.abs(picture.rate - fps) > 0.001) misses.push(phrase('MISSED_RATE', { rate: picture.rate }))
  if (Math.abs(picture.outlasts) > 1 / fps)
    misses.push(phrase('MISSED_LENGTH', { seconds: picture.outlasts.toFixed(3) }))
  return misses
}
