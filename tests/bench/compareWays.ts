import { existsSync, readFileSync } from 'node:fs'

/** What some work took, in seconds: of the clock, and of all cores together (NaN where the system doesn't tell). */
export interface Cost {
  readonly wall: number
  readonly cpu: number
}

/** A way to do something, over several rounds. */
export interface Measured {
  /** Medians. */
  readonly cost: Cost
  /**
   * The median of cost / cost of the floor, round by round. What else the machine does falls on both of a round; where
   * that is much, only `cpu` still tells.
   */
  readonly ratio: Cost
}

/** Does some work in several ways, `rounds` times each, the first way being the floor; every other round backwards. */
export async function compareWays<Name extends string>(
  ways: Record<Name, () => Promise<unknown>>,
  rounds: number,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(ways) as Name[]
  const costs: Record<Name, Cost>[] = []
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? names : names.toReversed()
    const taken = {} as Record<Name, Cost>
    for (const name of order) taken[name] = await costOf(ways[name])
    costs.push(taken)
  }
  const floor = names[0]!
  const medians = (pick: (round: Record<Name, Cost>, part: keyof Cost) => number): Cost => ({
    wall: median(costs.map((round) => pick(round, 'wall'))),
    cpu: median(costs.map((round) => pick(round, 'cpu'))),
  })
  const measured = (name: Name): Measured => ({
    cost: medians((round, part) => round[name][part]),
    ratio: medians((round, part) => round[name][part] / round[floor][part]),
  })
  return Object.fromEntries(names.map((name) => [name, measured(name)])) as Record<Name, Measured>
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
