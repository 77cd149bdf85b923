import type { Artifact, Receipt, TimingFallback, TimingSource } from '#shared/domain.ts'
import { formatDuration, formatSize } from '#shared/format.ts'
import type { Screen } from '../screen.ts'

const timings: Record<TimingSource, string> = {
  engine: 'exact, from the voice itself',
  aligned: 'aligned with the recording',
  transcribed: 'heard by a transcription service',
  shares: 'shares by characters between heard pauses',
}

const fallbacks: Record<TimingFallback, string> = {
  language: 'no aligner speaks the language',
  mismatch: 'it is not sure that the recording says the text',
  short: 'the recording is too short to hold a word',
  service: 'the transcription service did not answer',
}

/** What was measured of every finished file, one block each. */
export function showReceipts(artifacts: readonly Artifact[], screen: Screen): string {
  return artifacts
    .flatMap((artifact) => (artifact.receipt ? [showReceipt(artifact, artifact.receipt, screen)] : []))
    .join('')
}

function showReceipt({ name, size }: Artifact, receipt: Receipt, screen: Screen): string {
  const { loudness, truePeak, duration, picture, captions, timing, timingFallback } = receipt
  const peak = truePeak === null ? 'silence' : `${truePeak.toFixed(1)} dBTP`
  const rows: [string, string][] = [
    ['Sound', `${loudness.toFixed(1)} LUFS, true peak ${peak}, ${formatDuration(duration)}`],
    ...(picture ? pictureRows(picture) : []),
    ...(captions ? [['Captions', captionFacts(captions)] as [string, string]] : []),
    ['Word times', timings[timing] + (timingFallback ? `, because ${fallbacks[timingFallback]}` : '')],
    ['Size', formatSize(size)],
  ]
  const lines = rows.map(([label, fact]) => `  ${screen.paint('dim', label.padEnd(11))}${fact}\n`)
  return `${screen.paint('bold', name)}\n${lines.join('')}`
}

function captionFacts({ missing, shrunk }: NonNullable<Receipt['captions']>): string {
  const facts = [
    ...(missing.length > 0 ? [`without ${missing.map((glyph) => `“${glyph}”`).join(', ')}, which no font has`] : []),
    ...shrunk.map(({ text, share }) => `“${text}” at ${Math.round(share * 100)} % of their size`),
  ]
  return facts.length > 0 ? facts.join('; ') : 'nothing missing, nothing too long for its line'
}

function pictureRows(picture: NonNullable<Receipt['picture']>): [string, string][] {
  const { width, height, pictures, rate, outlasts, encoder, fallback } = picture
  const apart = `${Math.abs(outlasts * 1000).toFixed(0)} ms ${outlasts < 0 ? 'shorter' : 'longer'} than the sound`
  return [
    ['Picture', `${width}x${height}, ${pictures} pictures at ${rate} a second, ${apart}`],
    ['Encoder', fallback === undefined ? encoder : `${encoder}, because ${fallback}`],
  ]
}
