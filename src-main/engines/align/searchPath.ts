import type { Lattice } from './lattice.ts'
import { distanceTo, type Models } from './models.ts'
import { featureSize } from './sound/features.ts'
import type { Recording } from './sound/recording.ts'
import {
  fromJunction,
  fromOmission,
  fromPause,
  fromStart,
  noWay,
  openTrace,
  type Passage,
  type Path,
  traceBack,
  type Window,
} from './trace.ts'

// Costs, in units of the mean distance of two frames; found by experiment.
const stay = 0.15
const skipOne = 0.15
const skipTwo = 0.4
const enterPause = 0.5
const silenceBase = 0.1
const silenceSlope = 3
const silenceMost = 2.5
/** What a frame of a word that is read in an unforeseen way costs beyond the model that fits it best. */
const fillerPenalty = 0.3
/** What it costs to leave a word out, at all and for each of its frames. */
const omission = { once: 2, frame: 0.2 }
/** Ways that cost so much more than the best one so far are given up: it may be wrong, but for no longer than seconds. */
const beam = 60

const never = 1e9

/** What one search is held to. */
export interface SearchLimits {
  /** Frames within which each junction must be passed. */
  readonly within: Passage
  /** What a frame of speech that is not in the text costs beyond the model that fits it best. */
  readonly strangePenalty: number
}

/**
 * The cheapest way through the lattice for the recording: dynamic time warping (Sakoe and Chiba, 1978) as a Viterbi
 * search with a beam, in which a node may be stayed in or skipped, and a pause may lie at every junction.
 */
export function searchPath(
  lattice: Lattice,
  { features, loud }: Recording,
  models: Models,
  { within, strangePenalty }: SearchLimits,
): Path {
  const { arcs, model, omits, junctionAt } = lattice
  const { frames, data } = features
  const junctions = junctionAt.length
  const trace = openTrace(lattice, within, frames)
  const incoming: number[][] = Array.from({ length: junctions }, () => [])
  arcs.forEach((arc, a) => {
    incoming[arc.to]!.push(a)
  })
  const score = new Float32Array(model.length).fill(never)
  const least = new Float32Array(arcs.length).fill(never)
  const pause = new Float32Array(junctions).fill(never)
  /** Cost of standing at each junction before the frame at hand. */
  const entry = new Float32Array(junctions).fill(never)
  const distance = new Float32Array(models.count)
  const bestFits = new Float32Array(frames)
  /** The least cost of any way so far, and what may still be looked at. */
  let lead = 0
  let limit = beam

  function passJunction(j: number, t: number, resting: number): void {
    const slot = trace.junctionOffset[j]! + t - trace.junctions[j]!.from
    let arriving = t === 0 && j === 0 ? 0 : never
    let by = fromStart
    for (const a of incoming[j]!) {
      const cost = score[arcs[a]!.first + arcs[a]!.count - 1]!
      if (cost >= arriving) continue
      arriving = cost
      by = a
    }
    const before = omits[j]!
    if (before >= 0) {
      const omitted = entry[before]! + omission.once + omission.frame * (junctionAt[j]! - junctionAt[before]!)
      if (omitted < arriving) {
        arriving = omitted
        by = fromOmission
      }
    }
    const rested = pause[j]!
    const stays = rested <= arriving + enterPause
    entry[j] = Math.min(rested, arriving)
    trace.junctionBack[slot] = rested < arriving ? fromPause : by
    pause[j] = Math.min(never, Math.min(rested, arriving + enterPause) + resting)
    trace.pauseBack[slot] = stays ? fromPause : by
    if (pause[j]! < lead) lead = pause[j]!
  }

  function passArc(a: number, t: number, bestFit: number): void {
    const { first, count, from, filler } = arcs[a]!
    const into = entry[from]!
    if (into > limit && least[a]! > limit) {
      if (least[a]! < never) score.fill(never, first, first + count)
      least[a] = never
      return
    }
    const slot = trace.nodeOffset[a]! + (t - trace.arcs[a]!.from) * count
    const staying = filler ? 0 : stay
    let lowest = never
    // Downwards, so that the nodes below still have their scores of the frame before.
    for (let i = count - 1; i >= 0; i--) {
      const node = first + i
      let best = score[node]! + staying
      let by = 0
      if (i > 0 && score[node - 1]! < best) {
        best = score[node - 1]!
        by = 1
      }
      if (i > 1 && score[node - 2]! + skipOne < best) {
        best = score[node - 2]! + skipOne
        by = 2
      }
      if (i > 2 && score[node - 3]! + skipTwo < best) {
        best = score[node - 3]! + skipTwo
        by = 3
      }
      if (i < 3) {
        const entering = into + (i === 0 ? 0 : i === 1 ? skipOne : skipTwo)
        if (entering < best) {
          best = entering
          by = fromJunction + i
        }
      }
      trace.nodeBack[slot + i] = by
      const cost = best >= never ? never : best + (filler ? bestFit + fillerPenalty : distance[model[node]!]!)
      score[node] = cost
      if (cost < lowest) lowest = cost
    }
    least[a] = lowest
    if (lowest < lead) lead = lowest
  }

  const openJunctions = new Sweep(trace.junctions)
  const openArcs = new Sweep(trace.arcs)
  for (let t = 0; t <= frames; t++) {
    const bestFit = t < frames ? modelDistances(data, t, models, distance) : 0
    const silent = t < frames ? silenceCost(data, t, loud[t]!, models) : 0
    const resting = Math.min(silent, bestFit + strangePenalty)
    limit = lead + beam
    lead = never
    openJunctions.advance(t, (j) => {
      entry[j] = never
      pause[j] = never
    })
    for (const j of openJunctions.open) passJunction(j, t, resting)
    if (t === frames) break
    bestFits[t] = bestFit
    openArcs.advance(t, (a) => {
      score.fill(never, arcs[a]!.first, arcs[a]!.first + arcs[a]!.count)
      least[a] = never
    })
    for (const a of openArcs.open) passArc(a, t, bestFit)
  }

  const cost = entry[junctions - 1]!
  if (cost >= never) return { ...noWay(frames, junctions), cost: Number.POSITIVE_INFINITY, bestFit: bestFits }
  return { ...traceBack(lattice, trace, frames), cost: cost / frames, bestFit: bestFits }
}

