import type { Lattice } from './lattice.ts'
import { type Features, featureSize } from './sound/features.ts'
import { audible, type Recording } from './sound/recording.ts'
import type { Path } from './trace.ts'

/** What a third of a phone sounds like: a mean each, and one weight per dimension for all of them. */
export interface Models {
  readonly count: number
  /** count x featureSize */
  readonly mean: Float32Array
  /** featureSize */
  readonly weight: Float32Array
  /** What the pauses sound like, once enough of them are known. */
  readonly silence?: Float32Array
}

/** Slopes count less than the cepstra themselves. */
const slopeWeight = 0.7
/** Frames that the reference weighs in each mean, so that a rare phone stays what it should be. */
const referenceFrames = 6
const smallestVariance = 0.1
/** Frames of silence from which on its sound can be told. */
const enoughSilence = 10

/** Weights before any variance is known; two random frames of speech are then about 1 apart. */
const plainWeights: Float32Array = (() => {
  const weight = Float32Array.from({ length: featureSize }, (_, k) => (k < featureSize / 2 ? 1 : slopeWeight))
  const sum = 2 * weight.reduce((a, b) => a + b, 0)
  return weight.map((w) => w / sum)
})()

/** Means of frames that are given to models one by one, on top of what they start from. */
class Means {
  readonly mean: Float32Array
  readonly #frames: Float32Array

  /** Each model starts as `frames` frames of `start`. */
  constructor(count: number, start?: Float32Array, frames = 0) {
    this.mean = start ? start.map((x) => x * frames) : new Float32Array(count * featureSize)
    this.#frames = new Float32Array(count).fill(frames)
  }
  add(model: number, data: Float32Array, frame: number): void {
    this.#frames[model]!++
    for (let k = 0; k < featureSize; k++) this.mean[model * featureSize + k]! += data[frame * featureSize + k]!
  }
  finish(): Float32Array {
    return this.mean.map((sum, i) => sum / Math.max(1, this.#frames[Math.floor(i / featureSize)]!))
  }
}

/** Models of the reference voice, before anything is known of the recording. */
export function referenceModels(lattice: Lattice, reference: Features): Models {
  const means = new Means(lattice.models)
  lattice.model.forEach((model, node) => {
    const frame = Math.min(reference.frames - 1, Math.round(lattice.referenceAt[node]! / reference.hop))
    if (model >= 0) means.add(model, reference.data, frame)
  })
  return { count: lattice.models, mean: means.finish(), weight: plainWeights }
}

/**
 * Models of the recording's own speaker, from the frames that `path` gives to each, leaning on the reference's where it
 * gives few.
 */
export function learnModels(
  lattice: Lattice,
  { features: recording, loud }: Recording,
  path: Path,
  reference: Models,
): Models {
  const { count } = reference
  const means = new Means(count, reference.mean, referenceFrames)
  const pause = new Means(1)
  const modelAt = Int32Array.from(path.node, (node) => (node < 0 ? -1 : lattice.model[node]!))
  let pauseFrames = 0
  path.node.forEach((node, frame) => {
    if (modelAt[frame]! >= 0) means.add(modelAt[frame]!, recording.data, frame)
    // What is loud is no pause, but speech that is not in the text.
    if (node >= 0 || loud[frame]! > audible) return
    pause.add(0, recording.data, frame)
    pauseFrames++
  })
  const mean = means.finish()
  const weight = weightsFrom(mean, modelAt, recording)
  return { count, mean, weight, ...(pauseFrames < enoughSilence ? {} : { silence: pause.finish() }) }
}

/** The less a dimension varies within the models, the more it counts. */
function weightsFrom(mean: Float32Array, modelAt: Int32Array, { data }: Features): Float32Array {
  const squares = new Float64Array(featureSize)
  let frames = 0
  modelAt.forEach((model, frame) => {
    if (model < 0) return
    frames++
    for (let k = 0; k < featureSize; k++)
      squares[k]! += (data[frame * featureSize + k]! - mean[model * featureSize + k]!) ** 2
  })
  return plainWeights.map((w, k) => (0.5 * w) / Math.max(smallestVariance, squares[k]! / Math.max(1, frames)))
}

/** Weighted squared distance of a frame to a model; about 1 between random frames of speech at first, less once weights are learnt. */
export function distanceTo({ mean, weight }: Models, model: number, data: Float32Array, frame: number): number {
  const a = model * featureSize
  const b = frame * featureSize
  let sum = 0
  for (let k = 0; k < featureSize; k++) {
    const difference = data[b + k]! - mean[a + k]!
    sum += weight[k]! * difference * difference
  }
  return sum
}
