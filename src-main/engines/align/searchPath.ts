import { type Features, featureSize } from './features.ts'
import type { Lattice } from './lattice.ts'
import { distanceTo, type Models } from './models.ts'

/** What the recording says when. */
export interface Path {
  /** The node that each frame is in, -1 for silence. */
  readonly node: Int32Array
  /** The written word that each frame is in, -1 for silence. */
  readonly word: Int32Array
  /** When each junction is passed. */
  readonly passed: Passage
  /** Mean cost of a frame; Infinity when no way through was found. */
  readonly cost: number
  /** What each frame would cost in the model that fits it best. */
  readonly bestFit: Float32Array
}

/** Frames in which each junction is passed: at once, or from the begin to the end of a silence. */
export interface Passage {
  readonly from: Float64Array
  readonly to: Float64Array
}

// Costs, in units of the mean distance of two frames; found by experiment.
const stay = 0.15
const skipOne = 0.15
const skipTwo = 0.4
const enterSilence = 0.5
const silenceBase = 0.1
const silenceSlope = 3
const silenceMost = 2.5
/** What an unforeseen frame costs beyond the model that fits it best. */
const fillerPenalty = 0.3

const never = 1e9
/** Back pointers of a node: how many nodes back (0 to 3), or in from the junction to one of the first three nodes. */
const fromJunction = 4
/** Back pointers of a junction and of its silence: an arc's index, or one of these. */
const fromSilence = -1
const fromStart = -2

/** Frames [from, to) in which an arc or a junction is looked at. */
interface Window {
  readonly from: number
  readonly to: number
}

/** The search's memory of how every score came about. */
interface Trace {
  readonly arcs: readonly Window[]
  readonly junctions: readonly Window[]
  /** Back pointers of arc a at frame t begin at `nodeOffset[a] + (t - arcs[a].from) * count`. */
  readonly nodeOffset: readonly number[]
  readonly nodeBack: Uint8Array
  /** Those of junction j at frame t are at `junctionOffset[j] + t - junctions[j].from`. */
  readonly junctionOffset: readonly number[]
  readonly junctionBack: Int32Array
  readonly silenceBack: Int32Array
}

/**
 * The cheapest way through the lattice for the recording: dynamic time warping as a Viterbi search, in which a node may
 * be stayed in or skipped, and silence may lie at every junction.
 * @param loud loudness of each frame, from 0 (silent) to 1
 * @param expected when each junction is passed, as far as is known
 * @param reach frames that it may be away from there
 */
