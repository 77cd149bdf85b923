import type { Lattice } from './lattice.ts'

/** Frames in which each junction is passed: at once, or from the begin to the end of a pause. */
export interface Passage {
  readonly from: Float64Array
  readonly to: Float64Array
}

/** Frames [from, to) in which an arc or a junction is looked at. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** Back pointers of a node: how many nodes back (0 to 3), or in from the junction to one of the first three nodes. */
export const fromJunction = 4
/** Back pointers of a junction and of its pause: an arc's index, or one of these. */
export const fromPause = -1
export const fromStart = -2
export const fromOmission = -3

/** The search's memory of how every score came about. */
export interface Trace {
  readonly arcs: readonly Window[]
  readonly junctions: readonly Window[]
  /** Back pointers of arc a at frame t begin at `nodeOffset[a] + (t - arcs[a].from) * count`. */
  readonly nodeOffset: readonly number[]
  readonly nodeBack: Uint8Array
  /** Those of junction j before frame t are at `junctionOffset[j] + t - junctions[j].from`. */
  readonly junctionOffset: readonly number[]
  readonly junctionBack: Int32Array
  readonly pauseBack: Int32Array
}

/**
 * Room for the back pointers of a search.
 * @param within frames within which each junction must be passed
 */
export function openTrace({ arcs, junctionAt }: Lattice, within: Passage, frames: number): Trace {
  const junctions = junctionAt.length
  const clip = (t: number) => Math.max(0, Math.min(frames, Math.round(t)))
  const between = (first: number, last: number, end: number): Window => ({
    from: first === 0 ? 0 : clip(within.from[first]!),
    to: last === junctions - 1 ? end : Math.min(end, clip(within.to[last]!) + 1),
  })
  const arcWindows = arcs.map((arc) => between(arc.from, arc.to, frames))
  // A junction may also be passed after the last frame.
  const junctionWindows = Array.from({ length: junctions }, (_, j) => between(j, j, frames + 1))
  const nodeOffset = offsets(arcWindows.map(({ from, to }, a) => (to - from) * arcs[a]!.count))
  const junctionOffset = offsets(junctionWindows.map(({ from, to }) => to - from))
  return {
    arcs: arcWindows,
    junctions: junctionWindows,
    nodeOffset,
    nodeBack: new Uint8Array(nodeOffset.at(-1)!),
    junctionOffset,
    junctionBack: new Int32Array(junctionOffset.at(-1)!),
    pauseBack: new Int32Array(junctionOffset.at(-1)!),
  }
}

/** Where each of several parts begins when they lie one after the other; the last entry is the whole length. */
function offsets(lengths: readonly number[]): number[] {
  let sum = 0
  return [0, ...lengths.map((length) => (sum += Math.max(0, length)))]
}

/** The way that was taken: by frames, and by junctions. */
export interface Way {
  /** The node that each frame is in, -1 for a pause. */
  readonly node: Int32Array
  /** The written word that each frame is in, -1 for a pause. */
  readonly word: Int32Array
  /** When each junction is passed; NaN for those beside the way. */
  readonly passed: Passage
}

/** What the recording says when. */
export interface Path extends Way {
  /** Mean cost of a frame; Infinity when no way through was found. */
  readonly cost: number
  /** What each frame would cost in the model that fits it best. */
  readonly bestFit: Float32Array
}

/** A way that leads nowhere. */
export const noWay = (frames: number, junctions: number): Way => ({
  node: new Int32Array(frames).fill(-1),
  word: new Int32Array(frames).fill(-1),
  passed: { from: new Float64Array(junctions).fill(Number.NaN), to: new Float64Array(junctions).fill(Number.NaN) },
})

/** Follows the back pointers from the last junction after the last frame to the first one before the first. */
export function traceBack({ arcs, junctionAt, omits }: Lattice, trace: Trace, frames: number): Way {
  const way = noWay(frames, junctionAt.length)
  const { node, word, passed } = way
  const slot = (junction: number, t: number) => trace.junctionOffset[junction]! + t - trace.junctions[junction]!.from
  // Frames 0 to t - 1 are still to be explained.
  let t = frames
  for (let junction = junctionAt.length - 1; ; ) {
    passed.to[junction] = t
    let by = trace.junctionBack[slot(junction, t)]!
    while (by === fromPause) {
      t--
      by = trace.pauseBack[slot(junction, t)]!
    }
    passed.from[junction] = t
    if (by === fromStart) return way
    if (by === fromOmission) {
      junction = omits[junction]!
      continue
    }
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
  }
}
