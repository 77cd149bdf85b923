/** Seconds of one frame: two or three periods of a low voice. */
const frameLength = 0.03
/** Seconds to either side in which the best place for the next frame is looked for: one period of a low voice. */
const reach = 0.0125
/** Candidates and samples that are compared first: every so many. */
const coarse = 4

/**
 * Makes speech faster or slower without changing its pitch: WSOLA (Verhelst and Roelands, "An overlap-add technique
 * based on waveform similarity", ICASSP 1993). Frames are taken from where they fit what came before best.
 *
 * @param speed 2 is twice as fast
 * @returns round(samples.length / speed) samples
 */
export function stretchSpeech(samples: Float32Array, sampleRate: number, speed: number): Float32Array {
  const hop = Math.round((frameLength * sampleRate) / 2)
  const search = Math.round(reach * sampleRate)
  const stretched = new Float32Array(Math.round(samples.length / speed))
  const window = Float32Array.from({ length: 2 * hop }, (_, at) => 0.5 - 0.5 * Math.cos((Math.PI * at) / hop))
  let taken = 0
  for (let to = -hop; to < stretched.length; to += hop) {
    const wanted = Math.round(to * speed)
    // The frame that would follow the last one in the original: what is taken should look like it.
    taken = to <= 0 ? wanted : bestMatch(samples, taken + hop, wanted, hop, search)
    for (let at = Math.max(0, -to); at < 2 * hop && to + at < stretched.length; at++) {
      stretched[to + at]! += window[at]! * (samples[taken + at] ?? 0)
    }
  }
  return stretched
}

/** The place within `search` of `wanted` where `length` samples resemble those at `like` most. */
function bestMatch(samples: Float32Array, like: number, wanted: number, length: number, search: number): number {
  const around = (centre: number, span: number, step: number) => {
    let best = centre
    let most = -Infinity
    for (let place = centre - span; place <= centre + span; place += step) {
      const alike = similarity(samples, like, place, length, step)
      if (alike > most) {
        most = alike
        best = place
      }
    }
    return best
  }
  return around(around(wanted, search, coarse), coarse - 1, 1)
}

/**
 * How alike two stretches of sound are, up to a factor that is the same for every `other`; looks at every `step`th
 * sample.
 */
function similarity(samples: Float32Array, one: number, other: number, length: number, step: number): number {
  let product = 0
  let power = 1e-9
  for (let at = 0; at < length; at += step) {
    const sample = samples[other + at] ?? 0
    product += (samples[one + at] ?? 0) * sample
    power += sample * sample
  }
  return product / Math.sqrt(power)
}
