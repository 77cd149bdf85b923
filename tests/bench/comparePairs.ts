import { existsSync, readFileSync } from 'node:fs'

/** What some work took, in seconds: of the clock, and of all cores together (NaN where the system doesn't tell). */
export interface Cost {
  readonly wall: number
  readonly cpu: number
}

/** Medians of two ways to do the same, and the median of design / floor, pair by pair. */
export interface Pairs {
  readonly floor: Cost
  readonly design: Cost
  /** What else the machine does falls on both of a pair; where that is much, only `cpu` still tells. */
  readonly ratio: Cost
}

/** Runs a design and its floor `rounds` times each, in alternating order. */
export async function comparePairs(
  floor: () => Promise<unknown>,
  design: () => Promise<unknown>,
  rounds = 3,
): Promise<Pairs> {
  const pairs: { floor: Cost; design: Cost }[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await costOf(floor)
      pairs.push({ floor: first, design: await costOf(design) })
    } else {
      const first = await costOf(design)
      pairs.push({ design: first, floor: await costOf(floor) })
    }
  }
  const medians = (pick: (pair: { floor: Cost; design: Cost }, part: keyof Cost) => number): Cost => ({
    wall: median(pairs.map((pair) => pick(pair, 'wall'))),
    cpu: median(pairs.map((pair) => pick(pair, 'cpu'))),
  })
  return {
    floor: medians((pair, part) => pair.floor[part]),
    design: medians((pair, part) => pair.design[part]),
    ratio: medians((pair, part) => pair.design[part] / pair.floor[part]),
  }
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [time, cpu] = [performance.now(), cpuSeconds()]
  await work()
  return { wall: (performance.now() - time) / 1000, cpu: cpuSeconds() - cpu }
}

/** Seconds that this process and all children that have ended worked so far (proc(5), `stat`, fields 14 to 17). */
function cpuSeconds(): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A hundred ticks a second on every Linux that Node runs on.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
