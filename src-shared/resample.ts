const zeroCrossings = 16

/**
 * Another sample rate by band-limited interpolation (a sinc under a Hann window, 16 zero crossings each way).
 * @param samples mono
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples
  const step = from / to
  const cutoff = Math.min(1, to / from)
  const reach = zeroCrossings / cutoff
  const out = new Float32Array(Math.floor(samples.length / step))
  const kernel = tabulate(cutoff, reach)
  for (let i = 0; i < out.length; i++) {
    const centre = i * step
    const first = Math.max(0, Math.ceil(centre - reach))
    const last = Math.min(samples.length - 1, Math.floor(centre + reach))
    let sum = 0
    for (let k = first; k <= last; k++) sum += samples[k]! * kernel[Math.round(Math.abs(k - centre) * perSample)]!
    out[i] = sum
  }
  return out
}

/** Entries of the kernel's table for each sample of distance. */
const perSample = 512

function tabulate(cutoff: number, reach: number): Float32Array {
  return Float32Array.from({ length: Math.ceil(reach * perSample) + 1 }, (_, i) => {
    const distance = i / perSample
    const angle = Math.PI * distance * cutoff
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle
    return cutoff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * Math.min(distance, reach)) / reach))
  })
}