export function searchPath(
  lattice: Lattice,
  recording: Features,
  loud: Float32Array,
  models: Models,
  expected: Passage,
  reach: number,
): Path {
  const { arcs, model } = lattice
  const { frames } = recording
  const junctions = lattice.junctionAt.length
  const trace = openTrace(lattice, expected, frames, reach)
  const incoming: number[][] = Array.from({ length: junctions }, () => [])
  arcs.forEach((arc, a) => {
    incoming[arc.to]!.push(a)
  })
  const score = new Float32Array(model.length).fill(never)
  const silence = new Float32Array(junctions).fill(never)
  /** Cost of standing at each junction before the frame at hand. */
  const entry = new Float32Array(junctions).fill(never)
  const distance = new Float32Array(models.count)
  const bestFits = new Float32Array(frames)

  /** The arc by which junction j is reached at the least cost, from the scores of the frame before. */
  function bestArc(j: number): number {
    let best = never
    let by = fromStart
    for (const a of incoming[j]!) {
      const cost = score[arcs[a]!.first + arcs[a]!.count - 1]!
      if (cost >= best) continue
      best = cost
      by = a
    }
    return by
  }

  function passJunction(j: number, t: number, silent: number): void {
    const slot = trace.junctionOffset[j]! + t - trace.junctions[j]!.from
    const by = bestArc(j)
    const arriving = by >= 0 ? score[arcs[by]!.first + arcs[by]!.count - 1]! : t === 0 && j === 0 ? 0 : never
    const resting = silence[j]!
    entry[j] = Math.min(resting, arriving)
    trace.junctionBack[slot] = resting < arriving ? fromSilence : by
    const stays = resting <= arriving + enterSilence
    silence[j] = Math.min(never, (stays ? resting : arriving + enterSilence) + silent)
    trace.silenceBack[slot] = stays ? fromSilence : by
  }

  function passArc(a: number, t: number, bestFit: number): void {
    const arc = arcs[a]!
    const slot = trace.nodeOffset[a]! + (t - trace.arcs[a]!.from) * arc.count
    const into = entry[arc.from]!
    // Downwards, so that the nodes below still have their scores of the frame before.
    for (let i = arc.count - 1; i >= 0; i--) {
      const node = arc.first + i
      let best = score[node]! + (arc.filler ? 0 : stay)
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
      if (best >= never) score[node] = never
      else score[node] = best + (arc.filler ? bestFit + fillerPenalty : distance[model[node]!]!)
    }
  }

  const openJunctions = new Sweep(trace.junctions)
  const openArcs = new Sweep(trace.arcs)
  for (let t = 0; t < frames; t++) {
    const bestFit = modelDistances(recording.data, t, models, distance)
    bestFits[t] = bestFit
    const silent = silenceCost(recording.data, t, loud[t]!, models)
    openJunctions.advance(t, (j) => {
      entry[j] = never
      silence[j] = never
    })
    for (const j of openJunctions.open) passJunction(j, t, silent)
    openArcs.advance(t, (a) => score.fill(never, arcs[a]!.first, arcs[a]!.first + arcs[a]!.count))
    for (const a of openArcs.open) passArc(a, t, bestFit)
  }

  const end = junctions - 1
  const by = bestArc(end)
  const arriving = by >= 0 ? score[arcs[by]!.first + arcs[by]!.count - 1]! : never
  const cost = Math.min(arriving, silence[end]!)
  if (cost >= never) return { ...noPath(frames, junctions), cost: Number.POSITIVE_INFINITY, bestFit: bestFits }
  return {
    ...traceBack(lattice, trace, frames, silence[end]! < arriving ? fromSilence : by),
    cost: cost / frames,
    bestFit: bestFits,
  }
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

function openTrace({ arcs, junctionAt }: Lattice, expected: Passage, frames: number, reach: number): Trace {
  const junctions = junctionAt.length
  const clip = (t: number) => Math.max(0, Math.min(frames, Math.round(t)))
  const between = (first: number, last: number): Window => ({
    from: first === 0 ? 0 : clip(expected.from[first]! - reach),
    to: last === junctions - 1 ? frames : clip(expected.to[last]! + reach),
  })
  const arcWindows = arcs.map((arc) => between(arc.from, arc.to))
  const junctionWindows = Array.from({ length: junctions }, (_, j) => between(j, j))
  const nodeOffset = offsets(arcWindows.map(({ from, to }, a) => (to - from) * arcs[a]!.count))
  const junctionOffset = offsets(junctionWindows.map(({ from, to }) => to - from))
  return {
    arcs: arcWindows,
    junctions: junctionWindows,
    nodeOffset,
    nodeBack: new Uint8Array(nodeOffset.at(-1)!),
    junctionOffset,
    junctionBack: new Int32Array(junctionOffset.at(-1)!),
    silenceBack: new Int32Array(junctionOffset.at(-1)!),
  }
}

/** Where each of several parts begins when they lie one after the other; the last entry is the whole length. */
function offsets(lengths: readonly number[]): number[] {
  let sum = 0
  return [0, ...lengths.map((length) => (sum += Math.max(0, length)))]
}

const noPath = (frames: number, junctions: number) => ({
  node: new Int32Array(frames).fill(-1),
  word: new Int32Array(frames).fill(-1),
  passed: { from: new Float64Array(junctions), to: new Float64Array(junctions) },
})

/** Follows the back pointers from the last junction, which is reached `by` an arc or out of its silence. */
function traceBack(
  { arcs, junctionAt }: Lattice,
  trace: Trace,
  frames: number,
  last: number,
): Omit<Path, 'cost' | 'bestFit'> {
  const junctions = junctionAt.length
  const { node, word, passed } = noPath(frames, junctions)
  passed.from.fill(Number.NaN)
  passed.to.fill(Number.NaN)
  let junction = junctions - 1
  let by = last
  // Frames 0 to t - 1 are still to be explained.
  let t = frames
  passed.to[junction] = t
  for (;;) {
    while (by === fromSilence) {
      t--
      by = trace.silenceBack[trace.junctionOffset[junction]! + t - trace.junctions[junction]!.from]!
    }
    passed.from[junction] = t
    if (by === fromStart) break
    const arc = arcs[by]!
    for (let i = arc.count - 1; ; ) {
      t--
      node[t] = arc.first + i
      word[t] = arc.word
      const back = trace.nodeBack[trace.nodeOffset[by]! + (t - trace.arcs[by]!.from) * arc.count + i]!
      if (back >= fromJunction) break
      i -= back
    }
    junction = arc.from
    passed.to[junction] = t
    by = trace.junctionBack[trace.junctionOffset[junction]! + t - trace.junctions[junction]!.from]!
  }
  return { node, word, passed }
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