/** The windows that are open at a frame, in order, as the frames go by. */
class Sweep {
  readonly open = new Set<number>()
  readonly #opening: Map<number, number[]>
  readonly #closing: Map<number, number[]>

  constructor(windows: readonly Window[]) {
    const indexes = [...windows.keys()].filter((i) => windows[i]!.from < windows[i]!.to)
    this.#opening = Map.groupBy(indexes, (i) => windows[i]!.from)
    this.#closing = Map.groupBy(indexes, (i) => windows[i]!.to)
  }

  advance(t: number, onClose: (index: number) => void): void {
    for (const i of this.#closing.get(t) ?? []) {
      this.open.delete(i)
      onClose(i)
    }
    for (const i of this.#opening.get(t) ?? []) this.open.add(i)
  }
}

/** Distance of frame `t` to every model; returns the smallest. */
function modelDistances(data: Float32Array, t: number, models: Models, into: Float32Array): number {
  let least = never
  for (let m = 0; m < models.count; m++) {
    const distance = distanceTo(models, m, data, t)
    into[m] = distance
    if (distance < least) least = distance
  }
  return least
}

/** A frame is silence when it is quiet, or when it sounds like the pauses found so far. */
function silenceCost(data: Float32Array, t: number, loud: number, models: Models): number {
  const quiet = Math.min(silenceMost, silenceBase + silenceSlope * loud)
  if (!models.silence) return quiet
  let sum = silenceBase
  for (let k = 0; k < featureSize; k++)
    sum += models.weight[k]! * (data[t * featureSize + k]! - models.silence[k]!) ** 2
  return Math.min(quiet, sum)
}
