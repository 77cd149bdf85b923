import { decodeSamples, type MonoSound } from '#shared/wav.ts'
import type { PcmFormat } from './labelledPcm.ts'

/**
 * How much alike neighbouring samples are, from -1 to 1, at the least. Speech has more than 0.3 at any rate; compressed
 * sound and other files, read as samples, have next to none.
 */
const leastAlike = 0.1

/** Reads bare samples; undefined where they are none that can be read, or noise. */
export function decodePcm(bytes: Uint8Array, format: PcmFormat): MonoSound | undefined {
  if (!isReadable(format)) return undefined
  const asTold = decodeSamples(bytes, format)
  const { sampleRate } = format
  const alike = likeness(asTold)
  if (format.anyOrder && format.bits > 8) {
    const turned = decodeSamples(turnBytes(bytes, format.bits / 8), format)
    const other = likeness(turned)
    if (other > alike) return other >= leastAlike ? { samples: turned, sampleRate } : undefined
  }
  return alike >= leastAlike ? { samples: asTold, sampleRate } : undefined
}

const isReadable = ({ float, bits, channels, sampleRate }: PcmFormat) =>
  (float ? [32, 64] : [8, 16, 24, 32]).includes(bits) &&
  channels >= 1 &&
  channels <= 8 &&
  sampleRate >= 4000 &&
  sampleRate <= 192_000

/** The samples' correlation with those that follow them; 1 for silence, which is no noise. */
function likeness(samples: Float32Array): number {
  let product = 0
  let power = 0
  for (let at = 1; at < samples.length; at++) {
    const sample = samples[at]!
    product += sample * samples[at - 1]!
    power += sample * sample
  }
  return power === 0 ? 1 : product / power
}

function turnBytes(bytes: Uint8Array, width: number): Uint8Array {
  const turned = new Uint8Array(bytes.length - (bytes.length % width))
  for (let at = 0; at < turned.length; at++) turned[at] = bytes[at - (at % width) + width - 1 - (at % width)]!
  return turned
}
